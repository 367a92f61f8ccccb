#include "store/filter.h"

#include <memory>

#include "language/comparison.h"
#include "store/identity.h"

namespace kehoach::store {
namespace {

// Words with spaces around, so that a part is found at the borders of words only.
std::string spaced_words(const std::string& form) {
  std::string out = " ";
  for (const std::string& word : language::comparison_words(form)) out += word + " ";
  return out;
}

// What is looked for, folded once for all rows.
class Needle {
 public:
  explicit Needle(std::string_view typed)
      : folded_(language::comparison_form(typed) == language::search_form(typed)),
        words_(form(typed)) {}
  bool means(std::string_view text) const { return form(text).find(words_) != std::string::npos; }

 private:
  std::string form(std::string_view text) const {
    return spaced_words(folded_ ? language::search_form(text) : language::comparison_form(text));
  }
  bool folded_;
  std::string words_;
};

std::string_view argument(sqlite3_value* value) {
  const auto* data = static_cast<const char*>(sqlite3_value_blob(value));
  const int size = sqlite3_value_bytes(value);
  return {data, data == nullptr ? 0 : static_cast<std::size_t>(size)};
}

// NAME(text, what was typed): what was typed is made a What once for all rows.
template <class What>
void is_said(sqlite3_context* context, int, sqlite3_value** arguments) {
  try {
    auto* what = static_cast<What*>(sqlite3_get_auxdata(context, 1));
    std::unique_ptr<What> made;
    if (what == nullptr) {
      made = std::make_unique<What>(argument(arguments[1]));
      what = made.get();
    }
    const bool found =
        sqlite3_value_type(arguments[0]) != SQLITE_NULL && what->means(argument(arguments[0]));
    sqlite3_result_int(context, found ? 1 : 0);
    if (made != nullptr)
      sqlite3_set_auxdata(context, 1, made.release(),
                          [](void* kept) { delete static_cast<What*>(kept); });
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  }
}

void add(Condition& condition, const std::string& sql, std::vector<SqlValue> parameters = {}) {
  condition.sql = condition.sql == "1" ? "(" + sql + ")" : condition.sql + " AND (" + sql + ")";
  for (SqlValue& value : parameters) condition.parameters.push_back(std::move(value));
}

// One of `values`: `sql` has as many parameters as it says "?", each the value.
void add_any(Condition& condition, const std::string& sql, const std::vector<std::string>& values) {
  if (values.empty()) return;
  std::string any;
  std::vector<SqlValue> parameters;
  for (const std::string& value : values) {
    any += (any.empty() ? "" : " OR ") + sql;
    for (const char c : sql)
      if (c == '?') parameters.emplace_back(value);
  }
  add(condition, any, std::move(parameters));
}

// A deadline is the day by which; one that names only a first day is judged by that.
constexpr const char* kDue = "coalesce(e.deadline_to, e.deadline_from)";

Condition figure_condition(const Filter& filter) {
  Condition out;
  add_any(out, "e.change = ?", filter.changes);  // first: names take longer to compare
  add_any(out, "e.indicator_code = upper(?) OR kehoach_says(e.indicator_name, ?)",
          filter.indicators);
  return out;
}

Condition task_condition(const Filter& filter) {
  Condition out;
  add_any(out,
          "EXISTS (SELECT 1 FROM task_bodies b WHERE b.task_id = e.id AND b.part = 'lead'"
          " AND kehoach_says(b.body, ?))",
          filter.leads);
  if (!filter.due_from.empty()) add(out, kDue + std::string(" >= ?"), {filter.due_from});
  if (!filter.due_to.empty()) add(out, kDue + std::string(" <= ?"), {filter.due_to});
  return out;
}

Condition citation_condition(const Filter& filter) {
  Condition out;
  add_any(out, "kehoach_numbered(e.number, ?)", filter.cites);
  return out;
}

// What the filter asks of entries of this table, but for their confidence.
Condition own_condition(const Filter& filter, std::string_view table) {
  if (table == "tasks") return task_condition(filter);
  if (table == "citations") return citation_condition(filter);
  return figure_condition(filter);
}

// Documents that have such an entry in one of the tables.
void add_entries(Condition& condition, const Filter& filter,
                 const std::vector<std::string>& tables) {
  if (own_condition(filter, tables.front()).sql == "1") return;
  std::string any;
  std::vector<SqlValue> parameters;
  for (const std::string& table : tables) {
    const Condition entry = entry_condition(filter, table);
    any += (any.empty() ? "" : " OR ") +
           ("EXISTS (SELECT 1 FROM " + table + " e WHERE e.version_id = d.current_version AND " +
            entry.sql + ")");
    parameters.insert(parameters.end(), entry.parameters.begin(), entry.parameters.end());
  }
  add(condition, any, std::move(parameters));
}

}  // namespace

void add_filter_functions(Archive& archive) {
  const auto add_function = [&](const char* name, auto* function) {
    const int code = sqlite3_create_function_v2(
        archive.handle(), name, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
        function, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_failure(archive.handle(), code);
  };
  add_function("kehoach_says", is_said<Needle>);
  add_function("kehoach_numbered", is_said<TypedNumber>);
}

Condition entry_condition(const Filter& filter, std::string_view table) {
  Condition out = own_condition(filter, table);
  if (filter.min_confidence > 0) add(out, "e.confidence >= ?", {filter.min_confidence});
  return out;
}

Condition document_condition(const Filter& filter) {
  Condition out;
  add_any(out, "kehoach_says(d.province, ?)", filter.provinces);
  if (filter.year_from) add(out, "d.year >= ?", {std::int64_t{*filter.year_from}});
  if (filter.year_to) add(out, "d.year <= ?", {std::int64_t{*filter.year_to}});
  add_any(out, "d.doc_type_code = ? OR kehoach_says(d.doc_type, ?)", filter.types);
  add_any(out, "kehoach_says(d.issuer, ?)", filter.issuers);
  add_entries(out, filter, {"targets", "results"});
  add_entries(out, filter, {"tasks"});
  add_entries(out, filter, {"citations"});
  return out;
}

std::vector<std::int64_t> filtered_documents(Archive& archive, const Filter& filter) {
  const Condition condition = document_condition(filter);
  Statement statement =
      archive.prepare("SELECT d.id FROM documents d WHERE d.current_version IS NOT NULL AND " +
                      condition.sql + " ORDER BY d.id");
  statement.bind_all(condition.parameters);
  std::vector<std::int64_t> out;
  while (statement.step()) out.push_back(statement.integer(0));
  return out;
}

std::vector<std::size_t> filtered_entries(Archive& archive, const Filter& filter,
                                          std::string_view table, std::int64_t version) {
  const Condition condition = entry_condition(filter, table);
  Statement statement =
      archive.prepare("SELECT e.position FROM " + std::string(table) + " e WHERE " + condition.sql +
                      " AND e.version_id = ? ORDER BY e.position");
  std::vector<SqlValue> parameters = condition.parameters;
  parameters.emplace_back(version);
  statement.bind_all(parameters);
  std::vector<std::size_t> out;
  while (statement.step()) out.push_back(static_cast<std::size_t>(statement.integer(0)));
  return out;
}

}  // namespace kehoach::store
