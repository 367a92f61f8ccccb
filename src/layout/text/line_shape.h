// What the letters of one line tell of whether it goes on in the next.
#pragma once

#include <cstddef>
#include <string_view>

namespace kehoach::layout {

// Begins with a word in lower case. What is no syllable ("cms-publish-date") goes on nowhere.
bool starts_lower(std::string_view line);
// Ends with a stop, a colon or the like.
bool ends_sentence(std::string_view line);
// Begins with a mark of its own: "1.", "-".
bool opens_item(std::string_view line);
// Columns that the text takes, as a line-wrapping editor counts them.
std::size_t width(std::string_view text);

// The sentence of `line` goes on in `next`.
inline bool goes_on(std::string_view line, std::string_view next) {
  return starts_lower(next) && !opens_item(next) && !ends_sentence(line);
}

}  // namespace kehoach::layout
