// The row below a table's headings that numbers its columns. Internal to this room.
#pragma once

#include <optional>

#include "plan/reading.h"
#include "plan/tables/table_grid.h"

namespace kehoach::plan {

// 3 for "(1) | (2) | (3)", 2 for "A | B | 1 | 2", 0 for "A | B | C"; nothing for any other row.
std::optional<int> numbering_end(const Reading& reading, const GridRow& row);

}  // namespace kehoach::plan
