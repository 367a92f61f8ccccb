#include "plan/task_table.h"

#include <algorithm>
#include <string>
#include <string_view>

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

}  // namespace

std::vector<Task> read_task_tables(const Reading& reading, const Outline& outline) {
  std::vector<Task> tasks;
  Columns columns;
  std::size_t last_block = 0;
  for (std::size_t i = 0; i < outline.nodes.size(); ++i) {
    const Node& node = outline.nodes[i];
    if (node.role != Node::Role::kRow) continue;
    if (node.block != last_block + 1) columns.clear();
    last_block = node.block;
    const std::vector<TextSpan> cells = cells_of(reading, node.block);
    if (Columns header = read_header(reading, cells); !header.empty()) {
      columns = std::move(header);
      continue;
    }
    if (columns.empty() || !is_task_row(columns, cells)) continue;
    Task task = RowReader(reading, outline, i, columns, cells).read();
    if (!task.text.empty()) tasks.push_back(std::move(task));
  }
  return tasks;
}

}  // namespace kehoach::plan
