// The values of cells: "≥ 95", "trên 90", "Tăng 3-5 bậc", "1.250", with the unit that the cell, the
// row or the heading prints. Internal to this room.
//
// A cell is a figure only if all of it is understood: number, bound, verb of change, unit and a few
// words behind it. Nothing of "Hoàn thành", "x", "12/2025".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/figures/figure_values.h"
#include "plan/reading.h"

namespace kehoach::plan {

// A unit as a column, a bracket or a cell prints it.
struct PrintedUnit {
  std::string unit;     // as Figure::unit
  std::string printed;  // "hộ", "tỷ đồng"
  double factor = 1;    // "nghìn tấn": 1000
  std::optional<std::string> per;
};

std::optional<PrintedUnit> read_unit(const Reading& reading, base::TextSpan text);

struct CellValue {
  Bounds bounds;       // as printed: the unit's factor is not in it
  double factor = 1;   // of words in the cell
  std::string change;  // of a verb in the cell; empty: none stands there
  std::optional<double> of;
  std::optional<PrintedUnit> unit;  // of the cell itself
};

std::optional<CellValue> read_cell_value(const Reading& reading, base::TextSpan cell);

}  // namespace kehoach::plan
