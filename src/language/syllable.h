// The closed structure of a Vietnamese syllable (onset, medial, nucleus, coda, tone), and which
// syllables are in use: what a repair is checked against.
#pragma once

#include <string_view>

namespace kehoach::language {

// Well formed by structure and tone rules (stop codas take only sắc and nặng). Any case, either
// tone placement. "tăng", "Ủy", "khuya" yes; "t", "ăgn", "tăp" no.
bool is_syllable(std::string_view word);

// Well formed and in the inventory of syllables in use (language's own table).
bool is_common_syllable(std::string_view word);

}  // namespace kehoach::language
