// Both styles of tone placement in a pattern: "hòa" and "hoà" are one word.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::rules {

// Every open "òa", "oè", "ủy" … outside a character class becomes an alternation of its two
// placements: `Ủy ban` gives `(?:Ủy|Uỷ) ban`. Patterns are written in NFC.
std::string with_both_tone_placements(std::string_view pattern);

}  // namespace kehoach::rules
