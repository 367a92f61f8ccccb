// What stands above a table as its name. Internal to this room.
#pragma once

#include <string>

#include "plan/reading.h"
#include "plan/tables/table_grid.h"

namespace kehoach::plan {

// The lines right above the table, on its page, that look like a title: a heading, capitals, or
// words that open one ("Bảng 2. …", "PHỤ LỤC I"; lexicon "table-title"). "Đơn vị tính: …" and a
// reference in brackets may stand between. Empty where there are none: nothing is taken from
// running text.
std::string read_caption(const Reading& reading, const Grid& grid);

}  // namespace kehoach::plan
