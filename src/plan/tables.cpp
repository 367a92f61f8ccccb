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

namespace {

class TableReader {
 public:
  explicit TableReader(const Reading& reading) : reading_(reading) {}

  std::vector<Table> read() {
    for (std::size_t i = 0; i < reading_.text.blocks.size(); ++i) {
      const layout::Block& block = reading_.block(i);
      if (block.kind == layout::BlockKind::kTableRow) {
        row(i, block);
      } else if (open_ == kPlain) {
        open_ = kNone;  // in a plain text, what stands between two rows parts tables
      }
    }
    for (Open& table : tables_)
      if (!table.structured) fill_rows(table.table);
    std::vector<Table> tables;
    for (Open& table : tables_) tables.push_back(std::move(table.table));
    // One row alone is a line with a separator in it, no table.
    std::erase_if(tables, [](const Table& table) { return table.rows.size() < 2; });
    return tables;
  }

 private:
  struct Open {
    Table table;
    bool structured = false;
    int head = 0;  // rows that the cells of the first header row reach down to
  };

  static constexpr int kNone = -2, kPlain = -1;

  void row(std::size_t i, const layout::Block& block) {
    const bool goes_on = open_ != kNone && open_ == block.table;
    if (!goes_on) tables_.push_back({{}, !block.cells.empty(), 0});
    open_ = block.table;
    Open& table = tables_.back();
    const auto cells = cells_of(reading_, i);
    count_header(table, block, cells);
    if (block.page && (table.table.pages.empty() || table.table.pages.back() != *block.page))
      table.table.pages.push_back(*block.page);
    auto& row = table.table.rows.emplace_back();
    if (block.cells.empty()) {
      for (const base::TextSpan cell : cells)
        row.push_back({std::string(reading_.text.slice(cell)), 1, 1, {}});
      return;
    }
    for (const layout::Cell& cell : block.cells) {
      const auto place = static_cast<std::size_t>(cell.column);
      const std::string_view text =
          place < cells.size() ? reading_.text.slice(cells[place]) : std::string_view();
      row.push_back({std::string(text), cell.rowspan, cell.colspan, cell.boxes});
    }
  }

  void count_header(Open& table, const layout::Block& block,
                    const std::vector<base::TextSpan>& cells) const {
    const int rows = static_cast<int>(table.table.rows.size());
    if (table.table.header_rows != rows) return;
    const bool marked =
        !block.cells.empty() && std::all_of(block.cells.begin(), block.cells.end(),
                                            [](const layout::Cell& cell) { return cell.header; });
    const bool below = rows < table.head;
    if (!marked && !below && !is_header(reading_, cells)) return;
    ++table.table.header_rows;
    for (const layout::Cell& cell : block.cells)
      table.head = std::max(table.head, rows + cell.rowspan);
  }

  const Reading& reading_;
  std::vector<Open> tables_;
  int open_ = kNone;  // the table that the row before belongs to
};

}  // namespace

std::vector<Table> read_tables(const Reading& reading) { return TableReader(reading).read(); }

}  // namespace kehoach::plan
