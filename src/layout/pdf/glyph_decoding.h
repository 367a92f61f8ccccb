// The text of every glyph of a PDF as a reader sees it: codes of old fonts and numbers of glyphs
// read as letters.
//
// Purpose: what a PDF gives for a glyph is its code in the font. Whether ".VnTimeH" draws "Ủ" for
// "ñ" is known only with the words around it, and how a font numbers its glyphs only with all of
// its words in the file.
// Contract: learn from all pages once, then decode page by page. What is good stays. A letter that
// several glyphs draw (VNI's letter and mark) goes to the first of them, the others get nothing; a
// glyph that the order of its font does not know gets U+FFFD.
// What was decoded and what has no letter is said for the file, over the pages decoded so far.
// Linear in the glyphs.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "language/legacy/glyph_ids.h"
#include "layout/legacy_report.h"
#include "layout/pdf/glyph_text.h"
#include "read/pdf/pdf_page.h"

namespace kehoach::layout {

class GlyphDecoder {
 public:
  explicit GlyphDecoder(std::span<const read::PdfPage> pages);

  // Runs with nothing to decode get no texts.
  GlyphTexts decode(const read::PdfPage& page);

  // "TCVN3", "UTF-8+TCVN3" …; `file` if nothing was decoded, glyph numbers apart.
  std::string encoding(const std::string& file) const;
  // `legacy-encoding`, `unmapped-characters`; `glyph-numbers` for fonts whose numbers were read,
  // `unmapped-glyphs` for fonts and glyphs that have no character.
  base::Diagnostics diagnostics() const;

 private:
  // What is known of a font whose characters are the numbers of its glyphs.
  struct NumberedFont {
    std::optional<language::GlyphOrder> order;
    std::size_t glyphs = 0, unmapped = 0;  // of the pages decoded
  };
  void learn_orders(std::span<const read::PdfPage> pages);
  GlyphTexts decode_numbers(const read::PdfPage& page);
  void decode_old_fonts(const read::PdfPage& page, GlyphTexts& texts);

  std::map<std::string, NumberedFont> numbered_;  // by the font's name
  LegacyReport report_;
};

}  // namespace kehoach::layout
