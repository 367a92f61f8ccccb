#include "read/pdf/font_style.h"

#include <algorithm>
#include <array>

namespace kehoach::read {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_case(std::string_view name) {
  std::string lowered(name);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), lower);
  return lowered;
}

template <std::size_t N>
bool says_any(std::string_view name, const std::array<std::string_view, N>& words) {
  const std::string lowered = lower_case(name);
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return lowered.find(word) != std::string::npos;
  });
}

}  // namespace

std::string without_subset_prefix(std::string_view name) {
  const bool prefixed =
      name.size() > 7 && name[6] == '+' &&
      std::all_of(name.begin(), name.begin() + 6, [](char c) { return c >= 'A' && c <= 'Z'; });
  return std::string(prefixed ? name.substr(7) : name);
}

bool says_bold(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kWords{"bold", "black", "heavy", "demi"};
  return says_any(name, kWords);
}

bool says_italic(std::string_view name) {
  static constexpr std::array<std::string_view, 2> kWords{"italic", "oblique"};
  return says_any(name, kWords);
}

}  // namespace kehoach::read
