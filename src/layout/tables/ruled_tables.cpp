#include <algorithm>
#include <utility>

#include "layout/tables/page_grid.h"
#include "layout/tables/page_table.h"
#include "layout/tables/table_lines.h"
#include "layout/tables/undrawn_borders.h"

namespace kehoach::layout {
namespace {

constexpr double kThrough = 3;          // points that a word reaches over its cell
constexpr std::size_t kFewCrossed = 3;  // words
constexpr std::size_t kManyCells = 40;
constexpr std::size_t kFewFilled = 8;     // of the cells, one in so many
constexpr double kPieceGap = 0.9;         // of the size
constexpr std::size_t kFewestParted = 3;  // lines
constexpr std::size_t kFewBands = 6;      // between lines across
constexpr auto kOutside = static_cast<std::size_t>(-1);

PageTable table_of(const PageGrid& grid) {
  PageTable table;
  table.box = grid.box;
  table.rows = grid.rows;
  table.columns = grid.columns;
  table.xs = grid.xs;
  for (const auto& from : grid.cells)
    table.cells.push_back({from.row, from.column, from.rowspan, from.colspan, from.box, {}});
  return table;
}

class Filler {
 public:
  explicit Filler(const std::vector<PageGrid>& grids) : grids_(grids) {
    for (const auto& grid : grids) result_.tables.push_back(table_of(grid));
  }

  PageTables fill(const std::vector<PageRow>& rows, const std::vector<PageRow>& turned) {
    for (const auto& row : rows) put(row, true);
    for (const auto& row : turned) put(row, false);
    return std::move(result_);
  }

 private:
  void put(const PageRow& row, bool keep_outside) {
    for (std::size_t i = 0; i < row.words.size();) {
      const auto here = place_of(row.words[i]);
      auto end = i + 1;
      while (end < row.words.size() && place_of(row.words[end]) == here) ++end;
      auto piece = make_row({row.words.begin() + static_cast<std::ptrdiff_t>(i),
                             row.words.begin() + static_cast<std::ptrdiff_t>(end)});
      if (here.first != kOutside)
        result_.tables[here.first].cells[here.second].lines.push_back(std::move(piece));
      else if (keep_outside)
        result_.rows.push_back(std::move(piece));
      i = end;
    }
  }

  std::pair<std::size_t, std::size_t> place_of(const PageWord& word) const {
    const double x = (word.box.x0 + word.box.x1) / 2;
    const double y = word.baseline - 0.3 * word.size;
    for (std::size_t g = 0; g < grids_.size(); ++g) {
      const auto& box = grids_[g].box;
      if (y >= box.y0 && y <= box.y1 && x >= box.x0 && x <= box.x1)
        return {g, grids_[g].cell_at(x, y)};
    }
    return {kOutside, 0};
  }

  const std::vector<PageGrid>& grids_;
  PageTables result_;
};

// Lines of text in its fullest cell.
std::size_t most_lines(const PageTable& table) {
  std::size_t most = 0;
  for (const auto& cell : table.cells) most = std::max(most, cell.lines.size());
  return most;
}

// Lines that run through words are a drawing's.
bool crosses_words(const PageGrid& grid, const PageTable& table) {
  std::size_t words = 0, crossed = 0;
  for (const auto& cell : table.cells) {
    for (const auto& line : cell.lines) {
      for (const auto& word : line.words) {
        ++words;
        const bool out =
            word.box.x0 < cell.box.x0 - kThrough || word.box.x1 > cell.box.x1 + kThrough;
        crossed += out ? 1 : 0;
      }
    }
  }
  return grid.cells.size() > 1 && crossed >= kFewCrossed && 8 * crossed > words;
}

// A frame, the bars and axes of a chart: columns are what makes a table, and words in its cells.
bool is_drawing(const PageGrid& grid, const PageTable& table) {
  if (table.columns < 2) return true;
  const auto filled = static_cast<std::size_t>(
      std::count_if(table.cells.begin(), table.cells.end(),
                    [](const TableCell& cell) { return !cell.lines.empty(); }));
  if (filled == 0) return true;
  if (table.cells.size() >= kManyCells && filled * kFewFilled < table.cells.size()) return true;
  return crosses_words(grid, table);
}

// Lines of a cell in pieces, one below the other, figures behind the first: columns that no line
// parts.
bool hides_columns(const TableCell& cell) {
  std::size_t parted = 0;
  for (const auto& row : cell.lines) {
    const auto line = cut_line(row, kPieceGap);
    parted += line.pieces.size() >= 2 && line.pieces.back().figure ? 1 : 0;
  }
  return parted >= kFewestParted && 5 * parted >= 4 * cell.lines.size();
}

// What the figures are of stands in the first column of their rows; a chart has no such.
bool beside_labels(const PageTable& table, const TableCell& figures) {
  for (const auto& cell : table.cells) {
    if (cell.row != figures.row || cell.column != 0) continue;
    const auto words = std::count_if(cell.lines.begin(), cell.lines.end(), [](const PageRow& row) {
      return !row.words.empty() && !make_piece(row.words).figure;
    });
    return static_cast<std::size_t>(words) >= kFewestParted &&
           cell.lines.size() >= figures.lines.size();
  }
  return false;
}

// One line down the page and some across part too little, as do lines between groups of columns:
// words part the rest.
bool is_open(const PageGrid& grid, const PageTable& table) {
  if (grid.drawn_down < 2) return most_lines(table) > 2;
  return table.rows <= kFewBands &&
         std::any_of(table.cells.begin(), table.cells.end(), [&](const TableCell& cell) {
           return cell.column > 0 && hides_columns(cell) && beside_labels(table, cell);
         });
}

}  // namespace

PageTables find_ruled_tables(std::vector<PageRow> rows, const std::vector<read::RulingLine>& rules,
                             const std::vector<PageRow>& turned) {
  const auto grids = find_grids(rules);
  if (grids.empty()) return {{}, std::move(rows)};
  auto result = Filler(grids).fill(rows, {});
  std::vector<PageGrid> kept;
  for (std::size_t i = 0; i < grids.size(); ++i)
    if (!is_open(grids[i], result.tables[i]) && !is_drawing(grids[i], result.tables[i]))
      kept.push_back(grids[i]);
  if (kept.size() < grids.size() || !turned.empty()) result = Filler(kept).fill(rows, turned);
  for (auto& table : result.tables) {
    part_columns(table);
    part_rows(table);
  }
  return result;
}

}  // namespace kehoach::layout
