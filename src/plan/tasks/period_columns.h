// Columns of months or quarters whose cells are ticked where a task is due. Internal to this room.
//
// "Quý I | Quý II | …", "T1 | T2 | …", or numbers below "Tháng" or "Thời gian (tháng)". A column is
// one only if all its cells are blank or ticks; tables of figures by quarter have none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/reading.h"
#include "plan/record.h"
#include "plan/tables/table_cells.h"
#include "plan/tables/table_columns.h"

namespace kehoach::plan {

struct PeriodColumn {
  std::size_t column = 0;
  std::string name;     // "Quý II", "Tháng 4", "T4"
  std::string meaning;  // the same with its words in full
  base::TextSpan heading;
};

// At least two, or none.
std::vector<PeriodColumn> find_period_columns(const Reading& reading, const Grid& grid,
                                              const std::vector<HeadingPath>& paths);

// The deadline that the ticks of a row say: "Quý II, Quý III", from the first day to the last if
// the year is known.
std::optional<Deadline> ticked_periods(const Reading& reading, const TableCells& cells,
                                       const std::vector<PeriodColumn>& columns, std::size_t row,
                                       std::optional<int> year);

}  // namespace kehoach::plan
