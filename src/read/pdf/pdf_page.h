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

// Whose drawing it is. What is stamped in after printing (number, day and month) is an annotation,
// and more often than not the appearance of a signature field of its own: a bare "808" or
// "04     11" on the line of "Số:      /QĐ-UBND", which belongs to that line. A signature's stamp
// says who signed and when ("Ký bởi: …", "Thời gian ký: …") and is no part of the document's text.
// Both are kSignature; what they say and where they stand tells them apart.
enum class Origin : std::uint8_t { kContent, kAnnotation, kSignature };

// One glyph as drawn. Characters are as the file maps them (ToUnicode, encoding), before any
// repair: legacy fonts and glyph ids are layout's question. Positions are in the frame of the run:
// the page turned back by the run's angle about the origin, so that every baseline runs to the
// right. At angle 0 that is the page itself; turned_box (read/pdf/turn.h) leads back from the
// others.
struct Glyph {
  std::string text;        // UTF-8; may be several characters (ligatures) or none (no map)
  std::uint32_t code = 0;  // the character code in the font
  double x0 = 0, x1 = 0;   // pen position; plus the glyph's own width, without letter spacing
  double baseline = 0;     // y of the baseline at x0
};

struct Font {
  std::string name;  // without the subset prefix: "Times New Roman,Bold", ".VnTimeH"
  bool bold = false, italic = false, serif = false, fixed_width = false;
  bool embedded = false;
  bool has_unicode_map = false;  // a ToUnicode map of its own
  bool composite = false;        // codes of two bytes (Type 0); without a map often glyph ids
  bool type3 = false;            // glyphs are small drawings
};

// Glyphs that one text operator drew with one font at one size.
struct GlyphRun {
  std::vector<Glyph> glyphs;
  int font = 0;              // index into PdfPage::fonts
  double size = 0;           // points, as drawn
  double ascent = 0.75;      // above and below the baseline, as a share of the size; the
  double descent = -0.25;    // box of a glyph is [x0, x1] by these
  double angle = 0;          // degrees, clockwise, [0, 360); 0: left to right
  std::uint32_t colour = 0;  // 0xRRGGBB, as seen on white paper
  bool bold = false;         // the font's, or drawn so: outlined too, or drawn twice
  bool italic = false;       // the font's, or slanted by the matrix
  bool invisible = false;    // hidden text (OCR layers), clipped away, or off the page
  bool artifact = false;  // tagged as no part of the text: running header, page number, watermark
  Origin origin = Origin::kContent;
  double confidence = 1;  // below 1: read off an image, and so sure
  int order = 0;          // position in the content stream
  base::Box box;          // of the run on the page
};

// A stroke or thin filled rectangle: from a table, an underline, a rule below a title. A stroked
// rectangle gives four.
struct RulingLine {
  base::Box box;  // thin in one direction; at least as thick as drawn
  bool horizontal = true;
  std::uint32_t colour = 0;
  Origin origin = Origin::kContent;
  int order = 0;
};

struct FilledBox {
  base::Box box;
  std::uint32_t colour = 0;
  Origin origin = Origin::kContent;
  int order = 0;
};

struct PageImage {
  base::Box box;              // its visible part
  int width = 0, height = 0;  // pixels
  bool mask = false;
  Origin origin = Origin::kContent;
  int order = 0;
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
