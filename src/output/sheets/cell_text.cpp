#include "output/sheets/cell_text.h"

#include "base/utf8.h"

namespace kehoach::output {
namespace {

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0) ||
         c == 0xFFFE || c == 0xFFFF;
}

std::size_t units(char32_t c) { return c < 0x10000 ? 1 : 2; }

}  // namespace

std::string without_controls(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = base::next_code_point(text, i);
    base::append_code_point(out, is_control(c) ? base::kReplacementCharacter : c);
  }
  return out;
}

std::size_t utf16_units(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < utf8.size();) count += units(base::next_code_point(utf8, i));
  return count;
}

std::optional<std::string> cut_to_units(std::string_view utf8, std::size_t most) {
  if (utf8.size() <= most) return std::nullopt;  // no UTF-8 has more units than bytes
  const std::size_t all = utf16_units(utf8);
  if (all <= most) return std::nullopt;
  const std::string note = " … [cut: " + std::to_string(all) + " characters]";
  const std::size_t room = most - utf16_units(note);
  std::size_t end = 0;
  for (std::size_t count = 0, next = 0; next < utf8.size(); end = next) {
    count += units(base::next_code_point(utf8, next));
    if (count > room) break;
  }
  return std::string(utf8.substr(0, end)) + note;
}

}  // namespace kehoach::output
