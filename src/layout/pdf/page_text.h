// The glyphs of one page as words and rows: what stands on it, before anything is known of order.
//
// Contract: letters and marks that were placed apart are one character, what was drawn twice to
// look bold stands once, letter-spaced words are whole; a row holds all words on about one
// baseline, across the columns, stamped numbers up to 5 pt off it and raised digits among them.
// Hidden, turned and signature text is no row, but kept as loose text; digits alone that a clerk's
// signature puts into a gap of a row ("Số: … /KH-UBND", "ngày … tháng …") belong to the row. Cost:
// sorting the glyphs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/span.h"
#include "layout/pdf/glyph_text.h"
#include "read/pdf/pdf_page.h"

namespace kehoach::layout {

struct PageWord {
  std::string text;
  std::string original;  // the file's characters, where an old font's code was read
  base::Box box;
  double baseline = 0, size = 0;  // points
  bool bold = false, italic = false;
  bool raised = false;  // above the baseline and small: a footnote's mark, an exponent
  bool joined = false;  // no space between it and the word before
  bool artifact = false;
  bool stamped = false;    // no part of the page's own content
  bool signature = false;  // drawn by a signature's appearance
  double confidence = 1;   // of who read it off an image
  std::uint32_t colour = 0;
  int order = 0;  // in the content stream
};

struct PageRow {
  std::vector<PageWord> words;  // from left to right
  base::Box box;
  double baseline = 0, size = 0;  // of most of its letters
};

// Text that belongs to no row.
struct LooseText {
  std::string text;
  base::Box box;
  std::string note;  // "signature-note", "turned", "watermark", "stamp"
};

struct PageText {
  int number = 1;
  double width = 0, height = 0;
  double angle = 0;           // rows lie in the frame turned back by it (read/pdf/turn.h)
  std::vector<PageRow> rows;  // from top to bottom
  std::vector<LooseText> loose;
  std::vector<PageRow> turned;  // at right angles to the rows, in their own order of words; boxes
                                // as those of the rows; loose text too
  std::vector<read::RulingLine> rules;
  std::vector<read::FilledBox> fills;
  bool from_hidden = false;  // the rows are such, for want of others
  std::size_t unmapped = 0;  // glyphs without a character
  std::size_t hidden = 0;    // characters that no reader of the page sees
  double image_share = 0;    // of the page's area that images cover
};

// `texts`: one for each run, decoded; a run with none keeps its glyphs' own.
PageText read_page_text(const read::PdfPage& page, const GlyphTexts& texts);

base::Box join(const base::Box& a, const base::Box& b);
// Makes a row of words that stand in order.
PageRow make_row(std::vector<PageWord> words);
// Puts another text in the place of a word's; what was read first stays its original.
void put_text(PageWord& word, std::string text);
// Takes words out of their rows, from the top; rows of nothing else are gone.
std::vector<PageWord> take_words(PageText& page, const std::function<bool(const PageWord&)>& is);
// Words with a space between them, unless joined.
std::string row_text(const PageRow& row);
// Of the letters.
double bold_share(const PageRow& row);

}  // namespace kehoach::layout
