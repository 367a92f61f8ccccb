#include "plan/tables/tables.h"

#include "plan/tables/table_captions.h"
#include "plan/tables/table_grid.h"

namespace kehoach::plan {
namespace {

void add_pages(const layout::Block& block, std::vector<int>& pages) {
  if (!block.page) return;
  const int last = block.last_page.value_or(*block.page);
  for (int page = *block.page; page <= last; ++page)
    if (pages.empty() || pages.back() < page) pages.push_back(page);
}

// Rows of a plain text: a cell for each place, or a line alone over all of them.
std::vector<TableCell> plain_cells(const Reading& reading, const GridRow& row) {
  std::vector<TableCell> cells;
  for (std::size_t c = 0; c < row.own.size(); ++c) {
    TableCell& cell = cells.emplace_back();
    cell.text = reading.text.slice(row.own[c]);
    cell.column = static_cast<int>(c);
    if (row.line) cell.colspan = row.across.front();
  }
  return cells;
}

std::vector<TableCell> given_cells(const Reading& reading, const GridRow& row,
                                   const layout::Block& block) {
  std::vector<TableCell> cells;
  for (const layout::Cell& from : block.cells) {
    const auto place = static_cast<std::size_t>(from.column);
    TableCell& cell = cells.emplace_back();
    if (place < row.own.size()) cell.text = reading.text.slice(row.own[place]);
    cell.rowspan = from.rowspan;
    cell.colspan = from.colspan;
    cell.boxes = from.boxes;
    cell.column = from.column;
    cell.page = block.page;
  }
  return cells;
}

Table read_table(const Reading& reading, const Grid& grid) {
  Table table;
  table.caption = read_caption(reading, grid);
  table.header_rows = static_cast<int>(grid.header_rows);
  table.columns = static_cast<int>(grid.columns);
  for (const GridRow& row : grid.rows) {
    const layout::Block& block = reading.block(row.entry);
    add_pages(block, table.pages);
    table.rows.push_back(row.line || block.cells.empty() ? plain_cells(reading, row)
                                                         : given_cells(reading, row, block));
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
