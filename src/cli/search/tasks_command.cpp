#include "base/counted.h"
#include "base/error.h"
#include "cli/archive_place.h"
#include "cli/clock.h"
#include "cli/document_choice.h"
#include "cli/result_file.h"
#include "cli/search/empty_list.h"
#include "cli/search/targets_command.h"
#include "output/sheets/csv.h"
#include "output/table.h"
#include "output/value_json.h"
#include "store/read_snapshot.h"
#include "store/work_list.h"

namespace kehoach::cli {
namespace {

using store::DueTask;

std::optional<std::string> overdue_day(const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  if (typed == "today") return vietnam_day();
  if (!output::is_iso_day(typed))
    throw base::Error(
        "usage", "wrong usage: --overdue " + typed + ": a day is wanted (2024-06-30), or today");
  return typed;
}

const output::Sheet kSheet = {"tasks",
                              {{"lead"},
                               {"deadline"},
                               {"deadline_text"},
                               {"task"},
                               {"plan_id"},
                               {"plan"},
                               {"plan_date"},
                               {"page"},
                               {"confidence"}}};

std::string csv_line(const DueTask& task) {
  return output::csv_line(
      {task.lead, task.deadline, task.deadline_text, task.text, task.plan.id, task.plan.number,
       task.plan.date, task.page ? output::Cell(*task.page) : output::Cell(), task.confidence},
      output::Formulas::kGuard);
}

std::string json_line(const DueTask& task) {
  using output::text_or_null;
  return output::to_line({{"lead", text_or_null(task.lead)},
                          {"deadline", text_or_null(task.deadline)},
                          {"deadline_text", text_or_null(task.deadline_text)},
                          {"task", task.text},
                          {"plan", document_json(task.plan)},
                          {"page", output::or_null(task.page)},
                          {"confidence", task.confidence}}) +
         "\n";
}

std::vector<std::string> row_of(const DueTask& task) {
  return {task.lead.empty() ? "-" : task.lead,
          task.deadline.empty() ? task.deadline_text : task.deadline, task.text,
          std::to_string(task.plan.id) + " " + task.plan.number};
}

std::string table(const std::vector<std::vector<std::string>>& rows, const TasksOptions& options,
                  const std::optional<std::string>& day, std::size_t width) {
  static const std::vector<output::Column> columns = {{"lead", false, output::Fit::kCut, 0},
                                                      {"due"},
                                                      {"task", false, output::Fit::kCut, 0},
                                                      {"plan"}};
  const std::string count =
      base::counted(rows.size(), "task") + (options.overdue.empty() ? "" : " due before " + *day);
  if (rows.empty()) return count + "\n";
  return output::align(columns, rows, width) + "\n" + count +
         (day ? "; whether they are done, no document here needs to say\n" : "\n");
}

}  // namespace

ExitCode tasks(const TasksOptions& options, const Terminal& terminal) {
  refuse_archive_as_output(options.output, options.archive);
  const std::optional<std::string> day = overdue_day(options.overdue);
  const store::Filter filter = make_filter(options.filter);
  store::Archive archive = store::Archive::open(options.archive, store::Archive::Access::kRead);
  const store::ReadSnapshot snapshot(archive);
  ResultFile file(options.output);
  const bool as_table = options.format.empty() || options.format == "table";
  if (options.format == "csv") file.write(output::csv_head(kSheet));
  std::vector<std::vector<std::string>> rows;
  bool any = false;
  store::due_tasks(archive, filter, day, [&](const DueTask& task) {
    any = true;
    if (as_table) rows.push_back(row_of(task));
    return as_table || file.write(options.format == "csv" ? csv_line(task) : json_line(task));
  });
  if (!any)
    tell_why_nothing(
        archive, options.filter, filter,
        "the documents that fit have no such task" + (day ? " due before " + *day : ""), terminal);
  if (as_table) file.write(table(rows, options, day, terminal.width()));
  file.close();
  return ExitCode::kDone;
}

}  // namespace kehoach::cli
