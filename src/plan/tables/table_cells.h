// The cells of one table as its readers want them: with "như trên" and ditto marks resolved.
// Internal to this room.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "plan/reading.h"
#include "plan/tables/table_grid.h"

namespace kehoach::plan {

class TableCells {
 public:
  TableCells(const Reading& reading, const Grid& grid);

  // The cell that begins at the place, or covers it; empty at places that the row does not have. A
  // cell that says "the same" is that of the row above.
  base::TextSpan own(std::size_t row, std::size_t column) const;
  base::TextSpan shown(std::size_t row, std::size_t column) const;
  // No letter and no digit stands in it: "-", "…"; nor anything but a tick.
  bool is_blank(base::TextSpan cell) const;
  // "(1) | (2) | (3)", "A | B | 1 | 2".
  bool is_numbering(std::size_t row) const;
  bool repeats_header(std::size_t row) const;

 private:
  std::string row_text(std::size_t row) const;

  const Reading& reading_;
  const Grid& grid_;
  std::vector<std::vector<base::TextSpan>> same_;  // shown, resolved
  std::set<std::string> headers_;                  // the texts of the header's rows
};

}  // namespace kehoach::plan
