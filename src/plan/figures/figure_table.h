// Figures out of tables: rows of indicators under columns of years. Internal to this room.
#pragma once

#include <vector>

#include "plan/figures/figure_passage.h"
#include "plan/figures/figure_roles.h"
#include "plan/reading.h"
#include "plan/record.h"
#include "plan/sections.h"

namespace kehoach::plan {

struct TableFigure {
  FigureRole role = FigureRole::kUnknown;
  Figure figure;
};

// One figure for each cell of a column of goals or results that holds one, in reading order. The
// evidence is the row's name, then the cell, the unit, the column's heading, and what stood above
// the table.
std::vector<TableFigure> read_table_figures(const Reading& reading,
                                            const std::vector<Section>& sections,
                                            const DocumentTimes& times);

}  // namespace kehoach::plan
