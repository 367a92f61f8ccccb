#include "store/document_row.h"

#include "store/corrected_record.h"
#include "store/identity.h"
#include "store/links.h"
#include "store/put_record.h"

namespace kehoach::store {
namespace {

using Id = std::int64_t;

std::optional<Id> document_with_key(Archive& archive, const std::string& key) {
  Statement& statement = archive.statement("SELECT id FROM documents WHERE key = ?").bind(key);
  if (!statement.step()) return std::nullopt;
  return statement.integer(0);
}

std::int64_t count_versions(Archive& archive, Id document) {
  Statement& statement =
      archive.statement("SELECT count(*) FROM versions WHERE document_id = ?").bind(document);
  statement.step();
  return statement.integer(0);
}

bool has_content_key(Archive& archive, Id document) {
  Statement& statement =
      archive.statement("SELECT key LIKE 'sha256:%' FROM documents WHERE id = ?").bind(document);
  return statement.step() && statement.integer(0) != 0;
}

std::optional<std::string> own_key(const Json& record) {
  if (text_at(record, "role") != "document") return std::nullopt;
  return document_key(identity_of(at(record, "document")));
}

// What stands in the row and says which links mean it.
struct LinkTarget {
  Identity identity;
  std::optional<std::string> role, issuer_level;
  bool operator==(const LinkTarget&) const = default;
};

LinkTarget stored_target(Archive& archive, Id document) {
  Statement& row = archive
                       .statement(
                           "SELECT number_key, serial, doc_type_code, issuer_key,"
                           " issue_date, year, role, issuer_level FROM documents WHERE id = ?")
                       .bind(document);
  LinkTarget target;
  if (!row.step()) return target;
  Identity& out = target.identity;
  out.number_key = row.optional_text(0);
  out.serial = row.optional_integer(1);
  out.doc_type_code = row.optional_text(2);
  out.issuer_key = row.optional_text(3);
  out.issue_date = row.optional_text(4);
  out.year = row.optional_integer(5);
  target.role = row.optional_text(6);
  target.issuer_level = row.optional_text(7);
  return target;
}

std::optional<Id> best_version(Archive& archive, Id document) {
  Statement& statement =
      archive
          .statement(
              "SELECT v.id FROM versions v JOIN contents c ON c.version_id = v.id"
              " WHERE v.document_id = ? ORDER BY"
              " EXISTS (SELECT 1 FROM sources s WHERE s.version_id = v.id"
              "         AND s.state = 'read') DESC,"
              " v.role = 'document' DESC, v.completeness DESC, c.text_bytes DESC, v.sha256"
              " LIMIT 1")
          .bind(document);
  if (!statement.step()) return std::nullopt;
  return statement.integer(0);
}

// All its versions were found to be another document's: it stays as a pointer, so that its id
// still leads somewhere.
void retire(Archive& archive, Id document) {
  archive
      .statement(
          "UPDATE documents SET key = 'merged:' || id, current_version = NULL,"
          " number_key = NULL, serial = NULL, issuer_key = NULL WHERE id = ?")
      .bind(document)
      .run();
}

void write_row(Archive& archive, Id document, Id version, const Json& record) {
  const Json& fields = at(record, "document");
  const Identity identity = identity_of(fields);
  const Json& number = at(fields, "number");
  const Json& type = at(fields, "type");
  const Json& issuer = at(fields, "issuer");
  const Json& unit = at(issuer, "unit");
  const Json& period = at(at(fields, "period"), "value");
  const Json& plan = at(fields, "plan");
  const std::optional<bool> is_plan =
      plan.is_object() ? std::optional(true_at(plan, "value")) : std::nullopt;
  archive
      .statement(
          "UPDATE documents SET role = ?, number = ?, number_key = ?, serial = ?, symbol = ?,"
          " doc_type = ?, doc_type_code = ?, title = ?, issue_date = ?, year = ?, issuer = ?,"
          " issuer_key = ?, issuer_level = ?, province = ?, unit_code = ?, unit_name = ?,"
          " is_plan = ?, period_from = ?, period_to = ?, current_version = ? WHERE id = ?")
      .bind(text_at(record, "role").value_or("none"), text_at(number, "value"), identity.number_key,
            identity.serial, text_at(number, "symbol"), text_at(type, "value"),
            identity.doc_type_code, text_at(at(fields, "title"), "value"), identity.issue_date,
            identity.year, text_at(issuer, "value"), identity.issuer_key, text_at(issuer, "level"),
            text_at(unit, "province"), text_at(unit, "code"), text_at(unit, "name"), is_plan,
            integer_at(period, "from"), integer_at(period, "to"), version, document)
      .run();
}

}  // namespace

std::int64_t document_for(Archive& archive, const Json& record, const std::string& sha256,
                          std::optional<std::int64_t> known,
                          std::optional<std::int64_t> predecessor) {
  const std::optional<std::string> own = own_key(record);
  const std::string key = own.value_or(content_key(sha256));
  if (const auto found = document_with_key(archive, key)) return *found;
  if (!own && predecessor && has_content_key(archive, *predecessor)) return *predecessor;
  if (known && !own && has_content_key(archive, *known)) return *known;
  if (known && count_versions(archive, *known) == 1) {
    archive.statement("UPDATE documents SET key = ? WHERE id = ?").bind(key, *known).run();
    return *known;
  }
  archive.statement("INSERT INTO documents (key, role) VALUES (?, ?)")
      .bind(key, text_at(record, "role").value_or("none"))
      .run();
  return archive.last_id();
}

void refresh_document(Archive& archive, std::int64_t document, RecordAtHand known) {
  const LinkTarget before = stored_target(archive, document);
  if (const auto version = best_version(archive, document)) {
    const bool at_hand = known.version == *version && known.record != nullptr;
    const Json stored = at_hand ? Json() : stored_record(archive, *version);
    const Json& record = at_hand ? *known.record : stored;
    const std::vector<Correction> corrections = corrections_in_force(archive, document);
    if (corrections.empty())
      write_row(archive, document, *version, record);
    else
      write_row(archive, document, *version, corrected_record(corrections, record));
  } else {
    retire(archive, document);
  }
  const LinkTarget after = stored_target(archive, document);
  if (before == after) return;
  resolve_links_to(archive, before.identity);
  resolve_links_to(archive, after.identity);
}

}  // namespace kehoach::store
