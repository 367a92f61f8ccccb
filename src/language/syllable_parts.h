// A syllable taken apart by its spelling, and how much it is in use.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "language/letters.h"

namespace kehoach::language {

struct SyllableParts {
  std::size_t onset = 0;  // index into kOnsets
  std::size_t rime = 0;   // index into kRimes: medial, nucleus and coda, without tone
  Tone tone = Tone::kLevel;
};

// `word`: composed code points, any case. Nothing if it is no well-formed syllable.
std::optional<SyllableParts> syllable_parts(std::u32string_view word);

bool is_common(const SyllableParts& parts);
bool is_frequent(const SyllableParts& parts);  // frequent in administrative texts

// True for letters that may open a syllable but are none: "t", "ngh", "qu".
bool is_onset(std::u32string_view word);

// True for what may be a whole syllable or a stretch of one: "ngh", "phư", "ầ", "ết", "c".
bool is_syllable_stretch(std::u32string_view word);

}  // namespace kehoach::language
