#include "plan/tables.h"

#include <algorithm>

#include "plan/task_list.h"

namespace kehoach::plan {
namespace {

constexpr std::string_view kColumnStage = "task-cues";

// A column of order numbers or two named columns make a header; one name alone may stand in a cell
// of any row.
bool is_header(const Reading& reading, const std::vector<base::TextSpan>& cells) {
  if (column_of(reading, cells.front()) == "order") return true;
  const auto named = std::count_if(cells.begin(), cells.end(), [&](base::TextSpan cell) {
    return !column_of(reading, cell).empty();
  });
  return named >= 2;
}

// One line of many tabs among many short rows would be filled with more cells than memory holds.
constexpr std::size_t kSmallTable = 100'000;  // cells that any table may be filled up to
constexpr std::size_t kMostFill = 4;          // and how many times its own cells a larger one

// Blanks at the end of a line are no characters of the text, so empty last cells are missing.
void fill_rows(Table& table) {
  std::size_t width = 0, cells = 0;
  for (const auto& row : table.rows) {
    width = std::max(width, row.size());
    cells += row.size();
  }
  if (table.rows.size() * width > std::max(kSmallTable, kMostFill * cells)) return;
  for (auto& row : table.rows) row.resize(width);
}

}  // namespace

std::vector<base::TextSpan> cells_of(const Reading& reading, std::size_t i) {
  const base::TextSpan row = reading.text.blocks[i].span;
  const std::string_view text = reading.text.slice(row);
  std::vector<base::TextSpan> cells;
  std::size_t begin = 0;
  while (true) {
    const std::size_t tab = text.find('\t', begin);
    const std::size_t end = tab == std::string_view::npos ? text.size() : tab;
    const base::LocalSpan cell = trimmed(text, {begin, end});
    cells.push_back({row.begin + cell.begin, row.begin + cell.end});
    if (tab == std::string_view::npos) return cells;
    begin = tab + 1;
  }
}

std::string column_of(const Reading& reading, base::TextSpan cell) {
  const match::TokenSequence tokens =
      reading.matcher.tokenize(reading.text.slice(cell), kColumnStage);
  for (const match::Token& token : tokens.tokens) {
    if (token.is("column")) return std::string(token.value);
  }
  return {};
}

std::vector<Table> read_tables(const Reading& reading) {
  std::vector<Table> tables;
  bool open = false;
  for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
    if (reading.block(i).kind != layout::BlockKind::kTableRow) {
      open = false;
      continue;
    }
    if (!open) tables.emplace_back();
    open = true;
    Table& table = tables.back();
    const std::vector<base::TextSpan> cells = cells_of(reading, i);
    const bool heads_only = table.header_rows == static_cast<int>(table.rows.size());
    if (heads_only && is_header(reading, cells)) ++table.header_rows;
    auto& row = table.rows.emplace_back();
    for (const base::TextSpan cell : cells) {
      row.push_back({std::string(reading.text.slice(cell)), 1, 1, {}});
    }
  }
  for (Table& table : tables) fill_rows(table);
  // One row alone is a line with a separator in it, no table.
  std::erase_if(tables, [](const Table& table) { return table.rows.size() < 2; });
  return tables;
}

}  // namespace kehoach::plan
