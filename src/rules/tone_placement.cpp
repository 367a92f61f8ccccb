#include "rules/tone_placement.h"

#include <array>
#include <utility>

namespace kehoach::rules {
namespace {

// The old and the new placement of each tone on the three open rhymes that differ.
constexpr std::array<std::pair<std::string_view, std::string_view>, 45> kPlacements = {{
    {"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"}, {"ọa", "oạ"}, {"òe", "oè"},
    {"óe", "oé"}, {"ỏe", "oẻ"}, {"õe", "oẽ"}, {"ọe", "oẹ"}, {"ùy", "uỳ"}, {"úy", "uý"},
    {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"}, {"ÒA", "OÀ"}, {"ÓA", "OÁ"}, {"ỎA", "OẢ"},
    {"ÕA", "OÃ"}, {"ỌA", "OẠ"}, {"ÒE", "OÈ"}, {"ÓE", "OÉ"}, {"ỎE", "OẺ"}, {"ÕE", "OẼ"},
    {"ỌE", "OẸ"}, {"ÙY", "UỲ"}, {"ÚY", "UÝ"}, {"ỦY", "UỶ"}, {"ŨY", "UỸ"}, {"ỤY", "UỴ"},
    {"Òa", "Oà"}, {"Óa", "Oá"}, {"Ỏa", "Oả"}, {"Õa", "Oã"}, {"Ọa", "Oạ"}, {"Òe", "Oè"},
    {"Óe", "Oé"}, {"Ỏe", "Oẻ"}, {"Õe", "Oẽ"}, {"Ọe", "Oẹ"}, {"Ùy", "Uỳ"}, {"Úy", "Uý"},
    {"Ủy", "Uỷ"}, {"Ũy", "Uỹ"}, {"Ụy", "Uỵ"},
}};

// Whether a placement can begin here at all: with a toned letter, or with o or u before one. Of all
// characters of the pack few can, and the comparisons below are half of what loading costs.
bool may_begin(std::string_view text) {
  const auto beyond_ascii = [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; };
  const char c = text.front();
  if (c == 'o' || c == 'u' || c == 'O' || c == 'U') {
    return text.size() > 1 && beyond_ascii(text[1]);
  }
  const auto lead = static_cast<unsigned char>(c);
  return lead == 0xC3 || lead == 0xC5 || lead == 0xE1;
}

std::string_view placement_at(std::string_view text, std::string_view* other) {
  if (!may_begin(text)) return {};
  for (const auto& [left, right] : kPlacements) {
    if (text.starts_with(left)) return *other = right, left;
    if (text.starts_with(right)) return *other = left, right;
  }
  return {};
}

}  // namespace

std::string with_both_tone_placements(std::string_view pattern) {
  std::string result;
  bool in_class = false;
  for (std::size_t i = 0; i < pattern.size();) {
    const char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      result.append(pattern.substr(i, 2));
      i += 2;
      continue;
    }
    if (c == '[') in_class = true;
    if (c == ']') in_class = false;
    std::string_view other;
    const std::string_view found =
        in_class ? std::string_view{} : placement_at(pattern.substr(i), &other);
    if (found.empty()) {
      result += c;
      ++i;
      continue;
    }
    result.append("(?:").append(found).append("|").append(other).append(")");
    i += found.size();
  }
  return result;
}

}  // namespace kehoach::rules
