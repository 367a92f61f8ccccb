// The tables of one page: where words and lines say that cells stand beside and below each other.
//
// Purpose: cells with their text, box and spans, from whatever found the words and lines: a text
// layer or OCR. Nothing here knows a word of any language.
// Contract: strokes that cross or touch make a grid, whether drawn whole, piece by piece, dashed,
// doubled or not quite meeting; where a border is missing, cells are one. Where lines part only
// some rows or columns, the words' alignment parts the others. Between horizontal rules, and
// without any lines, cells stand in columns that several rows leave gaps between. A frame around
// one text is no table, nor is a drawing whose lines run through its words. Empty cells are cells;
// places that a span covers have none. Cost: sorting, and the crossings of lines, which are
// bounded. Refused: learned models (their answers cannot be explained); tables from lines alone
// (many have hardly any).
#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"
#include "layout/pdf/page_text.h"
#include "read/pdf/pdf_page.h"

namespace kehoach::layout {

struct TableCell {
  std::size_t row = 0, column = 0;  // of its upper left corner
  int rowspan = 1, colspan = 1;
  base::Box box;
  std::vector<PageRow> lines;  // its words, from top to bottom
};

struct PageTable {
  base::Box box;
  std::size_t rows = 0, columns = 0;
  std::size_t header_rows = 0;   // 0: not known
  std::vector<TableCell> cells;  // by row, then column
  std::vector<double> xs;        // the borders of its columns, one more than there are columns
  bool open = false;             // without enough lines to part its cells
};

// What stands in tables, and what does not.
struct PageTables {
  std::vector<PageTable> tables;  // from top to bottom
  std::vector<PageRow> rows;      // outside of them, in order
};

// Tables that lines enclose. `rows`: as PageText has them, from top to bottom; `turned`: words at
// right angles to them, as narrow columns are headed: those in cells are theirs, the others are
// left out.
PageTables find_ruled_tables(std::vector<PageRow> rows, const std::vector<read::RulingLine>& rules,
                             const std::vector<PageRow>& turned = {});

// Tables among rows that no ruled table holds: by horizontal rules and alignment only.
PageTables find_open_tables(std::vector<PageRow> rows, const std::vector<read::RulingLine>& rules);

}  // namespace kehoach::layout
