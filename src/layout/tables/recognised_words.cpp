#include "layout/tables/recognised_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/letters.h"

namespace kehoach::layout {

bool was_recognised(const PageRow& row) {
  return std::any_of(row.words.begin(), row.words.end(),
                     [](const PageWord& word) { return word.confidence < 1; });
}

bool was_recognised(const PageTable& table) {
  return any_line(table, [](const PageRow& row) { return was_recognised(row); });
}

bool any_line(const PageTable& table, const std::function<bool(const PageRow&)>& is) {
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const TableCell& cell) {
    return std::any_of(cell.lines.begin(), cell.lines.end(), is);
  });
}

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = base::next_code_point(text, i);
    if (language::is_letter(c) || language::is_digit(c)) return true;
  }
  return false;
}

}  // namespace kehoach::layout
