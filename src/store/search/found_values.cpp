#include "store/search/found_values.h"

#include <algorithm>
#include <array>
#include <string>

#include "output/figure_words.h"
#include "store/figures.h"

namespace kehoach::store {
namespace {

using Values = std::vector<FoundValue>;

constexpr std::array kPlaces = {"fields", "targets", "results", "tasks", "citations"};

struct Anchor {
  std::int64_t position = 0, page = 0;
};

// The value with a page that is nearest to the place, before or behind it.
std::optional<Anchor> anchor(Archive& archive, std::int64_t version, std::size_t position,
                             bool before) {
  std::optional<Anchor> nearest;
  for (const char* table : kPlaces) {
    const std::string sql =
        std::string("SELECT text_start, page FROM ") + table +
        " WHERE version_id = ?1 AND page IS NOT NULL AND text_start " +
        (before ? "<= ?2 ORDER BY text_start DESC" : ">= ?2 ORDER BY text_start") + " LIMIT 1";
    Statement& row = archive.statement(sql).bind(version, position);
    if (!row.step()) continue;
    const Anchor found{row.integer(0), row.integer(1)};
    const bool nearer = !nearest || (before ? found.position > nearest->position
                                            : found.position < nearest->position);
    if (nearer) nearest = found;
  }
  return nearest;
}

std::optional<std::int64_t> pages_of(Archive& archive, std::int64_t version) {
  Statement& row = archive.statement("SELECT pages FROM versions WHERE id = ?").bind(version);
  return row.step() ? row.optional_integer(0) : std::nullopt;
}

std::optional<std::int64_t> stored_page(Archive& archive, std::int64_t version,
                                        std::size_t position) {
  Statement& row = archive
                       .statement(
                           "SELECT json_extract(s.value, '$[1]') FROM contents c,"
                           " json_each(c.page_starts) s WHERE c.version_id = ?"
                           " AND json_extract(s.value, '$[0]') <= ? ORDER BY s.key DESC LIMIT 1")
                       .bind(version, position);
  return row.step() ? row.optional_integer(0) : std::nullopt;
}

void add_fields(Archive& archive, std::int64_t version, std::size_t start, std::size_t end,
                Values& out) {
  Statement& row =
      archive
          .statement(
              "SELECT substr(path, 11), value, confidence, page FROM fields"
              " WHERE version_id = ? AND text_start < ? AND text_end > ? AND value IS NOT"
              " NULL AND origin = 'text' ORDER BY path")
          .bind(version, end, start);
  while (row.step())
    out.push_back({row.text(0), row.text(1), row.real(2), row.optional_integer(3)});
}

void add_figures(Statement& row, const char* kind, Values& out) {
  while (row.step()) {
    const ArchivedFigure figure = read_figure(row);
    out.push_back({kind, output::figure_words(figure.figure), figure.confidence, figure.page});
  }
}

std::string task_line(Statement& row) {
  std::string out = row.text(0);
  if (!row.is_null(1) && !row.bytes(1).empty()) out = row.text(1) + ": " + out;
  if (!row.is_null(2)) out += " (" + row.text(2) + ")";
  return out;
}

void add_tasks(Statement& row, Values& out) {
  while (row.step()) out.push_back({"task", task_line(row), row.real(3), row.optional_integer(4)});
}

void add_citations(Statement& row, Values& out) {
  while (row.step()) {
    std::string text = row.text(0);
    for (const int column : {1, 2, 3})
      if (!row.is_null(column)) text += (text.empty() ? "" : " ") + row.text(column);
    out.push_back({"citation", text, row.real(4), row.optional_integer(5)});
  }
}

constexpr const char* kTaskColumns =
    "e.text, (SELECT group_concat(body, '; ') FROM task_bodies b WHERE b.task_id = e.id"
    " AND b.part = 'lead'), e.deadline_text, e.confidence, e.page";
constexpr const char* kCitationColumns = "e.type, e.number, e.date, e.issuer, e.confidence, e.page";

Statement& entries(Archive& archive, const char* columns, const char* table,
                   const Condition& condition, std::int64_t version, std::size_t most) {
  Statement& statement = archive.statement(std::string("SELECT ") + columns + " FROM " + table +
                                           " e WHERE " + condition.sql +
                                           " AND e.version_id = ? ORDER BY e.confidence DESC,"
                                           " e.position LIMIT ?");
  std::vector<SqlValue> parameters = condition.parameters;
  parameters.emplace_back(version);
  parameters.emplace_back(static_cast<std::int64_t>(most));
  statement.bind_all(parameters);
  return statement;
}

Condition touching(std::size_t start, std::size_t end) {
  return {"e.text_start < ? AND e.text_end > ?",
          {static_cast<std::int64_t>(end), static_cast<std::int64_t>(start)}};
}

}  // namespace

std::optional<std::int64_t> page_of(Archive& archive, std::int64_t version, std::size_t position) {
  const auto pages = pages_of(archive, version);
  if (!pages) return std::nullopt;
  if (*pages <= 1) return *pages == 1 ? pages : std::nullopt;
  if (const auto page = stored_page(archive, version, position)) return page;
  const auto before = anchor(archive, version, position, true);
  const auto behind = anchor(archive, version, position, false);
  if (before) return before->page;
  return behind && behind->page == 1 ? std::optional(behind->page) : std::nullopt;
}

Values values_at(Archive& archive, std::int64_t version, std::size_t start, std::size_t end,
                 std::size_t most) {
  Values out;
  add_fields(archive, version, start, end, out);
  const Condition here = touching(start, end);
  for (const char* table : {"targets", "results"}) {
    Statement& rows = entries(archive, kFigureColumns, table, here, version, most);
    add_figures(rows, table == std::string("targets") ? "target" : "result", out);
  }
  Statement& tasks = entries(archive, kTaskColumns, "tasks", here, version, most);
  add_tasks(tasks, out);
  Statement& citations = entries(archive, kCitationColumns, "citations", here, version, most);
  add_citations(citations, out);
  if (out.size() > most) out.resize(most);
  return out;
}

Values values_asked_for(Archive& archive, const Filter& filter, std::int64_t version,
                        std::size_t most) {
  Values out;
  if (!filter.indicators.empty() || !filter.changes.empty()) {
    for (const char* table : {"targets", "results"}) {
      Statement& rows =
          entries(archive, kFigureColumns, table, entry_condition(filter, table), version, most);
      add_figures(rows, table == std::string("targets") ? "target" : "result", out);
    }
  }
  if (!filter.leads.empty() || !filter.due_from.empty() || !filter.due_to.empty()) {
    Statement& rows =
        entries(archive, kTaskColumns, "tasks", entry_condition(filter, "tasks"), version, most);
    add_tasks(rows, out);
  }
  if (!filter.cites.empty()) {
    Statement& rows = entries(archive, kCitationColumns, "citations",
                              entry_condition(filter, "citations"), version, most);
    add_citations(rows, out);
  }
  if (out.size() > most) out.resize(most);
  return out;
}

}  // namespace kehoach::store
