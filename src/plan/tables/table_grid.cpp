#include "plan/tables/table_grid.h"

#include <algorithm>

#include "plan/tables/table_columns.h"

namespace kehoach::plan {
namespace {

using base::TextSpan;

// A group's name on a line of its own is no paragraph.
constexpr std::size_t kLongestLine = 240;  // bytes
// Rows of fewer cells than these are often no table at all.
constexpr std::size_t kLineColumns = 3;
// One line of many tabs among many short rows would be filled with more places than memory holds.
constexpr std::size_t kSmallGrid = 100'000;
constexpr std::size_t kMostFill = 4;

// A column of order numbers or two named columns make a header; one name alone may stand in a cell
// of any row. Below the first row of a header its words are no proof unless nothing else is there.
bool names_columns(const Reading& reading, const GridRow& row, bool below) {
  std::size_t named = 0;
  for (const TextSpan& cell : row.own) {
    if (cell.empty()) continue;
    const Heading heading = read_heading(reading, cell);
    if (heading.has("order") && heading.whole) return true;
    named += heading.names && (heading.whole || !below) ? 1 : 0;
  }
  return named >= 2;
}

bool is_blank(char c) { return c == ' ' || c == '\n'; }

bool spans_all(const Grid& grid, const GridRow& row) {
  const auto first = std::find_if(row.own.begin(), row.own.end(),
                                  [](const TextSpan& cell) { return !cell.empty(); });
  if (row.filled() != 1) return false;
  const auto column = static_cast<std::size_t>(first - row.own.begin());
  return row.line || static_cast<std::size_t>(row.across[column]) == grid.columns;
}

// Below a cell that reaches over several columns, and nowhere else: the second row of a header
// whose other cells are blank.
bool only_below_wide_cells(const GridRow& above, const GridRow& row) {
  bool any = false;
  std::size_t wide_until = 0;
  for (std::size_t c = 0; c < row.own.size(); ++c) {
    if (above.across[c] > 1) wide_until = c + static_cast<std::size_t>(above.across[c]);
    if (row.own[c].empty()) continue;
    if (c >= wide_until || row.from_above[c]) return false;
    any = true;
  }
  return any && wide_until < row.own.size() + 1;
}

class GridReader {
 public:
  explicit GridReader(const Reading& reading) : reading_(reading) {}

  std::vector<Grid> read() {
    for (std::size_t i = 0; i < reading_.text.blocks.size(); ++i) {
      const layout::Block& block = reading_.block(i);
      if (block.kind == layout::BlockKind::kTableRow) {
        add(i, block);
      } else if (open_ == kPlain && !is_line_of_table(i)) {
        open_ = kNone;  // in a plain text, what stands between two rows parts tables
      } else if (open_ == kPlain) {
        add_line(i);
      }
    }
    // One row alone is a line with a separator in it, no table.
    std::erase_if(grids_, [](const Grid& grid) { return grid.rows.size() < 2; });
    for (Grid& grid : grids_) complete(grid);
    join_pages();
    return std::move(grids_);
  }

 private:
  static constexpr int kNone = -2, kPlain = -1;

  void add(std::size_t i, const layout::Block& block) {
    const bool goes_on = open_ != kNone && open_ == block.table;
    if (!goes_on) grids_.emplace_back().table = block.table;
    open_ = block.table;
    Grid& grid = grids_.back();
    GridRow& row = grid.rows.emplace_back();
    row.entry = i;
    row.own = cells_of(reading_, i);
    row.across.assign(row.own.size(), block.cells.empty() ? 1 : 0);
    for (const layout::Cell& cell : block.cells) {
      const auto column = static_cast<std::size_t>(cell.column);
      const auto end = column + static_cast<std::size_t>(std::max(1, cell.colspan));
      if (row.own.size() < end) row.own.resize(end, {row.own.back().end, row.own.back().end});
      if (row.across.size() < end) row.across.resize(end);
      row.across[column] = cell.colspan;
    }
    grid.columns = std::max(grid.columns, row.own.size());
  }

  // A line alone between two rows of as many cells.
  bool is_line_of_table(std::size_t i) const {
    if (i + 1 >= reading_.text.blocks.size() || grids_.back().rows.back().line) return false;
    const std::size_t columns = grids_.back().rows.back().own.size();
    if (columns < kLineColumns || reading_.text.blocks[i].span.size() > kLongestLine) return false;
    const layout::Block& next = reading_.block(i + 1);
    if (next.kind != layout::BlockKind::kTableRow || next.table >= 0) return false;
    GridRow row;
    row.own = cells_of(reading_, i + 1);
    // A header behind it opens a table of its own, and the line is its heading.
    return row.own.size() == columns && !names_columns(reading_, row, false);
  }

  void add_line(std::size_t i) {
    GridRow& row = grids_.back().rows.emplace_back();
    row.entry = i;
    row.line = true;
    row.own = {reading_.text.blocks[i].span};
    row.across = {static_cast<int>(grids_.back().columns)};
  }

