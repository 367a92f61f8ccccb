#include "plan/task_table.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "plan/assignment.h"
#include "plan/bodies.h"
#include "plan/deadline.h"
#include "plan/tables.h"

namespace kehoach::plan {

namespace {

using base::TextSpan;

constexpr double kSureRow = 0.9;

// What each column holds ("task", "lead", "deadline" …); empty where the header says nothing known.
using Columns = std::vector<std::string>;

Columns read_header(const Reading& reading, const std::vector<TextSpan>& cells) {
  Columns columns;
  for (const TextSpan& cell : cells) columns.push_back(column_of(reading, cell));
  const auto has = [&](std::string_view value) {
    return std::find(columns.begin(), columns.end(), value) != columns.end();
  };
  const bool tasks = has("task") && (has("lead") || has("cooperating") || has("deadline"));
  return tasks ? columns : Columns{};
}

class RowReader {
 public:
  RowReader(const Reading& reading, const Outline& outline, std::size_t node,
            const Columns& columns, const std::vector<TextSpan>& cells)
      : reading_(reading), columns_(columns), cells_(cells) {
    task_.origin = "table";
    task_.rule = "task.table-row";
    task_.confidence = kSureRow;
    task_.section = outline.headings(reading, node);
  }

  Task read() {
    for (std::size_t i = 0; i < cells_.size() && i < columns_.size(); ++i) {
      if (!cells_[i].empty()) take(columns_[i], cells_[i]);
    }
    return std::move(task_);
  }

 private:
  void take(std::string_view column, TextSpan cell) {
    const std::string text(reading_.text.slice(cell));
    const bool main = column == "task";
    if (column == "order") task_.label = text;
    if (main) task_.text = text;
    if (column == "lead") take_lead(text);
    if (column == "cooperating") task_.cooperating = split_bodies(reading_.matcher, text);
    if (column == "deadline") task_.deadline = read_deadline(reading_.matcher, text);
    if (column == "deliverable") task_.deliverable = text;
    const Evidence evidence = reading_.evidence(cell);
    if (main) {
      task_.evidence.insert(task_.evidence.begin(), evidence);
    } else if (!column.empty()) {
      task_.evidence.push_back(evidence);
    }
  }

  // "Chủ trì: Sở Y tế. Phối hợp: Công an tỉnh" in one cell.
  void take_lead(std::string_view text) {
    const match::TokenSequence tokens = reading_.matcher.tokenize(text, kTaskStage);
    const bool labelled = !tokens.tokens.empty() && tokens.tokens.front().is("label");
    if (!labelled) {
      task_.lead = split_bodies(reading_.matcher, text);
      return;
    }
    const Assignment found =
        AssignmentReader(reading_.matcher, tokens).labels({0, tokens.tokens.size()});
    task_.lead = found.lead;
    if (task_.cooperating.empty()) task_.cooperating = found.cooperating;
  }

  const Reading& reading_;
  const Columns& columns_;
  const std::vector<TextSpan>& cells_;
  Task task_;
};

// A row that only names a group has one or two cells with text.
bool is_task_row(const Columns& columns, const std::vector<TextSpan>& cells) {
  if (cells.size() != columns.size()) return false;
  const auto filled =
      std::count_if(cells.begin(), cells.end(), [](const TextSpan& cell) { return !cell.empty(); });
  return filled >= 3 || (filled == 2 && columns.size() == 2);
}

// Cells that reach down over rows below: each column's, and for how many rows more.
class SpannedCells {
 public:
  void clear() { columns_.clear(); }

  // Enters the cells of a row; `cells` are its places.
  void enter(const layout::Block& block, const std::vector<TextSpan>& cells) {
    for (auto& [cell, rows] : columns_) rows = std::max(0, rows - 1);
    for (const layout::Cell& cell : block.cells) {
      const auto column = static_cast<std::size_t>(cell.column);
      if (columns_.size() <= column) columns_.resize(column + 1);
      if (column < cells.size()) columns_[column] = {cells[column], cell.rowspan};
    }
  }

  // Does a cell from a row above cover the column in the row that was entered last?
  std::optional<TextSpan> over(std::size_t column, const layout::Block& block) const {
    const bool own = std::any_of(block.cells.begin(), block.cells.end(), [&](const auto& cell) {
      return static_cast<std::size_t>(cell.column) == column;
    });
    const bool covered = column < columns_.size() && columns_[column].second > 0 && !own;
    return covered ? std::optional(columns_[column].first) : std::nullopt;
  }

 private:
  std::vector<std::pair<TextSpan, int>> columns_;
};

class TableWalk {
 public:
  TableWalk(const Reading& reading, const Outline& outline)
      : reading_(reading), outline_(outline) {}

  std::vector<Task> read() {
    for (std::size_t i = 0; i < outline_.nodes.size(); ++i) {
      if (outline_.nodes[i].role == Node::Role::kRow) row(i);
    }
    return std::move(tasks_);
  }

 private:
  void row(std::size_t i) {
    const Node& node = outline_.nodes[i];
    const layout::Block& block = reading_.block(node.block);
    const bool goes_on = block.table >= 0 ? block.table == table_ : node.block == last_block_ + 1;
    if (!goes_on) begin_table(block.table);
    last_block_ = node.block;
    std::vector<TextSpan> cells = cells_of(reading_, node.block);
    if (!block.cells.empty()) cells.resize(std::max(cells.size(), columns_.size()));
    spanned_.enter(block, cells);
    if (takes_as_header(block, cells) || columns_.empty()) return;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const auto cell = spanned_.over(c, block);
      const bool of_all = c < columns_.size() && columns_[c] != "task" && columns_[c] != "order";
      if (cell && of_all) cells[c] = *cell;
    }
    if (!is_task_row(columns_, cells)) return;
    Task task = RowReader(reading_, outline_, i, columns_, cells).read();
    if (!task.text.empty()) tasks_.push_back(std::move(task));
  }

  void begin_table(int table) {
    columns_.clear();
    spanned_.clear();
    head_rows_ = 0;
    table_ = table;
  }

  // A header, or a row that cells of the header above reach down to: "Thời gian" over "Bắt đầu" and
  // "Hoàn thành".
  bool takes_as_header(const layout::Block& block, const std::vector<TextSpan>& cells) {
    if (head_rows_ > 0) --head_rows_;
    Columns header = read_header(reading_, cells);
    if (!header.empty()) {
      columns_ = std::move(header);
      head_rows_ = 1;
      for (const layout::Cell& cell : block.cells) head_rows_ = std::max(head_rows_, cell.rowspan);
      return true;
    }
    if (head_rows_ == 0) return false;
    columns_.resize(std::max(columns_.size(), cells.size()));
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::string column = column_of(reading_, cells[c]);
      if (!column.empty()) columns_[c] = column;
    }
    return true;
  }

  const Reading& reading_;
  const Outline& outline_;
  std::vector<Task> tasks_;
  Columns columns_;
  SpannedCells spanned_;
  int table_ = -1, head_rows_ = 0;
  std::size_t last_block_ = 0;
};

}  // namespace

std::vector<Task> read_task_tables(const Reading& reading, const Outline& outline) {
  return TableWalk(reading, outline).read();
}

}  // namespace kehoach::plan
