#include "output/display_width.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kehoach::output {
namespace {

struct Character {
  char32_t code = 0xFFFD;
  std::size_t bytes = 1;
};

// Lenient: a byte that begins no sequence counts as one character.
Character first_character(std::string_view utf8) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
  if (size == 1 || size > utf8.size()) return {};
  char32_t code = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {};
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  return {code, size};
}

using Range = std::pair<char32_t, char32_t>;

// Unicode 15: nonspacing marks and format characters that documents in Latin script meet.
constexpr std::array kZeroWidth = {
    Range{0x0300, 0x036F}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200F},
    Range{0x2060, 0x2064}, Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFEFF, 0xFEFF}};
// Unicode 15, East Asian Width W and F.
constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},  Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},  Range{0xFFE0, 0xFFE6},
    Range{0x1F300, 0x1F64F}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD}};

template <std::size_t N>
bool in(const std::array<Range, N>& ranges, char32_t code) {
  return std::any_of(ranges.begin(), ranges.end(), [code](const Range& range) {
    return range.first <= code && code <= range.second;
  });
}

std::size_t width(char32_t code) {
  if (in(kZeroWidth, code)) return 0;
  return in(kWide, code) ? 2 : 1;
}

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t total = 0;
  while (!utf8.empty()) {
    const Character character = first_character(utf8);
    total += width(character.code);
    utf8.remove_prefix(character.bytes);
  }
  return total;
}

std::string fit(std::string_view utf8, std::size_t columns) {
  std::string out;
  std::size_t used = 0, safe_bytes = 0;  // safe: what may stay if "…" must follow
  while (!utf8.empty()) {
    const Character character = first_character(utf8);
    const std::size_t wide = width(character.code);
    if (used + wide > columns) return columns == 0 ? "" : out.substr(0, safe_bytes) + "…";
    used += wide;
    out += is_control(character.code) ? std::string_view(" ") : utf8.substr(0, character.bytes);
    if (used + 1 <= columns) safe_bytes = out.size();
    utf8.remove_prefix(character.bytes);
  }
  return out;
}

std::string fit_end(std::string_view utf8, std::size_t columns) {
  const std::string whole = fit(utf8, utf8.size());  // without control characters
  if (display_width(whole) <= columns) return whole;
  std::string_view rest = whole;
  while (!rest.empty() && display_width(rest) + 1 > columns)
    rest.remove_prefix(first_character(rest).bytes);
  return columns == 0 ? "" : "…" + std::string(rest);
}

std::string pad(std::string_view utf8, std::size_t columns, bool right) {
  std::string text = fit(utf8, columns);
  const std::string spaces(columns - std::min(columns, display_width(text)), ' ');
  return right ? spaces + text : text + spaces;
}

}  // namespace kehoach::output
