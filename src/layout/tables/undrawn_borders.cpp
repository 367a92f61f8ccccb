#include "layout/tables/undrawn_borders.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "layout/tables/line_table.h"
#include "layout/tables/table_columns.h"
#include "layout/tables/table_lines.h"

namespace kehoach::layout {
namespace {

constexpr double kPieceGap = 0.9;      // of the size
constexpr double kSameBaseline = 0.4;  // of the size
constexpr double kPadding = 4;         // points between a cell's text and its borders, both sides

TableColumns columns_of(const PageTable& table) {
  TableColumns columns;
  for (std::size_t c = 0; c + 1 < table.xs.size(); ++c)
    columns.extents.push_back({table.xs[c], table.xs[c + 1]});
  columns.borders = table.xs;
  return columns;
}

// Pieces of a cell that stand over the same columns.
struct Group {
  std::size_t first = 0, last = 0;
  std::vector<PageRow> lines;
};

std::vector<Group> groups_of(const TableCell& cell, const TableColumns& columns) {
  std::vector<Group> groups;
  for (const auto& row : cell.lines) {
    for (auto& piece : cut_line(row, kPieceGap).pieces) {
      auto [first, last] = columns.of(piece);
      Group joined{first, last, {}};
      // Few groups: no more than the cell has columns.
      for (auto group = groups.begin(); group != groups.end();) {
        if (group->first > last || first > group->last) {
          ++group;
          continue;
        }
        joined.first = std::min(joined.first, group->first);
        joined.last = std::max(joined.last, group->last);
        std::move(group->lines.begin(), group->lines.end(), std::back_inserter(joined.lines));
        group = groups.erase(group);
      }
      joined.lines.push_back(make_row(std::move(piece.words)));
      groups.push_back(std::move(joined));
    }
  }
  std::sort(groups.begin(), groups.end(),
            [](const Group& a, const Group& b) { return a.first < b.first; });
  return groups;
}

void sort_cells(PageTable& table) {
  std::sort(table.cells.begin(), table.cells.end(), [](const TableCell& a, const TableCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
}

// The lines of one band across its cells.
struct Band {
  std::vector<TableLine> lines;
  std::vector<std::vector<std::size_t>> of_cell;  // which line each line of each cell is on
};

class RowParter {
 public:
  explicit RowParter(PageTable& table) : table_(table), columns_(columns_of(table)) {}

  void part() {
    // The rows that each row of the grid becomes.
    std::vector<std::size_t> starts(table_.rows + 1, 0), count(table_.rows, 1);
    std::vector<std::vector<std::size_t>> of_row(table_.rows);
    for (std::size_t i = 0; i < table_.cells.size(); ++i)
      if (table_.cells[i].rowspan == 1) of_row[table_.cells[i].row].push_back(i);
    std::vector<TableCell> parted;
    std::vector<char> gone(table_.cells.size(), 0);
    for (std::size_t r = 0; r < table_.rows; ++r) {
      starts[r + 1] = starts[r] + 1;
      const auto band = band_of(of_row[r]);
      if (!holds_rows(of_row[r], band)) continue;
      const auto begins = rows_begin(band.lines, columns_, {});
      const auto rows = static_cast<std::size_t>(std::count(begins.begin(), begins.end(), 1));
      if (rows < 2) continue;
      count[r] = rows;
      starts[r + 1] = starts[r] + rows;
      for (std::size_t k = 0; k < of_row[r].size(); ++k) {
        gone[of_row[r][k]] = 1;
        cut(table_.cells[of_row[r][k]], band.of_cell[k], begins, rows, starts[r], parted);
      }
    }
    if (parted.empty()) return;
    for (std::size_t i = 0; i < table_.cells.size(); ++i) {
      if (gone[i]) continue;
      auto cell = std::move(table_.cells[i]);
      const auto end = cell.row + static_cast<std::size_t>(cell.rowspan);
      cell.rowspan = static_cast<int>(starts[end] - starts[cell.row]);
      cell.row = starts[cell.row];
      parted.push_back(std::move(cell));
    }
    table_.rows = starts.back();
    table_.cells = std::move(parted);
    sort_cells(table_);
  }

 private:
  Band band_of(const std::vector<std::size_t>& cells) const {
    struct Place {
      double y, size;
      std::size_t cell, line;
    };
    std::vector<Place> places;
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const auto& lines = table_.cells[cells[k]].lines;
      for (std::size_t i = 0; i < lines.size(); ++i)
        places.push_back({lines[i].baseline, lines[i].size, k, i});
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
      return a.y != b.y ? a.y < b.y : a.cell < b.cell;
    });
    Band band;
    for (const auto k : cells) band.of_cell.emplace_back(table_.cells[k].lines.size(), 0);
    for (const auto& place : places) {
      if (band.lines.empty() || place.y - band.lines.back().baseline > kSameBaseline * place.size) {
        band.lines.emplace_back();
        band.lines.back().baseline = place.y;
        band.lines.back().size = place.size;
      }
      band.of_cell[place.cell][place.line] = band.lines.size() - 1;
      const auto& row = table_.cells[cells[place.cell]].lines[place.line];
      if (!row.words.empty()) band.lines.back().pieces.push_back(make_piece(row.words));
    }
    for (auto& line : band.lines)
      std::sort(line.pieces.begin(), line.pieces.end(),
                [](const TablePiece& a, const TablePiece& b) { return a.x0 < b.x0; });
    return band;
  }

  // One figure a line, none of them broken.
  static bool stacks_figures(const TableCell& cell) {
    if (cell.lines.size() < 2 || cell.colspan != 1) return false;
    const double width = cell.box.x1 - cell.box.x0 - kPadding;
    double before = 0;
    for (const auto& line : cell.lines) {
      const auto piece = make_piece(line.words);
      const double here = piece.x1 - piece.x0;
      if (!piece.figure || (before > 0 && before + here > width)) return false;
      before = here;
    }
    return true;
  }

  bool holds_rows(const std::vector<std::size_t>& cells, const Band& band) const {
    if (band.lines.size() < 2) return false;
    std::size_t stacked = 0, labels = 0;
    std::vector<char> with_figure(band.lines.size(), 0);
    for (std::size_t k = 0; k < cells.size(); ++k) {
      const auto& cell = table_.cells[cells[k]];
      if (cell.column == 0) labels = cell.lines.size();
      if (cell.column == 0 || !stacks_figures(cell)) continue;
      ++stacked;
      for (const auto line : band.of_cell[k]) with_figure[line] = 1;
    }
    const auto rows =
        static_cast<std::size_t>(std::count(with_figure.begin(), with_figure.end(), 1));
    return (stacked >= 2 || (stacked == 1 && rows >= 3)) && labels >= rows;
  }

  static void cut(TableCell& cell, const std::vector<std::size_t>& of_line,
                  const std::vector<char>& begins, std::size_t rows, std::size_t first_row,
                  std::vector<TableCell>& out) {
    std::vector<std::size_t> row_of(begins.size(), 0);
    for (std::size_t i = 1; i < begins.size(); ++i) row_of[i] = row_of[i - 1] + (begins[i] ? 1 : 0);
    const auto base = out.size();
    for (std::size_t r = 0; r < rows; ++r)
      out.push_back({first_row + r, cell.column, 1, cell.colspan, cell.box, {}});
    for (std::size_t i = 0; i < cell.lines.size(); ++i)
      out[base + row_of[of_line[i]]].lines.push_back(std::move(cell.lines[i]));
    for (auto k = base; k < out.size(); ++k) {
      if (out[k].lines.empty()) continue;
      out[k].box.y0 = out[k].lines.front().box.y0;
      out[k].box.y1 = out[k].lines.back().box.y1;
    }
  }

  PageTable& table_;
  TableColumns columns_;
};

}  // namespace

void part_columns(PageTable& table) {
  const auto columns = columns_of(table);
  std::vector<TableCell> cells;
  bool parted = false;
  for (auto& cell : table.cells) {
    const auto groups =
        cell.colspan > 1 && !cell.lines.empty() ? groups_of(cell, columns) : std::vector<Group>{};
    if (groups.size() < 2) {
      cells.push_back(std::move(cell));
      continue;
    }
    parted = true;
    auto next = cell.column;
    const auto end = cell.column + static_cast<std::size_t>(cell.colspan);
    const auto add = [&](std::size_t first, std::size_t last, std::vector<PageRow> lines) {
      cells.push_back({cell.row,
                       first,
                       cell.rowspan,
                       static_cast<int>(last - first + 1),
                       {table.xs[first], cell.box.y0, table.xs[last + 1], cell.box.y1},
                       std::move(lines)});
    };
    for (const auto& group : groups) {
      const auto first = std::max(group.first, next), last = std::min(group.last, end - 1);
      for (; next < first; ++next) add(next, next, {});
      add(first, std::max(first, last), group.lines);
      next = std::max(first, last) + 1;
    }
    for (; next < end; ++next) add(next, next, {});
  }
  table.cells = std::move(cells);
  if (parted) sort_cells(table);
}

void part_rows(PageTable& table) { RowParter(table).part(); }

}  // namespace kehoach::layout
