// Text whose characters are numbers of glyphs.
//
// Purpose: some PDFs draw with the numbers that glyphs have inside of a TrueType font and keep no
// map to characters; readers then give the number as a character: "7ӌ1+" for "TỈNH". The usual
// fonts of Windows number their glyphs alike: ASCII is 29 below, Latin letters follow the order
// of the Macintosh, and the Vietnamese letters stand in one block, whose place differs from font to
// font.
// Contract: where the block lies is searched for and taken only where it makes syllables of nearly
// all words; what the order does not tell is left without a character. Fonts with an order of
// their own (subsets numbered anew) prove nothing and stay as they are.
// Example: {55, 1228, 49, 43} is "TỈNH", if the block begins at 1188.
// Refused: guesses per glyph from neighbours; shapes of glyphs (that is OCR).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kehoach::language {

// A number of a glyph among characters, as one element of a word.
inline constexpr char32_t kGlyphId = 0x8000'0000;

struct GlyphOrder {
  char32_t horns = 0;                    // the number of Ơ; ơ, Ư, ư follow; 0: not known
  char32_t block = 0;                    // the number of Ạ (U+1EA0); the letters up to ỹ follow
  std::size_t words = 0, syllables = 0;  // the proof: words with glyph numbers, and good ones
  bool operator==(const GlyphOrder&) const = default;
};

// The character of a glyph; 0 if the order does not tell.
char32_t glyph_character(const GlyphOrder& order, char32_t glyph);

// The order of one font, from words drawn with it: characters, and kGlyphId + number for its
// glyphs. Nothing if no order makes syllables of four in five of five words and more. `known`:
// orders of other fonts of the same file, tried first; two words are enough for one of these.
std::optional<GlyphOrder> prove_glyph_order(std::span<const std::u32string> words,
                                            std::span<const GlyphOrder> known = {});

}  // namespace kehoach::language
