#include "plan/tables/tables.h"

#include "plan/tables/table_grid.h"

namespace kehoach::plan {
namespace {

void add_pages(const layout::Block& block, std::vector<int>& pages) {
  if (!block.page) return;
  const int last = block.last_page.value_or(*block.page);
  for (int page = *block.page; page <= last; ++page)
    if (pages.empty() || pages.back() < page) pages.push_back(page);
}

Table read_table(const Reading& reading, const Grid& grid) {
  Table table;
  table.header_rows = static_cast<int>(grid.header_rows);
  for (const GridRow& row : grid.rows) {
    const layout::Block& block = reading.block(row.entry);
    add_pages(block, table.pages);
    auto& cells = table.rows.emplace_back();
    if (row.line) {
      cells.push_back(
          {std::string(reading.text.slice(row.own.front())), 1, row.across.front(), {}});
      continue;
    }
    if (block.cells.empty()) {
      for (const base::TextSpan cell : row.own)
        cells.push_back({std::string(reading.text.slice(cell)), 1, 1, {}});
    }
    for (const layout::Cell& cell : block.cells) {
      const auto place = static_cast<std::size_t>(cell.column);
      const std::string_view text =
          place < row.own.size() ? reading.text.slice(row.own[place]) : std::string_view();
      cells.push_back({std::string(text), cell.rowspan, cell.colspan, cell.boxes});
    }
  }
  return table;
}

}  // namespace

std::vector<Table> read_tables(const Reading& reading) {
  std::vector<Table> tables;
  for (const Grid& grid : read_grids(reading)) tables.push_back(read_table(reading, grid));
  return tables;
}

}  // namespace kehoach::plan
