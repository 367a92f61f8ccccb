// From lines whose columns are known to the cells of a table: its header, its rows of several
// lines, what spans columns.
#pragma once

#include <vector>

#include "layout/tables/page_strokes.h"
#include "layout/tables/page_table.h"
#include "layout/tables/table_columns.h"
#include "layout/tables/table_lines.h"

namespace kehoach::layout {

// `lines`: of the table alone, from top to bottom, cut at the columns' borders. `across`: the
// horizontal strokes of the page. Linear in lines and columns.
PageTable make_line_table(const std::vector<TableLine>& lines, const TableColumns& columns,
                          const std::vector<Stroke>& across);

// Which of the lines begin a row, the header apart; for lines of one band of a ruled table too.
std::vector<char> rows_begin(const std::vector<TableLine>& lines, const TableColumns& columns,
                             const std::vector<double>& rules);

}  // namespace kehoach::layout
