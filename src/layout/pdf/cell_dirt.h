// What seals, dirt and the ends of lines left in the tables of a page that a machine read.
#pragma once

#include <vector>

#include "layout/pdf/page_text.h"
#include "layout/tables/page_table.h"

namespace kehoach::layout {

// Lines of a cell, and cells, of which nothing was read with any certainty leave the tables and are
// loose text of the page; so does a table of nothing else: the rings of a seal may cross as rules
// do. A quotation mark that opens a cell and is never closed is a speck too. Tables of a text layer
// stay as they are. Linear in the words.
void set_cell_dirt_aside(std::vector<PageTable>& tables, PageText& page);

}  // namespace kehoach::layout
