// Ruled tables of a page: the cells that ruling lines enclose.
//
// Contract: lines that cross or touch make a grid; where a border is missing, cells are one. A
// drawing of more lines than a table can have is none. Cost: sorting, and the crossings of grids.
#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"
#include "read/pdf/pdf_page.h"

namespace kehoach::layout {

struct GridCell {
  std::size_t row = 0, column = 0;  // of its upper left corner
  int rowspan = 1, colspan = 1;
  base::Box box;
};

struct PageGrid {
  base::Box box;
  std::size_t rows = 0, columns = 0;
  std::vector<GridCell> cells;     // by row, then column
  std::vector<std::size_t> owner;  // of each position of the grid: index into cells
  std::vector<double> xs, ys;      // the borders
  std::size_t drawn_down = 0;      // of the xs: the others are where lines across end

  // The cell at a point inside the box.
  std::size_t cell_at(double x, double y) const;
};

// From top to bottom; grids of one cell are left out.
std::vector<PageGrid> find_grids(const std::vector<read::RulingLine>& lines);

}  // namespace kehoach::layout
