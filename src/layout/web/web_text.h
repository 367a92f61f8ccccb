// A web page as one text: what a browser shows, line by line in the order of the page.
//
// Purpose: the readers of plain text work on it unchanged, so that a page gives what its words
// alone would give; beside it stands what only the markup says of each line.
// Contract: block elements, <br> and rows are lines; two blocks are parted by a blank line, a <br>
// is a line end; cells of data tables are parted by tabs, their inner line ends are spaces; runs of
// spaces are one. Hidden elements are left out. What a browser draws itself (the numbers and
// bullets of lists) is no character of the text: it is the line's mark. Parts of one line that
// have different roles are lines of their own, unless a link to a file stands inside a sentence.
// Linear in the nodes and characters.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/budget.h"
#include "base/span.h"
#include "language/legacy/legacy_encoding.h"
#include "layout/document.h"
#include "layout/text/mark.h"
#include "layout/web/legacy_markup.h"
#include "layout/web/main_content.h"
#include "match/matcher.h"
#include "read/html/markup.h"

namespace kehoach::layout {

struct WebLineCell {
  base::SourceSpan span;  // in WebText::utf8; may be empty
  std::size_t column = 0;
  int rowspan = 1, colspan = 1;
  bool header = false;
};

struct WebLine {
  base::SourceSpan span;  // in WebText::utf8
  PageRole role = PageRole::kContent;
  std::string note;  // of noise
  std::optional<Mark> mark;
  int heading = 0;    // 1-6 in <h1>-<h6>
  bool bold = false;  // every letter of it
  int table = -1;     // of a row of a data table
  std::vector<WebLineCell> cells;
  bool kept = false;  // content, whatever its words look like
};

struct WebText {
  std::string utf8;
  std::vector<WebLine> lines;
  std::vector<SourceAnchor> anchors;
  std::vector<language::FontHint> hints;  // stretches of utf8 that old fonts draw
  bool cut = false;                       // over the budget
};

// `readable`: the same page with its texts decoded, to tell what tables are for.
WebText write_web_text(const read::Markup& markup, const read::Markup& readable,
                       const NodeFonts& fonts, const MainContent& main,
                       const match::Matcher& matcher, const base::Budget& budget);

}  // namespace kehoach::layout
