#include "store/search/facets.h"

#include <optional>
#include <set>

#include "language/comparison.h"

namespace kehoach::store {
namespace {

// Names and SQL that gives their values; parameters: document, version.
struct Source {
  const char* name;
  const char* sql;
};

constexpr Source kSources[] = {
    {"province", "SELECT province FROM documents WHERE id = ?1 AND ?2 > 0"},
    {"year", "SELECT year FROM documents WHERE id = ?1 AND ?2 > 0"},
    {"type", "SELECT doc_type_code FROM documents WHERE id = ?1 AND ?2 > 0"},
    {"issuer", "SELECT issuer_key FROM documents WHERE id = ?1 AND ?2 > 0"},
    {"role", "SELECT role FROM documents WHERE id = ?1 AND ?2 > 0"},
    {"indicator", "SELECT DISTINCT indicator_code FROM targets WHERE ?1 > 0 AND version_id = ?2"},
    {"change", "SELECT DISTINCT change FROM targets WHERE ?1 > 0 AND version_id = ?2"},
    {"lead",
     "SELECT DISTINCT b.body_key FROM tasks t JOIN task_bodies b ON b.task_id = t.id"
     " WHERE ?1 > 0 AND t.version_id = ?2 AND b.part = 'lead'"},
    {"cites",
     "SELECT DISTINCT number_key FROM links WHERE ?1 > 0 AND from_version = ?2"
     " AND kind <> 'attachment'"},
};

}  // namespace

std::string facet(std::string_view name, std::string_view value) {
  std::string out = "=" + std::string(name) + ":";
  for (const char byte : language::comparison_form(value))
    out += byte == ' ' || byte == '|' ? '_' : byte;
  return out;
}

std::string document_facets(Archive& archive, std::int64_t document, std::int64_t version) {
  std::set<std::string> found;
  for (const Source& source : kSources) {
    Statement& statement = archive.statement(source.sql).bind(document, version);
    while (statement.step())
      if (const auto value = statement.optional_text(0); value && !value->empty())
        found.insert(facet(source.name, *value));
  }
  std::string out;
  for (const std::string& one : found) out += (out.empty() ? "" : " ") + one;
  return out;
}

}  // namespace kehoach::store
