#include "plan/tables/column_numbers.h"

#include <algorithm>

#include "match/values.h"
#include "plan/tasks/row_groups.h"

namespace kehoach::plan {

std::optional<int> numbering_end(const Reading& reading, const GridRow& row) {
  constexpr std::size_t kLongest = 8;  // bytes of a cell: "(12)", "5=3+4"
  constexpr std::size_t kLeast = 3;    // cells
  std::size_t cells = 0;
  int last = 0;
  for (const base::TextSpan cell : row.own) {
    if (cell.empty()) continue;
    if (cell.size() > kLongest) return std::nullopt;
    std::string_view text = reading.text.slice(cell);
    text.remove_prefix(std::min(text.find_first_not_of("([ "), text.size()));
    const std::string label = bare_label(text.substr(0, text.find_first_of("=)] ")));
    const auto number = match::parse_int(label);
    if (number ? *number != last + 1 : kind_of_label(label) != LabelKind::kCapital)
      return std::nullopt;
    if (number) last = *number;
    ++cells;
  }
  return cells < kLeast ? std::nullopt : std::optional<int>(last);
}

}  // namespace kehoach::plan
