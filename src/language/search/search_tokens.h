// Text cut into what a search index holds.
//
// Purpose: one cutting for texts and for queries, so that what was typed finds what was printed.
// Contract: every word stands at a position of its own, as it is marked ("kế") and, where it has
// marks, also without them ("ke"); full-width letters and digits are plain ones. A query that types
// marks asks for the first, one that types none for the second: marks typed count, marks not typed
// match all. Both tone placements, i and y (kỹ, kĩ), capitals, leading zeros (05), thousands (1.250
// is 1250) and either decimal sign are one form. A document number stands there whole at its first
// part's position ("142/kh-ubnd", spaces as of a number that was stamped in left out), its code
// ("kh-ubnd") at its own first part's, and every part at a position of its own, so that a phrase
// may run through it. Linear in the text, which may be any bytes; a word longer than 64 letters is
// cut. Refused: ICU's word breaking (a boundary inside "142/KH-UBND", and slower); rewriting i to y
// in the middle of syllables (those are different words).
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace kehoach::language {

enum class SearchTokenKind {
  kWord,         // opens a position
  kFolded,       // the word before without marks
  kChain,        // a number or code of several words, from this position on
  kChainFolded,  // the same without marks
};

struct SearchToken {
  std::string_view text;  // valid during the call only
  std::size_t begin = 0;  // bytes of the source text that it was read from
  std::size_t end = 0;
  SearchTokenKind kind = SearchTokenKind::kWord;
  std::size_t words = 1;  // positions that it covers
};

// False ends the cutting.
using SearchTokenSink = std::function<bool(const SearchToken&)>;

void search_tokens(std::string_view utf8, const SearchTokenSink& sink);

}  // namespace kehoach::language
