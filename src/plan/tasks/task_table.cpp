#include "plan/tasks/task_table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "language/comparison.h"
#include "plan/bodies.h"
#include "plan/tables/table_cells.h"
#include "plan/tables/table_columns.h"
#include "plan/tables/table_grid.h"
#include "plan/tasks/body_cell.h"
#include "plan/tasks/deadline.h"
#include "plan/tasks/period_columns.h"
#include "plan/tasks/row_groups.h"

namespace kehoach::plan {

namespace {

using base::TextSpan;

constexpr double kSureRow = 0.9;
constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

// What columns of a table of tasks may hold; "bodies": who leads and who cooperates, in one cell.
constexpr std::array<std::string_view, 10> kKinds = {
    "order",       "task",  "lead", "cooperating", "body",
    "deliverable", "start", "end",  "deadline",    "bodies"};

struct TaskColumns {
  std::vector<std::string_view> kinds;    // one a column; empty where nothing of a task stands
  std::vector<std::optional<int>> years;  // said by the heading of a time
  std::size_t task = kNoColumn;
  std::vector<PeriodColumn> periods;  // ticked where the task is due
  std::size_t group = kNoColumn;  // whose cells name groups: "Nhóm nhiệm vụ" before "Nhiệm vụ"

  bool has(std::string_view kind) const {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  }
  bool ordered() const { return has("order"); }
  // Who, when and what comes of it: what a row that only names a group leaves blank.
  bool is_fact(std::size_t c) const {
    return c < kinds.size() && c != task && c != group && kinds[c] != "order";
  }
};

std::string_view kind_of(const HeadingPath& path) {
  if (path.empty()) return {};
  const Heading& heading = path.back();
  if (heading.has("lead") && heading.has("cooperating")) return "bodies";
  if (heading.has("watcher")) return {};
  for (const HeadingPart& part : heading.parts) {
    if (std::find(kKinds.begin(), kKinds.end(), part.value) != kKinds.end()) return part.value;
    if (part.value == "topic" || part.value == "money") return {};
  }
  return {};
}

std::optional<int> year_of(const HeadingPath& path) {
  for (const Heading& heading : path)
    for (const HeadingPart& part : heading.parts)
      if (part.year) return part.year;
  return std::nullopt;
}

// A table of prices, of persons or of figures holds no tasks.
bool is_other(const std::vector<HeadingPath>& paths) {
  bool unit = false, figures = false;
  for (const HeadingPath& path : paths) {
    for (const Heading& heading : path) {
      if (heading.has("price") || heading.has("person")) return true;
      unit = unit || heading.has("unit");
      figures = figures || heading.has("target") || heading.has("result") || heading.has("year");
    }
  }
  return unit && figures;
}

// Of two columns of tasks, the first names groups where its cells hold for several of the second.
void choose_task_column(const Grid& grid, TaskColumns& columns) {
  std::vector<std::size_t> found;
  for (std::size_t c = 0; c < columns.kinds.size(); ++c)
    if (columns.kinds[c] == "task") found.push_back(c);
  if (found.empty()) return;
  columns.task = found.front();
  if (found.size() < 2) return;
  std::size_t first = 0, second = 0;
  for (std::size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    const auto& own = grid.rows[r].own;
    first += found[0] < own.size() && !own[found[0]].empty();
    second += found[1] < own.size() && !own[found[1]].empty();
  }
  if (first >= second) return;
  columns.group = found[0];
  columns.task = found[1];
}

// Clock times in most cells of a column of times: the programme of a day.
bool is_agenda(const Reading& reading, const Grid& grid, const TaskColumns& columns) {
  std::size_t cells = 0, clocks = 0;
  for (std::size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    for (std::size_t c = 0; c < grid.rows[r].own.size() && c < columns.kinds.size(); ++c) {
      const TextSpan cell = grid.rows[r].own[c];
      if (cell.empty() || columns.kinds[c] != "deadline") continue;
      ++cells;
      const match::TokenRange range = reading.tokens.within({cell.begin, cell.end});
      for (std::size_t i = range.begin; i < range.end; ++i) {
        if (!reading.tokens.tokens[i].is("clock")) continue;
        ++clocks;
        break;
      }
    }
  }
  return clocks * 2 > cells;
}

// Nothing if the headings do not make a table of tasks.
std::optional<TaskColumns> task_columns(const Reading& reading, const Grid& grid) {
  const std::vector<HeadingPath> paths = read_headings(reading, grid);
  if (is_other(paths)) return std::nullopt;
  TaskColumns columns;
  for (const HeadingPath& path : paths) {
    columns.kinds.push_back(kind_of(path));
    columns.years.push_back(year_of(path));
  }
  if (!columns.has("lead") && !columns.has("bodies"))
    std::replace(columns.kinds.begin(), columns.kinds.end(), std::string_view("body"),
                 std::string_view("lead"));
  choose_task_column(grid, columns);
  columns.periods = find_period_columns(reading, grid, paths);
  for (const PeriodColumn& period : columns.periods) columns.kinds[period.column] = "period";
  const bool facts = !columns.periods.empty() || columns.has("lead") ||
                     columns.has("cooperating") || columns.has("bodies") ||
                     columns.has("deadline") || columns.has("end");
  if (columns.task == kNoColumn || !facts || is_agenda(reading, grid, columns)) return std::nullopt;
  return columns;
}

void append(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more)
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

class TableReader {
 public:
  TableReader(const Reading& reading, const Grid& grid, const TaskColumns& columns,
              std::vector<std::string> headings)
      : reading_(reading),
        grid_(grid),
        columns_(columns),
        headings_(std::move(headings)),
        cells_(reading, grid) {}

