#include "output/display_width.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace kehoach::output {
namespace {

// A byte that begins no sequence counts as one character.
base::DecodedCodePoint first_character(std::string_view utf8) {
  return base::decode_code_point(utf8, 0);
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
    const auto character = first_character(utf8);
    total += width(character.value);
    utf8.remove_prefix(character.size);
  }
  return total;
}

std::string fit(std::string_view utf8, std::size_t columns) {
  std::string out;
  std::size_t used = 0, safe_bytes = 0;  // safe: what may stay if "…" must follow
  while (!utf8.empty()) {
    const auto character = first_character(utf8);
    const std::size_t wide = width(character.value);
    if (used + wide > columns) return columns == 0 ? "" : out.substr(0, safe_bytes) + "…";
    used += wide;
    out += is_control(character.value) ? std::string_view(" ") : utf8.substr(0, character.size);
    if (used + 1 <= columns) safe_bytes = out.size();
    utf8.remove_prefix(character.size);
  }
  return out;
}

std::string fit_end(std::string_view utf8, std::size_t columns) {
  const std::string whole = fit(utf8, utf8.size());  // without control characters
  if (display_width(whole) <= columns) return whole;
  std::string_view rest = whole;
  while (!rest.empty() && display_width(rest) + 1 > columns)
    rest.remove_prefix(first_character(rest).size);
  return columns == 0 ? "" : "…" + std::string(rest);
}

std::string pad(std::string_view utf8, std::size_t columns, bool right) {
  std::string text = fit(utf8, columns);
  const std::string spaces(columns - std::min(columns, display_width(text)), ' ');
  return right ? spaces + text : text + spaces;
}

}  // namespace kehoach::output
