// What stands on one page of a PDF, as plain data: glyph runs, ruling lines, rectangles, images,
// links. One coordinate system: points (1/72 inch), origin at the top left corner of the page as a
// reader sees it (rotation and crop box applied), y downwards.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"

namespace kehoach::read {

// One glyph as drawn. Characters are as the file maps them (ToUnicode, encoding), before any
// repair: legacy fonts and glyph ids are layout's question.
struct Glyph {
  std::string text;        // UTF-8; may be several characters (ligatures) or none (no map)
  std::uint32_t code = 0;  // the character code in the font
  double x0 = 0, x1 = 0;   // along the baseline, from pen position to pen position
  double baseline = 0;     // y of the baseline at x0
};

struct Font {
  std::string name;  // without the subset prefix: "Times New Roman,Bold", ".VnTimeH"
  bool bold = false, italic = false, serif = false, fixed_width = false;
  bool embedded = false, has_unicode_map = false;
};

// Glyphs that one text operator drew with one font at one size.
struct GlyphRun {
  std::vector<Glyph> glyphs;
  int font = 0;              // index into PdfPage::fonts
  double size = 0;           // points, as drawn
  double angle = 0;          // degrees, clockwise; 0: left to right
  std::uint32_t colour = 0;  // 0xRRGGBB
  bool invisible = false;    // render mode 3 (hidden OCR layers), or clipped away
  int order = 0;             // position in the content stream
  base::Box box;             // of the run: ascent and descent by the font
};

// A stroke or thin filled rectangle: from a table, an underline, a rule below a title.
struct RulingLine {
  base::Box box;  // thin in one direction
  bool horizontal = true;
  std::uint32_t colour = 0;
};

struct FilledBox {
  base::Box box;
  std::uint32_t colour = 0;
};

struct PageImage {
  base::Box box;
  int width = 0, height = 0;  // pixels
  bool mask = false;
};

struct PageLink {
  base::Box box;
  std::string uri;
};

struct PdfPage {
  int number = 1;
  double width = 0, height = 0;
  int rotation = 0;  // as the file says; already applied
  std::vector<Font> fonts;
  std::vector<GlyphRun> runs;  // in the order of the content stream, annotations' after
  std::vector<RulingLine> lines;
  std::vector<FilledBox> fills;
  std::vector<PageImage> images;
  std::vector<PageLink> links;
  base::Diagnostics diagnostics;  // `page` is set
};

}  // namespace kehoach::read
