// One form for comparing Vietnamese text: for lexicons, scoring and search, never as evidence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kehoach::language {

// NFC, lower case, one tone placement (hoà and hòa are one, uỷ and ủy too), spaces collapsed.
// đ stays apart from d, and diacritics stay. "ỦY BAN  HOÀ BÌNH" gives "ủy ban hòa bình".
std::string comparison_form(std::string_view utf8);

// NFC with spaces collapsed and none at the ends; case and marks stay. For values that must be
// right to the letter.
std::string exact_form(std::string_view utf8);

// The comparison form with every diacritic and đ's stroke gone, for search without diacritics.
std::string search_form(std::string_view utf8);

// The comparison form cut into words: runs of letters and digits; a decimal comma or thousands dot
// stays inside its number. "đạt 88,46 %" gives {"đạt", "88,46"}.
std::vector<std::string> comparison_words(std::string_view utf8);

// The pieces between spaces (U+0020 alone), as they stand; none is empty.
std::vector<std::string_view> space_separated(std::string_view text);

// How a letter is cased in Vietnamese, beyond ASCII.
bool is_upper_word(std::string_view word);  // "ỦY": has letters and all are upper case
bool starts_upper(std::string_view word);   // "Ủy": its first letter is upper case
// `form` in the case that `seen` is printed in: capitals throughout for a word of two letters and
// more that has them, else a capital or none at its head.
std::string cased_as(std::string_view form, std::string_view seen);
std::string upper_first(std::string_view utf8);
std::string lower(std::string_view utf8);
std::string upper(std::string_view utf8);

}  // namespace kehoach::language
