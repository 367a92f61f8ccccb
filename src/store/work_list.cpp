#include "store/work_list.h"

namespace kehoach::store {
namespace {

// Leads that the filter names, of a task with several; all where it names none.
Condition lead_condition(const Filter& filter) {
  Condition out;
  for (const std::string& lead : filter.leads) {
    out.sql = (out.sql == "1" ? "" : out.sql + " OR ") + "kehoach_says(b.body, ?)";
    out.parameters.emplace_back(lead);
  }
  return out;
}

void append(std::vector<SqlValue>& parameters, const Condition& condition) {
  parameters.insert(parameters.end(), condition.parameters.begin(), condition.parameters.end());
}

}  // namespace

void due_tasks(Archive& archive, const Filter& filter, const std::optional<std::string>& overdue_at,
               const std::function<bool(const DueTask&)>& take) {
  const Condition documents = document_condition(filter);
  const Condition tasks = entry_condition(filter, "tasks");
  const Condition leads = lead_condition(filter);
  // Documents whose tasks are asked for have such a task by that alone: no need to ask twice.
  std::string sql =
      "SELECT coalesce(b.body, ''), e.deadline_to, e.deadline_text, e.text, e.confidence, "
      "e.page, " +
      std::string(kDocumentLineColumns) +
      " FROM tasks e JOIN documents d ON d.current_version = e.version_id"
      " JOIN versions v ON v.id = e.version_id"
      " LEFT JOIN task_bodies b ON b.task_id = e.id AND b.part = 'lead'"
      " WHERE d.merged_into IS NULL AND " +
      documents.sql + " AND " + tasks.sql + " AND (" + leads.sql + ")";
  std::vector<SqlValue> parameters = documents.parameters;
  append(parameters, tasks);
  append(parameters, leads);
  if (overdue_at) {
    sql += " AND e.deadline_to < ?";
    parameters.emplace_back(*overdue_at);
  }
  Statement rows = archive.prepare(
      sql +
      " ORDER BY b.body_key IS NULL, b.body_key, e.deadline_to IS NULL, e.deadline_to, d.id,"
      " e.position");
  rows.bind_all(parameters);
  while (rows.step()) {
    DueTask task{rows.text(0),
                 rows.text(1),
                 rows.text(2),
                 rows.text(3),
                 rows.real(4),
                 rows.optional_integer(5),
                 read_document_line(rows, 6)};
    if (!take(task)) return;
  }
}

}  // namespace kehoach::store
