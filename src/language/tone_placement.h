// Where the tone mark stands in a syllable. Two styles are in use (hoà, uỷ and hòa, ủy), and hasty
// typing gives a third (hòan, thúê): one of them is chosen for comparing.
#pragma once

#include <cstddef>
#include <span>

namespace kehoach::language {

// Moves the tone marks of one lower-case word in place to the style that the Decree 30/2020 header
// is printed in: hòa, khỏe, ủy, thúy; but toàn, quý, thuế. Words without such vowels stay as they
// are.
void place_tones(std::span<char32_t> word);

}  // namespace kehoach::language
