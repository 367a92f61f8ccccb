// Lines of pages in reading order: what columns, boxes and margins make of rows. The step between
// the words of single pages and the marked text of the whole document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/document.h"
#include "layout/pdf/page_text.h"

namespace kehoach::layout {

// The text area of a page.
struct Margins {
  double left = 0, right = 0;
  double centre() const { return (left + right) / 2; }
  double width() const { return right - left; }
};

// What stands of a cell on one page.
struct FlowPart {
  std::vector<PageRow> rows;
  base::Box box;
  int page = 1;
  double angle = 0;
};

struct FlowCell {
  std::vector<FlowPart> parts;  // more than one where the end of a page broke its row
  std::size_t column = 0;
  int rowspan = 1, colspan = 1;
  bool header = false;
};

// Whether a line goes on with the one before it.
enum class Joint {
  kByShape,  // indents, widths and signs decide
  kOwn,      // it begins a paragraph
  kGoesOn,
};

struct FlowLine {
  PageRow row;
  int page = 1;
  double angle = 0;  // of the page's rows
  Margins margins;
  double page_width = 0;
  std::optional<BlockKind> kind;  // nullopt: words decide
  std::string note;
  Joint joint = Joint::kByShape;
  bool after_rule = false;  // a short rule stands between it and the line before
  // A row of a table: `row` is empty.
  int table = -1;
  std::vector<FlowCell> cells;
};

}  // namespace kehoach::layout