  std::vector<Task> read() {
    for (std::size_t r = grid_.header_rows; r < grid_.rows.size(); ++r) row(r);
    return std::move(tasks_);
  }

 private:
  std::string_view text(TextSpan cell) const { return reading_.text.slice(cell); }
  TextSpan shown(std::size_t r, std::size_t c) const { return cells_.shown(r, c); }
  TextSpan own(std::size_t r, std::size_t c) const { return cells_.own(r, c); }

  void row(std::size_t r) {
    if (cells_.is_numbering(r) || cells_.repeats_header(r)) return;
    if (is_group(r)) {
      enter_group(r);
      return;
    }
    const bool below =
        columns_.task < grid_.rows[r].from_above.size() && grid_.rows[r].from_above[columns_.task];
    if (own(r, columns_.task).empty()) {
      if (below || label(r).empty()) add_to_last(r, below);
      return;
    }
    Task task = new_task(r, own(r, columns_.task));
    take_facts(r, task, true);
    const bool says = !task.lead.empty() || !task.cooperating.empty() || task.deadline ||
                      task.deliverable || task.label || grid_.rows[r].filled() > 1;
    if (says && !task.text.empty()) tasks_.push_back(std::move(task));
  }

  std::size_t order_column() const {
    const auto found = std::find(columns_.kinds.begin(), columns_.kinds.end(), "order");
    return found == columns_.kinds.end() ? kNoColumn
                                         : static_cast<std::size_t>(found - columns_.kinds.begin());
  }

  std::string label(std::size_t r) const {
    if (r >= grid_.rows.size()) return {};
    if (columns_.ordered()) {
      const std::string label = bare_label(text(own(r, order_column())));
      if (kind_of_label(label) != LabelKind::kNone) return label;
    }
    return split_label(reading_, name_of(r)).label;
  }

  // The cell that says what the row is about.
  TextSpan name_of(std::size_t r) const {
    const TextSpan task = own(r, columns_.task);
    if (!task.empty()) return task;
    for (const TextSpan cell : grid_.rows[r].own) {
      const bool bare = kind_of_label(bare_label(text(cell))) != LabelKind::kNone;
      if (!cell.empty() && !bare) return cell;
    }
    return task;
  }

