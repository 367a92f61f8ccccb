// Records as aligned columns for people: one line a source, then one line a target.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output/record_json.h"

namespace kehoach::output {

// Any aligned table: the widths come from the cells; where the whole is wider than `columns`, the
// widest columns give way first. 0 columns: no limit.
struct Column {
  std::string head;
  bool right = false;  // numbers
};
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
