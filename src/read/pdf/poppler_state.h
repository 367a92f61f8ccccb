// What Poppler's graphics state says of text and colours, in the terms of a PdfPage.
#pragma once

#include <GfxFont.h>
#include <GfxState.h>

#include <cstdint>
#include <string>

#include "read/pdf/pdf_page.h"
#include "read/pdf/turn.h"

namespace kehoach::read {

// Farther out nothing is a page; sums of coordinates stay exact and fit an int.
inline constexpr double kFarthest = 1e6;
bool is_near(Point point);  // false for NaN too

Point on_page(const GfxState& state, double x, double y);

// As seen on white paper: 0xRRGGBB.
std::uint32_t fill_colour(const GfxState& state);
std::uint32_t stroke_colour(const GfxState& state);

// What a run of text has in common, before its glyphs are known.
struct TextPlace {
  double size = 0, angle = 0, ascent = 0, descent = 0;  // as in GlyphRun
  bool slanted = false;                                 // by the matrix
};
TextPlace text_place(const GfxState& state);

Font font_facts(const GfxFont& font);

std::string utf8_text(const Unicode* text, int length);

}  // namespace kehoach::read
