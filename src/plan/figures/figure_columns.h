// Which columns of a table hold figures, whether they are to be reached or were reached, and for
// which year. Internal to this room.
//
// A column whose heading is not wholly understood gives nothing. A year alone is a goal where the
// document is a plan and the year has not passed, and a result where it has and other columns hold
// goals.
#pragma once

#include <optional>
#include <vector>

#include "plan/figures/figure_passage.h"
#include "plan/figures/figure_roles.h"
#include "plan/tables/table_columns.h"

namespace kehoach::plan {

struct FigureColumn {
  std::size_t column = 0;
  FigureRole role = FigureRole::kUnknown;
  bool said = true;  // the heading says the role; else its year does
  std::optional<int> year;
  base::TextSpan unit;                // in the heading's bracket; may be none
  std::vector<base::TextSpan> heads;  // cells of the heading, the lowest first
};

struct FigureColumns {
  std::size_t name = 0;
  std::optional<std::size_t> unit;
  bool turned = false;  // the names are headings: what is in their brackets is a unit
  std::vector<FigureColumn> figures;
};

// Nothing for a table without a column of indicators and one of figures.
std::optional<FigureColumns> figure_columns(const Reading& reading, const Grid& grid,
                                            const DocumentTimes& times);

// A table with years as rows and indicators as columns, turned so that its rows are columns: the
// first row holds the years, the first column the names. Nothing for other tables.
struct TurnedTable {
  Grid grid;
  FigureColumns columns;
};
std::optional<TurnedTable> turned_table(const Reading& reading, const Grid& grid,
                                        const DocumentTimes& times);

}  // namespace kehoach::plan
