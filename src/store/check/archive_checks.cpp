#include "store/check/archive_checks.h"

#include <optional>

#include "base/error.h"
#include "output/digest.h"
#include "store/corrections/resting_corrections.h"
#include "store/put_record.h"
#include "store/row_count.h"

namespace kehoach::store {
namespace {

std::string of_document(std::int64_t id) { return "document " + std::to_string(id); }
std::string of_version(std::int64_t id) { return "version " + std::to_string(id); }

// Why a version's content is not what was stored; none if it is.
std::optional<std::string> content_damage(Archive& archive, std::int64_t version,
                                          const std::optional<std::string>& text_sha256) {
  try {
    if (stored_record(archive, version).is_null()) return "it has no content";
    const std::string text = stored_text(archive, version);
    stored_model(archive, version);
    if (text_sha256 && output::sha256_hex(text) != *text_sha256)
      return "its text is not the one that was hashed";
  } catch (const base::Error& error) {
    return std::string(error.what());
  } catch (const Json::exception&) {
    return "its record is no JSON";
  }
  return std::nullopt;
}

void count_as_info(Archive& archive, const FindingSink& found, std::string_view sql,
                   const char* code, const char* message) {
  const std::int64_t many = row_count(archive, sql);
  if (many > 0) found({"orphans", code, "info", std::to_string(many), message});
}

void check_resting(Archive& archive, const FindingSink& found) {
  std::vector<std::int64_t> documents;
  Statement statement = archive.prepare("SELECT DISTINCT document_id FROM corrections ORDER BY 1");
  while (statement.step()) documents.push_back(statement.integer(0));
  for (const std::int64_t document : documents)
    for (const Correction& one : resting_corrections(archive, document))
      found({"orphans", "correction-rests", "warning", of_document(document),
             "the entry that " + one.by + " corrected (" + one.field +
                 ") is not read any more; correct it anew or undo it"});
}

// Rows of documents that share something, and what is said of them.
void check_groups(Archive& archive, const FindingSink& found, std::string_view sql,
                  const char* code, const char* severity, const std::string& message) {
  Statement statement = archive.prepare(sql);
  while (statement.step())
    found({"duplicates", code, severity, "documents " + statement.text(0),
           statement.text(1) + message});
}

}  // namespace

void check_database(Archive& archive, const FindingSink& found) {
  Statement pages = archive.prepare("PRAGMA integrity_check(100)");
  while (pages.step()) {
    const std::string said = pages.text(0);
    if (said == "ok") continue;
    found({"database", "database-damaged", "error", archive.path(),
           said + "; restore a copy, or ingest into a new archive"});
  }
  Statement keys = archive.prepare("PRAGMA foreign_key_check");
  while (keys.step())
    found({"database", "row-without-parent", "error",
           keys.text(0) + " row " + keys.optional_text(1).value_or("?"),
           "points to a row of " + keys.text(2) + " that is not there"});
}

std::size_t check_contents(Archive& archive, const FindingSink& found,
                           const std::function<bool()>& goes_on) {
  Statement versions =
      archive.prepare("SELECT id, document_id, text_sha256 FROM versions ORDER BY id");
  std::size_t looked_at = 0;
  while (versions.step() && goes_on()) {
    ++looked_at;
    const std::int64_t id = versions.integer(0);
    if (const auto damage = content_damage(archive, id, versions.optional_text(2)))
      found({"contents", "content-damaged", "error",
             of_version(id) + " of " + of_document(versions.integer(1)),
             *damage + "; read it again with kehoach ingest --reread"});
  }
  return looked_at;
}

void check_orphans(Archive& archive, const FindingSink& found) {
  Statement documents = archive.prepare(
      "SELECT id FROM documents WHERE current_version IS NULL AND merged_into IS NULL");
  while (documents.step())
    found({"orphans", "document-without-version", "warning", of_document(documents.integer(0)),
           "has no content; nothing shows it"});
  Statement sources = archive.prepare(
      "SELECT path FROM sources s WHERE state = 'read' AND version_id IS NULL"
      " AND NOT EXISTS (SELECT 1 FROM sources m WHERE m.container_id = s.id)"
      " AND coalesce(media_type, '') <> 'application/zip'");
  while (sources.step())
    found({"orphans", "source-without-version", "error", sources.text(0),
           "is marked as read, but nothing of it is kept; kehoach ingest --reread"});
  check_resting(archive, found);
  count_as_info(archive, found,
                "SELECT count(*) FROM versions v WHERE NOT EXISTS"
                " (SELECT 1 FROM sources s WHERE s.version_id = v.id)",
                "version-without-source", "versions are held by no file any more; they are kept");
  count_as_info(archive, found, "SELECT count(*) FROM sources WHERE state = 'vanished'",
                "source-vanished",
                "files had vanished when they were looked for; what they held is kept");
  count_as_info(archive, found, "SELECT count(*) FROM sources WHERE state = 'pending'",
                "source-pending", "files are not read yet; kehoach ingest goes on with them");
  count_as_info(archive, found, "SELECT count(*) FROM sources WHERE state = 'failed'",
                "source-failed", "files could not be read; kehoach report names them");
}

void check_duplicates(Archive& archive, const FindingSink& found) {
  const std::string numbered =
      "SELECT group_concat(id, ', '), min(number) || ' of ' || min(issuer) FROM"
      " (SELECT * FROM documents WHERE current_version IS NOT NULL AND role = 'document'"
      "  AND number_key IS NOT NULL AND issuer_key IS NOT NULL AND ";
  // "Sở Nội vụ" without its province may be any of sixty: only one day of issue makes its papers
  // the same, as in document_key().
  const std::string one_body =
      "(issuer_level IS 'central' OR unit_code IS NOT NULL OR province IS NOT NULL)";
  check_groups(archive, found,
               numbered + "CASE WHEN " + one_body +
                   " THEN year ELSE issue_date END IS NOT NULL ORDER BY id)"
                   " GROUP BY number_key, issuer_key, CASE WHEN " +
                   one_body + " THEN year ELSE issue_date END HAVING count(*) > 1 ORDER BY min(id)",
               "duplicate-number", "warning",
               ": number, symbol, issuer and year are the same; one of them may be misread "
               "(kehoach correct)");
  check_groups(archive, found,
               numbered + one_body +
                   " ORDER BY id) GROUP BY number_key, issuer_key"
                   " HAVING count(*) > 1 AND count(year) < count(*) ORDER BY min(id)",
               "duplicate-number-without-year", "warning",
               ": number, symbol and issuer are the same, and not every one has a year");
  check_groups(archive, found,
               "SELECT group_concat(id, ', '), 'sha256 ' || substr(text_sha256, 1, 12) FROM"
               " (SELECT d.id, v.text_sha256 FROM documents d JOIN versions v"
               "  ON v.id = d.current_version JOIN contents c ON c.version_id = v.id"
               "  WHERE c.text_bytes > 0 ORDER BY d.id)"
               " GROUP BY text_sha256 HAVING count(*) > 1 ORDER BY min(id)",
               "duplicate-text", "warning", ": the same text stands in several documents");
}

std::vector<DiagnosticCount> diagnostic_counts(Archive& archive) {
  Statement statement = archive.prepare(
      "SELECT g.code, g.severity, count(*), count(DISTINCT d.id) FROM diagnostics g"
      " JOIN documents d ON d.current_version = g.version_id"
      " GROUP BY g.code, g.severity ORDER BY count(*) DESC, g.code");
  std::vector<DiagnosticCount> out;
  while (statement.step())
    out.push_back(
        {statement.text(0), statement.text(1), statement.integer(2), statement.integer(3)});
  return out;
}

}  // namespace kehoach::store
