// What the columns of a table hold, by their headings. Internal to this room.
//
// Words are data: tokens of type "column" of stage "task-cues". A heading of several rows ("Cơ quan
// thực hiện" over "Chủ trì" | "Phối hợp") is the path of its cells from the top down.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/reading.h"
#include "plan/tables/table_grid.h"

namespace kehoach::plan {

struct HeadingPart {
  std::string_view value;   // "task", "lead", "target" …
  std::optional<int> year;  // printed in it; of a period its end
};

// One cell of a heading.
struct Heading {
  base::TextSpan span;
  std::vector<HeadingPart> parts;
  bool names = false;      // opens with the name of a column, or is one
  bool whole = false;      // nothing but what the parts say and what is in brackets
  base::TextSpan bracket;  // the text in its first bracket; empty if it has none

  bool has(std::string_view value) const;
};

// From the top down, a cell that reaches over several rows once.
using HeadingPath = std::vector<Heading>;

Heading read_heading(const Reading& reading, base::TextSpan cell);

// One path for each column.
std::vector<HeadingPath> read_headings(const Reading& reading, const Grid& grid);

}  // namespace kehoach::plan
