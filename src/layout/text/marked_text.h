// A text whose structure is known in part: what a page's geometry says for sure, line by line;
// words decide the rest.
//
// Purpose: pages bring their text into reading order, a whole paragraph, item, box or table row a
// line, and mark what they know of a line; then the readers of letterhead, body and closing go over
// it as over plain text and web pages, and marks override words (given_lines.h).
// Contract: a line of a known kind becomes one block of that kind (noise is seen by no reader at
// all, so it may stand anywhere); lines without one are read by their words, but never joined: line
// ends are the author's. Linear in the text.
// Refused: a second set of rules for words; readers that know of glyphs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "base/span.h"
#include "language/normalize.h"
#include "layout/document.h"
#include "layout/text/given_lines.h"
#include "match/matcher.h"

namespace kehoach::layout {

struct MarkedCell {
  base::SourceSpan span;  // in MarkedText::utf8, inside its line
  std::size_t column = 0;
  int rowspan = 1, colspan = 1;
  bool header = false;
  std::vector<base::Box> boxes;
};

struct MarkedLine {
  base::SourceSpan span;          // in MarkedText::utf8, without the line end
  std::optional<BlockKind> kind;  // nullopt: words decide
  std::string note;               // of noise
  int level = 0;                  // of a known heading or list item; 0: by its mark and words
  Weight weight = Weight::kUnknown;
  bool centred = false;
  int table = -1;  // rows of a table whose cells are known
  std::vector<MarkedCell> cells;
};

struct MarkedText {
  std::string utf8;               // one line for each of `lines`
  std::vector<MarkedLine> lines;  // in order
  // The source's own characters, where they are others (old fonts), and the way from them.
  std::string original;
  language::Edits decoding;

  // Appends a line; what would end a line or part cells inside it becomes a space.
  MarkedLine& add(std::string_view text);
  // Appends a row: cells with a tab between them.
  MarkedLine& add_row(const std::vector<std::string>& cells, int table);
};

// Fills content, edits, source and blocks of `document`; whatever else is known of it stays.
void layout_marked(const MarkedText& text, const match::Matcher& matcher,
                   const base::Budget& budget, Document& document);

}  // namespace kehoach::layout
