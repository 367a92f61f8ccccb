#include "plan/figures/figure_columns.h"

#include <algorithm>

#include "plan/figures/figure_cells.h"

namespace kehoach::plan {
namespace {

using base::TextSpan;

bool names_rows(const HeadingPath& path) {
  if (path.empty()) return false;
  const Heading& heading = path.back();
  return heading.has("indicator") || heading.has("task");
}

FigureRole role_of(const HeadingPart& part) {
  if (part.value == "target") return FigureRole::kTarget;
  return part.value == "result" ? FigureRole::kResult : FigureRole::kUnknown;
}

// From the lowest cell up; the lowest role and year count. A cell that is not understood ends the
// walk, and hides what stands above it.
FigureColumn resolve(const HeadingPath& path, bool goals_by_name) {
  FigureColumn column;
  for (auto heading = path.rbegin(); heading != path.rend(); ++heading) {
    if (!heading->whole) {
      if (heading == path.rbegin() || column.role == FigureRole::kUnknown) return {};
      break;
    }
    FigureRole role = FigureRole::kUnknown;
    for (const HeadingPart& part : heading->parts) {
      FigureRole said = role_of(part);
      if (goals_by_name && part.value == "indicator") said = FigureRole::kTarget;
      if (said == FigureRole::kUnknown && part.value != "year" && part.value != "times" &&
          part.value != "total")
        return {};
      if (role != FigureRole::kUnknown && said != FigureRole::kUnknown) return {};
      if (said != FigureRole::kUnknown) role = said;
      if (!column.year) column.year = part.year;
    }
    if (column.role == FigureRole::kUnknown) column.role = role;
    if (column.unit.empty()) column.unit = heading->bracket;
    column.heads.push_back(heading->span);
  }
  return column;
}

void judge_by_year(std::vector<FigureColumn>& columns, const DocumentTimes& times) {
  const bool goals = std::any_of(columns.begin(), columns.end(), [&](const FigureColumn& column) {
    return column.role == FigureRole::kTarget ||
           (column.year && times.first_year && *column.year >= *times.first_year);
  });
  for (FigureColumn& column : columns) {
    if (column.role != FigureRole::kUnknown || !column.year || !times.first_year) continue;
    if (!times.plans) continue;
    column.said = false;
    if (*column.year >= *times.first_year) column.role = FigureRole::kTarget;
    if (*column.year < *times.first_year && goals) column.role = FigureRole::kResult;
  }
}

// A goal is never set for a year that has passed.
bool is_over(const FigureColumn& column, const DocumentTimes& times) {
  return column.role == FigureRole::kTarget && column.year && times.first_year &&
         *column.year < *times.first_year;
}

void keep_understood(std::vector<FigureColumn>& columns, const DocumentTimes& times) {
  judge_by_year(columns, times);
  std::erase_if(columns, [&](const FigureColumn& column) {
    return column.role == FigureRole::kUnknown || is_over(column, times);
  });
}

// A column "Đơn vị" whose cells are units.
bool holds_units(const Reading& reading, const Grid& grid, std::size_t column) {
  std::size_t cells = 0, units = 0;
  for (std::size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    if (column >= grid.rows[r].own.size() || grid.rows[r].own[column].empty()) continue;
    ++cells;
    const auto unit = read_unit(reading, grid.rows[r].own[column]);
    units += unit && unit->unit != "count";
  }
  return units > 0 && units * 3 >= cells;
}

bool is_year_row(const Reading& reading, const GridRow& row, std::size_t column) {
  if (column >= row.own.size() || row.own[column].empty()) return false;
  const Heading heading = read_heading(reading, row.own[column]);
  return heading.whole &&
         std::any_of(heading.parts.begin(), heading.parts.end(),
                     [](const HeadingPart& part) { return part.year.has_value(); });
}

// The column whose heading is "Năm" and whose cells are years.
std::optional<std::size_t> column_of_years(const Reading& reading, const Grid& grid,
                                           const std::vector<HeadingPath>& paths) {
  for (std::size_t c = 0; c + 1 < paths.size(); ++c) {
    if (paths[c].empty() || !paths[c].back().whole || !paths[c].back().has("times")) continue;
    std::size_t cells = 0, years = 0;
    for (std::size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
      const GridRow& row = grid.rows[r];
      cells += c < row.own.size() && !row.own[c].empty();
      years += is_year_row(reading, row, c);
    }
    if (years >= 2 && 2 * years > cells) return c;
  }
  return std::nullopt;
}

// What names no indicator: "Ghi chú", "Đơn vị thực hiện".
bool is_other_column(const HeadingPath& path) {
  if (path.empty() || path.back().span.empty()) return true;
  return path.back().whole && path.back().names && !path.back().has("money");
}

Grid turned(const Grid& grid, const std::vector<HeadingPath>& paths, std::size_t years) {
  Grid result;
  result.table = grid.table;
  result.header_rows = 1;
  const auto add_cell = [](GridRow& row, TextSpan cell) {
    row.own.push_back(cell);
    row.across.push_back(1);
    row.from_above.push_back(false);
  };
  for (std::size_t c = years; c < paths.size(); ++c) {
    if (c > years && is_other_column(paths[c])) continue;
    GridRow& row = result.rows.emplace_back();
    row.entry = grid.rows.front().entry;
    add_cell(row, paths[c].back().span);
    for (std::size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
      const auto& cells = grid.rows[r].own;
      add_cell(row, c < cells.size() ? cells[c] : TextSpan{});
    }
    row.shown = row.own;
  }
  result.columns = result.rows.front().own.size();
  return result;
}

}  // namespace

std::optional<FigureColumns> figure_columns(const Reading& reading, const Grid& grid,
                                            const DocumentTimes& times) {
  const auto paths = read_headings(reading, grid);
  const auto name = std::find_if(paths.begin(), paths.end(), names_rows);
  if (name == paths.end()) return std::nullopt;
  FigureColumns columns;
  columns.name = static_cast<std::size_t>(name - paths.begin());
  bool assigned = false;
  for (std::size_t c = 0; c < paths.size(); ++c) {
    if (paths[c].empty() || c == columns.name) continue;
    const Heading& heading = paths[c].back();
    if (heading.has("price") || heading.has("person")) return std::nullopt;
    assigned = assigned || heading.has("lead") || heading.has("deadline");
    const bool unit = heading.has("unit") || (heading.has("body") && holds_units(reading, grid, c));
    if (unit && !columns.unit) columns.unit = c;
    FigureColumn column = resolve(paths[c], c > columns.name);
    column.column = c;
    if (column.role != FigureRole::kUnknown || column.year) columns.figures.push_back(column);
  }
  // What rows of work count is said in the work's own words.
  const bool work = !name->back().has("indicator");
  if (work && !columns.unit && assigned) return std::nullopt;
  keep_understood(columns.figures, times);
  if (columns.figures.empty()) return std::nullopt;
  return columns;
}

std::optional<TurnedTable> turned_table(const Reading& reading, const Grid& grid,
                                        const DocumentTimes& times) {
  const auto paths = read_headings(reading, grid);
  const auto years = column_of_years(reading, grid, paths);
  if (!years) return std::nullopt;
  TurnedTable table{turned(grid, paths, *years), {}};
  table.columns.turned = true;
  const auto& heads = table.grid.rows.front().own;
  for (std::size_t c = 1; c < heads.size(); ++c) {
    if (heads[c].empty()) continue;
    FigureColumn column = resolve({read_heading(reading, heads[c])}, true);
    column.column = c;
    if (column.role != FigureRole::kUnknown || column.year) table.columns.figures.push_back(column);
  }
  keep_understood(table.columns.figures, times);
  if (table.columns.figures.empty()) return std::nullopt;
  return table;
}

}  // namespace kehoach::plan
