// The rows below the names of columns that follow one another in running text: where each begins,
// which are names of groups, where the table ends. Internal to this room.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/text/flat_heading.h"
#include "layout/text/flat_row.h"

namespace kehoach::layout {

struct FlatRows {
  // One range for each column, and one more where the rest of a row stands in none; of a group its
  // number and its name alone.
  std::vector<std::vector<match::TokenRange>> rows;
  std::size_t end = 0;  // the token behind the last
  bool proven = false;  // enough of them hold what the columns say
};

// Rows from token `begin` on; `by_lines`: each cell begins a line.
FlatRows read_flat_rows(FlatTokens& tokens, const FlatHeading& heading, bool by_lines,
                        std::size_t begin);

}  // namespace kehoach::layout