  // Only a name stands in the row, and it is no task: it reaches over the columns of facts, has a
  // label or the look of a heading, or the row below counts what is in it.
  bool is_group(std::size_t r) const {
    const GridRow& row = grid_.rows[r];
    const TextSpan name = name_of(r);
    if (name.empty()) return false;
    if (row.line) return true;
    for (std::size_t c = 0; c < row.own.size(); ++c) {
      if (!columns_.is_fact(c)) continue;
      const bool spanned = !row.shown[c].empty() && row.shown[c] == name;
      if (spanned) return row.filled() <= 2;
      if (!cells_.is_blank(row.shown[c]) && row.own[c] != name) return false;
    }
    if (own(r, columns_.task).empty()) return true;
    return looks_like_group(r, text(name));
  }

  bool looks_like_group(std::size_t r, std::string_view name) const {
    const std::string own_label = label(r);
    const LabelKind kind = kind_of_label(own_label);
    if (kind == LabelKind::kRoman || kind == LabelKind::kCapital) return true;
    if (language::is_upper_word(name) || name.ends_with(":")) return true;
    if (own_label.empty()) return columns_.ordered() && language::starts_upper(name);
    return is_below(label(r + 1), own_label);
  }

  void enter_group(std::size_t r) {
    std::string name;
    TextSpan last{};
    for (const TextSpan cell : grid_.rows[r].own) {
      if (cell.empty() || cell == last) continue;
      name += (name.empty() ? "" : " ") + std::string(text(cell));
      last = cell;
    }
    while (name.ends_with(':') || name.ends_with(' ')) name.pop_back();
    const LabelledText behind = split_label(reading_, name_of(r));
    groups_.enter(label(r), std::move(name), language::is_upper_word(text(behind.text)));
    group_bodies_.clear();
    const auto bodies = leading_bodies(reading_.matcher, text(behind.text));
    if (bodies && bodies->begin == 0 && bodies->end == text(behind.text).size())
      group_bodies_ = split_bodies(reading_.matcher, text(behind.text));
  }

  Task new_task(std::size_t r, TextSpan cell) const {
    Task task;
    task.origin = "table";
    task.rule = "task.table-row";
    task.confidence = kSureRow;
    task.section = headings_;
    const auto groups = groups_.names();
    task.section.insert(task.section.end(), groups.begin(), groups.end());
    if (columns_.group != kNoColumn && !shown(r, columns_.group).empty())
      task.section.emplace_back(text(shown(r, columns_.group)));
    const LabelledText split = split_label(reading_, cell);
    const std::string counted =
        columns_.ordered() ? bare_label(text(own(r, order_column()))) : std::string();
    task.label = counted.empty() ? split.label : counted;
    if (task.label->empty()) task.label.reset();
    task.text = std::string(text(split.text));
    task.evidence.push_back(reading_.evidence(split.text));
    return task;
  }

  // A row without a task of its own: more of the task above. A product or time of its own makes it
  // a task again where the cell of the task reaches down to it.
  void add_to_last(std::size_t r, bool below) {
    if (tasks_.empty()) return;
    Task more = new_task(r, shown(r, columns_.task));
    more.label = tasks_.back().label;
    take_facts(r, more, false);
    if (below && (more.deadline || more.deliverable)) {
      take_facts(r, more, true);
      tasks_.push_back(std::move(more));
      return;
    }
    Task& last = tasks_.back();
    append(last.lead, more.lead);
    append(last.cooperating, more.cooperating);
    if (!last.deadline) last.deadline = more.deadline;
    if (!last.deliverable) last.deliverable = more.deliverable;
    last.evidence.insert(last.evidence.end(), more.evidence.begin() + 1, more.evidence.end());
  }

  // `all`: with the cells of rows above that reach down to this one.
  void take_facts(std::size_t r, Task& task, bool all) const {
    for (std::size_t c = 0; c < grid_.rows[r].own.size(); ++c) {
      if (!columns_.is_fact(c) || columns_.kinds[c].empty()) continue;
      const TextSpan cell = all ? shown(r, c) : own(r, c);
      if (!cells_.is_blank(cell)) take(columns_.kinds[c], c, cell, task);
    }
    if (!task.deadline) take_periods(r, task);
    if (all && task.lead.empty() && !columns_.has("lead") && !columns_.has("bodies"))
      task.lead = group_bodies_;
  }

