#include "store/put_record.h"

#include "base/error.h"
#include "store/compression.h"
#include "store/corrected_record.h"
#include "store/corrections/corrections.h"
#include "store/document_row.h"
#include "store/links.h"
#include "store/record_rows.h"

namespace kehoach::store {
namespace {

using Id = std::int64_t;

struct Known {
  Id version = 0, document = 0;
};

std::optional<Known> known_version(Archive& archive, const std::string& sha256) {
  Statement& statement =
      archive.statement("SELECT id, document_id FROM versions WHERE sha256 = ?").bind(sha256);
  if (!statement.step()) return std::nullopt;
  return Known{statement.integer(0), statement.integer(1)};
}

// How many fields of the header the record gives: what makes one source of a document better than
// another.
int completeness(const Json& record) {
  int count = 0;
  const Json& document = at(record, "document");
  if (!document.is_object()) return 0;
  for (const auto& [key, field] : document.items())
    if (field.is_object() && !at(field, "value").is_null()) ++count;
  return count;
}

Id insert_version(Archive& archive, const Json& record, Id document, Id run) {
  const Json& source = at(record, "source");
  archive
      .statement(
          "INSERT INTO versions (document_id, sha256, text_sha256, run_id, read_run_id, role,"
          " completeness, media_type, text_origin, encoding, language, pages, url, site,"
          " page_title, published) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
      .bind(document, text_at(source, "sha256"), text_at(source, "text_sha256"), run, run,
            text_at(record, "role").value_or("none"), completeness(record),
            text_at(source, "media_type"), text_at(source, "text_origin"),
            text_at(source, "encoding"), text_at(source, "language"), integer_at(source, "pages"),
            text_at(source, "url"), text_at(source, "site"), text_at(source, "title"),
            text_at(source, "published"))
      .run();
  return archive.last_id();
}

void update_version(Archive& archive, const Json& record, Id version, Id document, Id run) {
  const Json& source = at(record, "source");
  archive
      .statement(
          "UPDATE versions SET document_id = ?, text_sha256 = ?, read_run_id = ?, role = ?,"
          " completeness = ?, media_type = ?, text_origin = ?, encoding = ?, language = ?,"
          " pages = ?, url = ?, site = ?, page_title = ?, published = ? WHERE id = ?")
      .bind(document, text_at(source, "text_sha256"), run, text_at(record, "role").value_or("none"),
            completeness(record), text_at(source, "media_type"), text_at(source, "text_origin"),
            text_at(source, "encoding"), text_at(source, "language"), integer_at(source, "pages"),
            text_at(source, "url"), text_at(source, "site"), text_at(source, "title"),
            text_at(source, "published"), version)
      .run();
}

void put_contents(Archive& archive, Id version, const Reading& reading) {
  archive
      .statement(
          "INSERT OR REPLACE INTO contents (version_id, text, text_bytes, record,"
          " record_bytes, model, model_bytes, page_starts) VALUES (?,?,?,?,?,?,?,nullif(?,''))")
      .bind(version, Blob{reading.packed_text}, reading.text_bytes, Blob{reading.packed_record},
            reading.record_bytes, Blob{reading.packed_model}, reading.model_bytes,
            reading.page_starts)
      .run();
}

// A version went from one document to another. One that has none left was the same document all
// along: it stays as a pointer, so that its id still leads somewhere, and gives its corrections on.
void leave(Archive& archive, Id from, Id to) {
  refresh_document(archive, from);
  archive.statement("UPDATE documents SET merged_into = ? WHERE id = ? AND current_version IS NULL")
      .bind(to, from)
      .run();
  if (archive.changes() == 0) return;
  archive.statement("UPDATE corrections SET document_id = ? WHERE document_id = ?")
      .bind(to, from)
      .run();
  if (archive.changes() > 0) rewrite_corrected(archive, to);
}

std::string stored_blob(Archive& archive, Id version, const char* sql) {
  Statement& statement = archive.statement(sql).bind(version);
  if (!statement.step()) return "";
  return decompress(statement.bytes(0), static_cast<std::size_t>(statement.integer(1)));
}

}  // namespace

Reading pack(Json record, std::string_view text) {
  const std::string line = output::to_line(record);
  Reading out;
  out.packed_record = compress(line);
  out.record_bytes = line.size();
  out.packed_text = compress(text);
  out.text_bytes = text.size();
  out.prepared = prepare_text(text);
  out.record = std::move(record);
  return out;
}

Reading pack(Json record, std::string_view text, std::string_view model) {
  Reading out = pack(std::move(record), text);
  out.packed_model = compress(model);
  out.model_bytes = model.size();
  return out;
}

Stored put_record(Archive& archive, const Reading& reading, std::int64_t run,
                  std::optional<std::int64_t> predecessor) {
  const Json& record = reading.record;
  const std::string sha256 = text_at(at(record, "source"), "sha256").value_or("");
  if (sha256.empty())
    throw base::Error("internal-error", "a record without its source's hash cannot be stored");
  const std::optional<Known> known = known_version(archive, sha256);
  const Id document = document_for(
      archive, record, sha256, known ? std::optional(known->document) : std::nullopt, predecessor);
  Stored stored{0, document};
  if (known) {
    stored.version = known->version;
    remove_rows(archive, known->version);
    update_version(archive, record, known->version, document, run);
  } else {
    stored.version = insert_version(archive, record, document, run);
  }
  put_contents(archive, stored.version, reading);
  archive.keep_prepared(stored.version, reading.prepared);
  // A copy of a long record costs as much as its rows.
  const std::vector<Correction> corrections = corrections_in_force(archive, document);
  const Json copy = corrections.empty() ? Json() : corrected_record(corrections, record);
  const Json& corrected = copy.is_null() ? record : copy;
  put_rows(archive, stored.version, record, corrected);
  put_links(archive, stored.version, corrected);
  if (known && known->document != document) {
    leave(archive, known->document, document);
    resolve_links_to_files_of(archive, stored.version);
  }
  refresh_document(archive, document, {stored.version, &record});
  return stored;
}

std::optional<std::int64_t> current_version(Archive& archive, std::int64_t document) {
  Statement& statement =
      archive.statement("SELECT current_version FROM documents WHERE id = ?").bind(document);
  const auto version = statement.step() ? statement.optional_integer(0) : std::nullopt;
  statement.reset();
  return version;
}

Json stored_record(Archive& archive, std::int64_t version) {
  const std::string text = stored_blob(
      archive, version, "SELECT record, record_bytes FROM contents WHERE version_id = ?");
  return text.empty() ? Json() : Json::parse(text);
}

std::string stored_text(Archive& archive, std::int64_t version) {
  return stored_blob(archive, version,
                     "SELECT text, text_bytes FROM contents WHERE version_id = ?");
}

std::string stored_model(Archive& archive, std::int64_t version) {
  return stored_blob(archive, version,
                     "SELECT model, model_bytes FROM contents WHERE version_id = ?");
}

}  // namespace kehoach::store
