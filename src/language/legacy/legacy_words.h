// The words of a text that may be legacy, and what each is worth as it stands and decoded.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "language/legacy/legacy_encoding.h"

namespace kehoach::language {

// A run of ASCII letters and of characters that some legacy encoding has letters for; signs such as
// “ and – are among these.
struct LegacyWord {
  std::size_t begin = 0, end = 0;
  bool special = false;  // holds more than ASCII letters; others tell nothing
  bool foreign = false;  // holds characters that no legacy text can hold
  bool first = false;    // of its line or table cell
};

// Special words; within the hints the others too, since fonts of capitals draw these otherwise.
std::vector<LegacyWord> legacy_words(std::string_view utf8, std::span<const FontHint> hints);

// What one reading of a word says for itself: 3 for a syllable that is frequent, 2 for one in use,
// -2 for what is none, 0 where nothing can be said (single letters, abbreviations, quotes around
// ASCII).
struct WordWorth {
  int points = 0;
  bool syllable = false;  // it has more than one letter, and all of it are syllables in use
};

WordWorth worth_as_it_stands(std::string_view word);
WordWorth worth_decoded(std::string_view word, LegacyEncoding encoding);

}  // namespace kehoach::language