  // The ticks in columns of months, or quarters.
  void take_periods(std::size_t r, Task& task) const {
    if (columns_.periods.empty()) return;
    const auto year = columns_.years[columns_.periods.front().column];
    task.deadline = ticked_periods(reading_, cells_, columns_.periods, r, year);
    if (task.deadline) task.evidence.push_back(reading_.evidence(columns_.periods.front().heading));
  }

  void take(std::string_view kind, std::size_t c, TextSpan cell, Task& task) const {
    const std::string_view said = text(cell);
    if (kind == "lead" || kind == "cooperating" || kind == "bodies") {
      if (!take_bodies(kind, said, task)) return;
    } else if (kind == "deliverable") {
      if (!task.deliverable) task.deliverable = std::string(said);
    } else if (kind == "deadline" || kind == "start" || kind == "end") {
      take_time(kind, time_of(cell, columns_.years[c]), task);
    }
    const Evidence evidence = reading_.evidence(cell);
    const bool again =
        std::any_of(task.evidence.begin(), task.evidence.end(),
                    [&](const Evidence& known) { return known.span == evidence.span; });
    if (!again) task.evidence.push_back(evidence);
  }

  bool take_bodies(std::string_view kind, std::string_view said, Task& task) const {
    const CellBodies bodies = read_body_cell(reading_.matcher, said);
    append(task.lead, bodies.lead);
    append(task.cooperating, bodies.cooperating);
    if (kind == "cooperating") append(task.cooperating, bodies.plain);
    // Where a column holds both, names of which nothing is said are the doer's only if it is one.
    const bool one = bodies.lead.empty() && bodies.plain.size() == 1;
    if (kind == "lead" || (kind == "bodies" && one)) append(task.lead, bodies.plain);
    if (kind == "bodies" && !bodies.lead.empty()) append(task.cooperating, bodies.plain);
    return !bodies.lead.empty() || !bodies.cooperating.empty() || !bodies.plain.empty();
  }

  // The day of a document that sets the time ("Theo Nghị định số … ngày …") is not the time.
  Deadline time_of(TextSpan cell, std::optional<int> year) const {
    Deadline time = read_deadline(reading_.matcher, text(cell), year);
    const match::TokenRange range = reading_.tokens.within({cell.begin, cell.end});
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (!reading_.tokens.tokens[i].is("doc_number")) continue;
      time.from.reset();
      time.to.reset();
    }
    return time;
  }

  static void take_time(std::string_view kind, Deadline time, Task& task) {
    if (kind == "start") {
      time.to.reset();
    } else if (kind == "end") {
      if (!task.deadline) time.from.reset();
    }
    if (!task.deadline) {
      task.deadline = std::move(time);
    } else if (kind == "end") {
      task.deadline->text += " - " + time.text;
      task.deadline->to = time.to;
    }
  }

  const Reading& reading_;
  const Grid& grid_;
  const TaskColumns& columns_;
  std::vector<std::string> headings_;
  TableCells cells_;
  GroupPath groups_;
  std::vector<std::string> group_bodies_;  // where the group is a body: who does what is below it
  std::vector<Task> tasks_;
};

}  // namespace

std::vector<Task> read_task_tables(const Reading& reading, const Outline& outline) {
  std::vector<Task> tasks;
  std::size_t node = 0;
  for (const Grid& grid : read_grids(reading)) {
    const auto columns = task_columns(reading, grid);
    if (!columns) continue;
    while (node < outline.nodes.size() && outline.nodes[node].block < grid.rows.front().entry)
      ++node;
    std::vector<std::string> headings;
    if (node < outline.nodes.size()) headings = outline.headings(reading, node);
    auto found = TableReader(reading, grid, *columns, std::move(headings)).read();
    std::move(found.begin(), found.end(), std::back_inserter(tasks));
  }
  return tasks;
}

}  // namespace kehoach::plan
