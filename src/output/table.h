// Records as aligned columns for people: one line a source, then one line a target.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/record_json.h"

namespace kehoach::output {

// How a column behaves in a table that is wider than it may be.
enum class Fit {
  kWhole,     // is cut only when all others are narrow
  kCut,       // gives way first
  kCutFront,  // the same, but its end is what matters: paths
};

struct Column {
  std::string head;
  bool right = false;  // numbers
  Fit fit = Fit::kWhole;
  int optional = 0;  // the highest goes first where even narrow columns are too many; 0: never
};

// Any aligned table of at most `width` columns of the terminal; 0: no limit.
std::string align(const std::vector<Column>& columns,
                  const std::vector<std::vector<std::string>>& rows, std::size_t width);

// What one record adds to the table; small, so that many can be held until the widths are known.
struct Summary {
  std::vector<std::string> source;                // the cells of its line
  std::vector<std::vector<std::string>> targets;  // of its targets' lines
};

Json summary_json(const plan::Record& record);
Summary summary_from(const Json& json);

std::string table(const std::vector<Summary>& summaries, std::size_t width);

}  // namespace kehoach::output
