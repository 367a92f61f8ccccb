// The tables of a document as grids of places, for those who read them. Internal to this room.
//
// Contract: a source that shows the structure of its tables gives their rows, cells and spans. In a
// plain text, rows that stand together are one table; a short line alone between two rows of as
// many cells is a row of it too (the name of a group). A table without a header right below one of
// as many columns, at the top of the next page, is the same table.
#pragma once

#include <vector>

#include "plan/reading.h"

namespace kehoach::plan {

struct GridRow {
  std::size_t entry = 0;  // of text.blocks
  bool line = false;      // a line of a plain text between two rows: one cell over all columns
  // One for each column: where the text of the cell stands that begins there; empty for an empty
  // cell and for a place that another cell covers.
  std::vector<base::TextSpan> own;
  // The same, with the text of the cell that covers the place.
  std::vector<base::TextSpan> shown;
  std::vector<bool> from_above;  // covered by a cell of a row above
  std::vector<int> across;       // columns of the cell that begins there; 0 where none begins

  std::size_t filled() const;  // own cells with text
};

struct Grid {
  int table = -1;  // of the document; -1: rows of a plain text
  std::size_t columns = 0;
  std::size_t title_rows = 0;   // above the header, each of one cell over all columns
  std::size_t header_rows = 0;  // with those
  std::vector<GridRow> rows;

  bool structured() const { return table >= 0; }
};

std::vector<Grid> read_grids(const Reading& reading);

// Where the cells of the i-th entry of text.blocks stand, without the blanks around them: one for
// each place of the grid, empty ones too; blanks at the end of a row may be missing.
std::vector<base::TextSpan> cells_of(const Reading& reading, std::size_t i);

}  // namespace kehoach::plan
