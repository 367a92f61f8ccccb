// One word as search compares it.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::language {

// Lower case, one tone placement, and i for y where they are one sound (kỹ and kĩ, lý and lí, quý
// and quí). `letters` are composed code points, changed in place; at most 64 are kept.
void to_search_word(std::u32string& letters);

// Without any mark, đ's stroke included: "đắk" gives "dak". `letters` as to_search_word() left
// them.
std::string folded_word(std::u32string_view letters);

}  // namespace kehoach::language
