// The names of columns that follow one another in running text. Internal to this room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "layout/text/flat_row.h"
#include "match/matcher.h"

namespace kehoach::layout {

inline constexpr std::size_t kLongestHeading = 400;  // bytes

struct FlatHeading {
  std::vector<base::LocalSpan> names;  // of the order numbers first
  std::vector<FlatColumn> columns;     // of the others
  // The column that the last two names divide: they stood in a second row. 0: none does.
  std::size_t below = 0;
  std::size_t end = 0;  // where the rows, or the numbers of columns, begin
};

// The heading at the start of `text`, up to the first number. Nothing where a column is not known,
// says nothing that a row could be known by, or there are two of one kind.
std::optional<FlatHeading> read_flat_heading(std::string_view text, const match::Matcher& matcher);

}  // namespace kehoach::layout
