#include "store/record_rows.h"

#include <array>
#include <string>

#include "language/comparison.h"

namespace kehoach::store {
namespace {

// A field's value as plain text: what SQL compares.
std::optional<std::string> plain(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
  if (value.is_null()) return std::nullopt;
  return output::to_line(value);
}

void put_field(Archive& archive, std::int64_t version, const std::string& path, const Json& field) {
  if (!field.is_object() || !field.contains("value")) return;
  const MainEvidence evidence = main_evidence(field);
  archive
      .statement(
          "INSERT INTO fields (version_id, path, value, confidence, rule, origin, evidence, page,"
          " text_start, text_end) VALUES (?,?,?,?,?,?,?,?,?,?)")
      .bind(version, path, plain(field["value"]), number_at(field, "confidence").value_or(0),
            text_at(field, "rule").value_or(""), evidence.origin, evidence.text, evidence.page,
            evidence.start, evidence.end)
      .run();
}

void put_fields(Archive& archive, std::int64_t version, const Json& document) {
  if (!document.is_object()) return;
  for (const auto& [key, field] : document.items())
    put_field(archive, version, "/document/" + key, field);
}

constexpr const char* kFigureColumns =
    " (version_id, position, indicator_code, indicator_name, change, unit, printed_unit, min, max,"
    " exclusive, approximate, printed, out_of, baseline_year, year, per, deadline, confidence, "
    "rule,"
    " evidence, page, text_start, text_end) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

void put_figure(Archive& archive, const std::string& insert, std::int64_t version, int position,
                const Json& figure) {
  const MainEvidence evidence = main_evidence(figure);
  const Json& indicator = at(figure, "indicator");
  archive.statement(insert)
      .bind(version, position, text_at(indicator, "code"), text_at(indicator, "name").value_or(""),
            text_at(figure, "change").value_or(""), text_at(figure, "unit").value_or(""),
            text_at(figure, "printed_unit"), number_at(figure, "min"), number_at(figure, "max"),
            true_at(figure, "exclusive"), true_at(figure, "approximate"),
            text_at(figure, "printed").value_or(""), number_at(figure, "of"),
            integer_at(figure, "baseline_year"), integer_at(figure, "year"), text_at(figure, "per"),
            text_at(figure, "deadline"), number_at(figure, "confidence").value_or(0),
            text_at(figure, "rule").value_or(""), evidence.text, evidence.page, evidence.start,
            evidence.end)
      .run();
}

void put_figures(Archive& archive, std::int64_t version, const std::string& table,
                 const Json& figures) {
  const std::string insert = "INSERT INTO " + table + kFigureColumns;
  int position = 0;
  for (const Json& figure : figures) put_figure(archive, insert, version, position++, figure);
}

void put_bodies(Archive& archive, std::int64_t task, const char* part, const Json& bodies) {
  int position = 0;
  for (const Json& body : bodies) {
    if (!body.is_string()) continue;
    const std::string name = body.get<std::string>();
    archive
        .statement(
            "INSERT INTO task_bodies (task_id, part, position, body, body_key)"
            " VALUES (?,?,?,?,?)")
        .bind(task, part, position++, name, language::comparison_form(name))
        .run();
  }
}

void put_task(Archive& archive, std::int64_t version, int position, const Json& task) {
  const MainEvidence evidence = main_evidence(task);
  const Json& deadline = at(task, "deadline");
  archive
      .statement(
          "INSERT INTO tasks (version_id, position, label, text, lead, cooperating, deadline_text,"
          " deadline_from, deadline_to, deadline_recurring, deliverable, section, origin,"
          " confidence, rule, page, text_start, text_end)"
          " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .bind(version, position, text_at(task, "label"), text_at(task, "text").value_or(""),
            list_at(task, "lead"), list_at(task, "cooperating"), text_at(deadline, "text"),
            text_at(deadline, "from"), text_at(deadline, "to"), text_at(deadline, "recurring"),
            text_at(task, "deliverable"), list_at(task, "section"),
            text_at(task, "origin").value_or(""), number_at(task, "confidence").value_or(0),
            text_at(task, "rule").value_or(""), evidence.page, evidence.start, evidence.end)
      .run();
  const std::int64_t id = archive.last_id();
  put_bodies(archive, id, "lead", at(task, "lead"));
  put_bodies(archive, id, "cooperating", at(task, "cooperating"));
}

void put_citation(Archive& archive, std::int64_t version, int position, const Json& citation) {
  const MainEvidence evidence = main_evidence(citation);
  archive
      .statement(
          "INSERT INTO citations (version_id, position, number, type, date, issuer, title,"
          " relation, confidence, rule, page, text_start, text_end)"
          " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .bind(version, position, text_at(citation, "number"), text_at(citation, "type"),
            text_at(citation, "date"), text_at(citation, "issuer"), text_at(citation, "title"),
            text_at(citation, "relation").value_or("mentions"),
            number_at(citation, "confidence").value_or(0), text_at(citation, "rule").value_or(""),
            evidence.page, evidence.start, evidence.end)
      .run();
}

void put_diagnostic(Archive& archive, std::int64_t version, int position, const Json& diagnostic) {
  archive
      .statement(
          "INSERT INTO diagnostics (version_id, position, code, severity, message, page)"
          " VALUES (?,?,?,?,?,?)")
      .bind(version, position, text_at(diagnostic, "code").value_or(""),
            text_at(diagnostic, "severity").value_or("warning"),
            text_at(diagnostic, "message").value_or(""), integer_at(diagnostic, "page"))
      .run();
}

template <class Put>
void put_each(Archive& archive, std::int64_t version, const Json& entries, Put put) {
  int position = 0;
  for (const Json& entry : entries) put(archive, version, position++, entry);
}

}  // namespace

void remove_rows(Archive& archive, std::int64_t version) {
  static constexpr std::array kDeletes = {
      "DELETE FROM task_bodies WHERE task_id IN (SELECT id FROM tasks WHERE version_id = ?)",
      "DELETE FROM tasks WHERE version_id = ?",
      "DELETE FROM fields WHERE version_id = ?",
      "DELETE FROM targets WHERE version_id = ?",
      "DELETE FROM results WHERE version_id = ?",
      "DELETE FROM citations WHERE version_id = ?",
      "DELETE FROM diagnostics WHERE version_id = ?",
      "DELETE FROM links WHERE from_version = ?",
  };
  for (const char* sql : kDeletes) archive.statement(sql).bind(version).run();
}

void put_rows(Archive& archive, std::int64_t version, const Json& record, const Json& corrected) {
  put_fields(archive, version, at(record, "document"));
  put_figures(archive, version, "targets", at(corrected, "targets"));
  put_figures(archive, version, "results", at(corrected, "results"));
  put_each(archive, version, at(corrected, "tasks"), put_task);
  put_each(archive, version, at(corrected, "citations"), put_citation);
  put_each(archive, version, at(record, "diagnostics"), put_diagnostic);
}

}  // namespace kehoach::store
