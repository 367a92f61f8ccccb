// Borders that the lines of a table leave out but its words show: columns of a cell that goes over
// several, rows of figures that one band between two rules holds.
#pragma once

#include "layout/tables/page_table.h"

namespace kehoach::layout {

// A cell over several columns whose lines stand in pieces in the columns of the rows above or
// below is several cells. Linear in the words.
void part_columns(PageTable& table);

// A band whose columns hold one figure a line, on the same baselines, is several rows. Figures that
// a narrow column broke over two lines are one. Linear in the words.
void part_rows(PageTable& table);

}  // namespace kehoach::layout