  // Every row gets as many places as the widest, and what covers each of them.
  void complete(Grid& grid) const {
    std::size_t cells = 0;
    for (const GridRow& row : grid.rows) cells += row.own.size();
    const bool fill = grid.rows.size() * grid.columns <= std::max(kSmallGrid, kMostFill * cells);
    std::vector<std::pair<TextSpan, int>> above(grid.columns);  // and for how many rows more
    for (GridRow& row : grid.rows) {
      if (fill) {
        const std::size_t end = row.own.back().end;
        row.own.resize(grid.columns, {end, end});
        row.across.resize(grid.columns, grid.structured() || row.line ? 0 : 1);
      }
      cover(grid, row, above);
    }
    count_header(grid);
  }

  void cover(const Grid& grid, GridRow& row, std::vector<std::pair<TextSpan, int>>& above) const {
    row.shown = row.own;
    row.from_above.assign(row.own.size(), false);
    const layout::Block& block = reading_.block(row.entry);
    for (std::size_t c = 0; grid.structured() && c < row.own.size(); ++c) {
      if (above[c].second <= 0) continue;
      --above[c].second;
      if (row.across[c] > 0) continue;
      row.shown[c] = above[c].first;
      row.from_above[c] = true;
    }
    for (const layout::Cell& cell : block.cells) {
      const auto column = static_cast<std::size_t>(cell.column);
      const auto end =
          std::min(row.own.size(), column + static_cast<std::size_t>(std::max(1, cell.colspan)));
      for (std::size_t c = column; c < end; ++c) {
        above[c] = {row.own[column], cell.rowspan - 1};
        row.shown[c] = row.own[column];
      }
    }
    if (row.line) std::fill(row.shown.begin(), row.shown.end(), row.own.front());
  }

  void count_header(Grid& grid) const {
    while (grid.title_rows < grid.rows.size() && spans_all(grid, grid.rows[grid.title_rows]))
      ++grid.title_rows;
    std::size_t below = 0;  // rows that the cells of the header reach down to
    std::size_t r = grid.title_rows;
    for (; r < grid.rows.size(); ++r) {
      const GridRow& row = grid.rows[r];
      const layout::Block& block = reading_.block(row.entry);
      const bool marked =
          !block.cells.empty() && std::all_of(block.cells.begin(), block.cells.end(),
                                              [](const layout::Cell& cell) { return cell.header; });
      const bool second = r > grid.title_rows && only_below_wide_cells(grid.rows[r - 1], row);
      if (!marked && r >= below && !second && !names_columns(reading_, row, r > grid.title_rows))
        break;
      for (const layout::Cell& cell : block.cells)
        below = std::max(below, r + static_cast<std::size_t>(cell.rowspan));
    }
    if (r == grid.title_rows) grid.title_rows = r = 0;  // no header: a group's name opens it
    grid.header_rows = r;
  }

  std::optional<int> page_of(const GridRow& row) const { return reading_.block(row.entry).page; }

  void join_pages() {
    std::vector<Grid> joined;
    for (Grid& grid : grids_) {
      if (!joined.empty() && goes_on(joined.back(), grid)) {
        Grid& last = joined.back();
        std::move(grid.rows.begin(), grid.rows.end(), std::back_inserter(last.rows));
      } else {
        joined.push_back(std::move(grid));
      }
    }
    grids_ = std::move(joined);
  }

  bool goes_on(const Grid& above, const Grid& grid) const {
    if (!above.structured() || !grid.structured() || grid.header_rows > 0) return false;
    if (above.header_rows == 0 || above.columns != grid.columns) return false;
    if (above.rows.back().entry + 1 != grid.rows.front().entry) return false;
    const auto before = page_of(above.rows.back()), page = page_of(grid.rows.front());
    return before && page && *page == *before + 1;
  }

  const Reading& reading_;
  std::vector<Grid> grids_;
  int open_ = kNone;  // the table that the row before belongs to
};

}  // namespace

std::size_t GridRow::filled() const {
  return static_cast<std::size_t>(
      std::count_if(own.begin(), own.end(), [](const TextSpan& cell) { return !cell.empty(); }));
}

std::vector<TextSpan> cells_of(const Reading& reading, std::size_t i) {
  const TextSpan row = reading.text.blocks[i].span;
  const std::string_view text = reading.text.slice(row);
  std::vector<TextSpan> cells;
  std::size_t begin = 0;
  while (true) {
    const std::size_t tab = text.find('\t', begin);
    std::size_t end = tab == std::string_view::npos ? text.size() : tab;
    while (begin < end && is_blank(text[begin])) ++begin;
    while (begin < end && is_blank(text[end - 1])) --end;
    cells.push_back({row.begin + begin, row.begin + end});
    if (tab == std::string_view::npos) return cells;
    begin = tab + 1;
  }
}

std::vector<Grid> read_grids(const Reading& reading) { return GridReader(reading).read(); }

}  // namespace kehoach::plan
