#include "store/sources.h"

#include "store/links.h"
#include "store/put_record.h"

namespace kehoach::store {
namespace {

constexpr std::string_view kColumns =
    "SELECT id, path, container_id, state, sha256, bytes, mtime_ns, media_type, version_id,"
    " failure_code, failure_message, attempts, run_id FROM sources WHERE ";

Source read_source_row(const Statement& row) {
  Source out;
  out.id = row.integer(0);
  out.path = row.text(1);
  out.container = row.optional_integer(2);
  out.state = row.text(3);
  out.sha256 = row.optional_text(4);
  out.bytes = row.optional_integer(5);
  out.mtime_ns = row.optional_integer(6);
  out.media_type = row.optional_text(7);
  out.version = row.optional_integer(8);
  out.failure_code = row.optional_text(9);
  out.failure_message = row.optional_text(10);
  out.attempts = row.integer(11);
  out.run = row.integer(12);
  return out;
}

std::vector<Source> read_sources(Statement& statement) {
  std::vector<Source> out;
  while (statement.step()) out.push_back(read_source_row(statement));
  return out;
}

// The document of a version, brought up to date if another version may take its place.
void refresh_document_of(Archive& archive, std::optional<std::int64_t> version) {
  if (!version) return;
  Statement& statement = archive.statement(
      "SELECT document_id FROM versions v WHERE id = ? AND EXISTS"
      " (SELECT 1 FROM versions w WHERE w.document_id = v.document_id AND w.id <> v.id)");
  statement.bind(*version);
  if (statement.step()) refresh_document(archive, statement.integer(0));
}

std::int64_t insert_source(Archive& archive, const Source& source) {
  archive
      .statement(
          "INSERT INTO sources (path, container_id, state, sha256, bytes, mtime_ns,"
          " media_type, version_id, failure_code, failure_message, attempts, run_id)"
          " VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")
      .bind(Blob{source.path}, source.container, source.state, source.sha256, source.bytes,
            source.mtime_ns, source.media_type, source.version, source.failure_code,
            source.failure_message, source.attempts, source.run)
      .run();
  return archive.last_id();
}

void update_source(Archive& archive, const Source& source, std::int64_t id) {
  archive
      .statement(
          "UPDATE sources SET container_id = ?, state = ?, sha256 = ?, bytes = ?,"
          " mtime_ns = ?, media_type = ?, version_id = ?, failure_code = ?,"
          " failure_message = ?, attempts = ?, run_id = ? WHERE id = ?")
      .bind(source.container, source.state, source.sha256, source.bytes, source.mtime_ns,
            source.media_type, source.version, source.failure_code, source.failure_message,
            source.attempts, source.run, id)
      .run();
}

}  // namespace

std::optional<Source> source_at(Archive& archive, std::string_view path) {
  Statement& statement = archive.statement(std::string(kColumns) + "path = ?").bind(Blob{path});
  if (!statement.step()) return std::nullopt;
  return read_source_row(statement);
}

std::vector<Source> sources_in(Archive& archive, std::int64_t container) {
  return read_sources(
      archive.statement(std::string(kColumns) + "container_id = ? ORDER BY id").bind(container));
}

std::int64_t put_source(Archive& archive, const Source& source) {
  const std::optional<Source> before = source_at(archive, source.path);
  const std::int64_t id = before ? before->id : insert_source(archive, source);
  if (before) update_source(archive, source, id);
  refresh_document_of(archive, source.version);
  if (before && before->version != source.version) refresh_document_of(archive, before->version);
  resolve_links_to_path(archive, source.path);
  return id;
}

void each_source_below(Archive& archive, const std::string& path,
                       const std::function<void(const Source&)>& take) {
  // Paths below "a/b" lie between "a/b/" and "a/b0": '0' is the byte after '/'.
  const std::string first = path == "/" ? path : path + "/";
  std::string last = first;
  last.back() = '0';
  Statement statement =
      archive.prepare(std::string(kColumns) + "path = ? OR (path >= ? AND path < ?) ORDER BY path");
  statement.bind(Blob{path}, Blob{first}, Blob{last});
  while (statement.step()) take(read_source_row(statement));
}

std::optional<std::int64_t> version_of(Archive& archive, std::string_view sha256) {
  Statement& statement = archive.statement("SELECT id FROM versions WHERE sha256 = ?").bind(sha256);
  if (!statement.step()) return std::nullopt;
  return statement.integer(0);
}

}  // namespace kehoach::store
