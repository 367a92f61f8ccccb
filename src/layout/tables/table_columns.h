// The columns of lines that no vertical line parts: where most of them leave the same gaps.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "layout/tables/table_lines.h"

namespace kehoach::layout {

struct TableColumns {
  struct Extent {
    double x0 = 0, x1 = 0;  // of its words
  };
  std::vector<Extent> extents;
  std::vector<double> borders;  // one more than there are columns

  std::size_t size() const { return extents.size(); }
  std::size_t at(double x) const;
  // First and last column that a piece stands in; a letter that reaches over a border does not
  // count.
  std::pair<std::size_t, std::size_t> of(const TablePiece& piece) const;
};

// Columns of the lines with more than one piece. Cost: sorting the words.
TableColumns find_columns(const std::vector<TableLine>& lines);

// Cuts pieces where a border goes through a gap of theirs that is wider than a space.
void cut_at_borders(std::vector<TableLine>& lines, const TableColumns& columns);

}  // namespace kehoach::layout
