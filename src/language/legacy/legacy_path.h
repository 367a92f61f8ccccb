// The cheapest way through the words of a text: which stand as they are, which are to be decoded.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/legacy/legacy_encoding.h"
#include "language/legacy/legacy_words.h"

namespace kehoach::language {

// 0 for a word that stays, else 1 + the encoding.
using Reading = std::uint8_t;
inline constexpr Reading kAsItStands = 0;
inline Reading reading_of(LegacyEncoding encoding) {
  return static_cast<Reading>(1 + static_cast<unsigned>(encoding));
}
inline LegacyEncoding encoding_of(Reading reading) {
  return static_cast<LegacyEncoding>(reading - 1);
}

// A reading for each word. `proved`: encodings that any word may have; others only words within a
// hint for them. Linear in the words.
std::vector<Reading> cheapest_path(std::string_view utf8, std::span<const LegacyWord> words,
                                   std::span<const FontHint> hints,
                                   std::span<const LegacyEncoding> proved);

}  // namespace kehoach::language
