// The glyphs of a page as one text in the order of drawing, each word and line apart: for judging
// what their codes stand for, not for reading.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "read/pdf/pdf_page.h"

namespace kehoach::layout {

// For each run of a page the text of each of its glyphs; none for a run whose glyphs' own texts
// hold.
using GlyphTexts = std::vector<std::vector<std::string>>;

// What stands between a glyph and the one drawn before it.
enum class GlyphGap { kNone, kSpace, kLine };

// Goes from glyph to glyph of a page.
class GlyphWalk {
 public:
  GlyphGap step(const read::GlyphRun& run, const read::Glyph& glyph);

 private:
  bool begun_ = false;
  double end_ = 0, baseline_ = 0, angle_ = 0;
};

struct GlyphPlace {
  std::size_t begin = 0, end = 0;  // bytes of its text
  std::size_t run = 0, glyph = 0;
};

struct GlyphText {
  std::string utf8;
  std::vector<GlyphPlace> places;  // of the glyphs that have text, in order
};

GlyphText join_glyphs(const read::PdfPage& page, const GlyphTexts& texts);

}  // namespace kehoach::layout
