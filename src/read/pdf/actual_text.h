// The text that a tagged PDF gives for a span of glyphs (ActualText), put in place of what the
// glyphs say.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "read/pdf/pdf_page.h"

namespace kehoach::read {

// `text` stands for the glyphs from `glyph` on, the last of `run`. A glyph a character keeps its
// place; a few glyphs for another number of characters (a ligature in pieces, a letter with its
// mark) become one; a long span whose glyphs say something of their own stays as it is, since where
// each character stands is worth more than a text for all of them.
void apply_actual_text(GlyphRun& run, std::size_t glyph, std::u32string_view text);

}  // namespace kehoach::read
