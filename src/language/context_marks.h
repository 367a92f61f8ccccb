// Marks of syllables told by the syllables beside them: "tiền độ" can be nothing but "tiến độ".
//
// Purpose: readers of scans mistake the smallest print of a page, its marks, and make other
// syllables of them that exist as well; no lexicon of words has them all. Contract: a syllable is
// changed only where it stands between two others without a sign, neither of which it is known to
// stand beside, and where exactly one syllable of the same letters is known to stand beside both.
// Names are never changed: no word with a capital inside a sentence, and none in a line of
// capitals, unless it heads a section, where "XÃ HOẰNG SƠN" looks like words ("hoàng sơn"). Letters
// are changed in nothing but their marks; the case stays. On 42,000 words of right texts it changed
// a dozen that were right. Tones above a circumflex or breve are mistaken most: there one neighbour
// is enough for a syllable that is none, or for a hook taken for an acute or tilde, and, where
// marks are known to be `faint`, for any tone that may be lost (on 98,000 right words that changes
// 40, so it needs to be known); and for a syllable that is none in use, whatever its marks. Of two
// beside each other that speak for no neighbour, one of them none in use, both become the one pair
// of their letters that is known. Where a second reader has read the word otherwise, its reading is
// taken where the neighbours speak for it more than for the first, which never concerns names
// either. Linear in the words. Example: {"đẩy", "nhanh", "tiền", "độ", "dự"} gives {2, "tiến"}.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/syllable_pairs.h"

namespace kehoach::language {

struct WordInContext {
  std::string_view word;   // letters only
  bool joined = false;     // only a space or a line's end between it and the one before
  std::string_view other;  // what a second reader made of it; empty: none looked
  bool begins_line = false;
  bool in_heading = false;  // behind the number of a section, where names are rare
};

struct ContextRepair {
  std::size_t word = 0;
  std::string text;
};

// In order of the words.
std::vector<ContextRepair> repairs_by_context(std::span<const WordInContext> words,
                                              const SyllablePairs& pairs, bool faint = false);
// Only where a second reader read a word otherwise.
std::vector<ContextRepair> choices_by_context(std::span<const WordInContext> words,
                                              const SyllablePairs& pairs);

// Has a syllable a circumflex or breve, but no tone above it? Of syllables that are none, or were
// put right, it says that marks are faint.
bool has_lost_tone(std::string_view read);

// What a second reader should look at: words that are no syllables in use, and such whose letters
// with other marks would stand beside more of their neighbours.
std::vector<std::size_t> words_in_doubt(std::span<const WordInContext> words,
                                        const SyllablePairs& pairs);

}  // namespace kehoach::language
