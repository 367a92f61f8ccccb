// Do lines of pieces look like a table, without any rule that says so?
#pragma once

#include <vector>

#include "layout/tables/table_columns.h"
#include "layout/tables/table_lines.h"

namespace kehoach::layout {

// Enough lines, their columns well filled and each aligned at its left, right or middle, mostly
// figures or short words behind a column of labels. A table of contents is none, nor are the
// labels of a chart. `lines` are cut at the columns' borders. Cost: sorting the pieces.
bool looks_like_table(const std::vector<TableLine>& lines, const TableColumns& columns);

}  // namespace kehoach::layout
