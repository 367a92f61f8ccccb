// Roman numbers as headings and rows of tables print them.
#pragma once

#include <array>
#include <string_view>

namespace kehoach::layout {

inline constexpr int kMostRoman = 20;
inline constexpr std::array<std::string_view, kMostRoman + 1> kNumerals = {
    "",   "I",   "II",   "III", "IV", "V",   "VI",   "VII",   "VIII", "IX", "X",
    "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX",  "XX"};

}  // namespace kehoach::layout
