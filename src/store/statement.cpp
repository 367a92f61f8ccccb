#include "store/statement.h"

#include <utility>

#include "base/error.h"

namespace kehoach::store {
namespace {

std::string file_of(sqlite3* database) {
  const char* name = sqlite3_db_filename(database, "main");
  return name == nullptr || *name == '\0' ? "the archive" : name;
}

}  // namespace

void throw_failure(sqlite3* database, int code, const std::string& path) {
  const std::string file = path.empty() ? file_of(database) : path;
  const std::string said = std::string(" (SQLite: ") + sqlite3_errmsg(database) + ")";
  switch (code & 0xFF) {
    case SQLITE_FULL:
      throw base::Error("archive-full", file +
                                            ": the disk is full; what was stored before is kept: "
                                            "make room and run the same command again" +
                                            said);
    case SQLITE_IOERR:
      throw base::Error("archive-unwritten",
                        file +
                            ": the disk failed, or a limit on the size of files was reached; what "
                            "was stored before is kept: see to it and run the same command "
                            "again" +
                            said);
    case SQLITE_READONLY:
      throw base::Error(
          "archive-read-only",
          file + ": cannot be written; check its permissions and those of its folder" + said);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw base::Error("archive-busy", file +
                                            ": another program is writing it; try again when it "
                                            "is done" +
                                            said);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw base::Error("archive-corrupt",
                        file +
                            ": is damaged, or no archive; restore it from a copy, or ingest the "
                            "sources into a new one" +
                            said);
    case SQLITE_CANTOPEN:
      throw base::Error("archive-missing",
                        file + ": cannot be opened; check the path and its permissions" + said);
    default:
      throw base::Error("archive", file + ": the database failed" + said);
  }
}

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
  check(
      sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr));
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}

void Statement::check(int code) const {
  if (code != SQLITE_OK) throw_failure(database_, code);
}

Statement& Statement::bind_all(const std::vector<SqlValue>& values) {
  reset();
  int index = 0;
  for (const SqlValue& value : values)
    std::visit([&](const auto& one) { bind_one(index, one); }, (++index, value));
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  sqlite3_reset(statement_);
  throw_failure(database_, code);
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

// What it returns was thrown by the step that failed.
void Statement::reset() { sqlite3_reset(statement_); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }

std::string_view Statement::bytes(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return {static_cast<const char*>(data), data == nullptr ? 0 : static_cast<std::size_t>(size)};
}

std::optional<std::string> Statement::optional_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

std::optional<double> Statement::optional_real(int column) const {
  if (is_null(column)) return std::nullopt;
  return real(column);
}

std::string Statement::column_name(int column) const {
  const char* name = sqlite3_column_name(statement_, column);
  return name == nullptr ? "" : name;
}

void Statement::bind_one(int index, std::nullptr_t) { check(sqlite3_bind_null(statement_, index)); }

void Statement::bind_one(int index, std::int64_t value) {
  check(sqlite3_bind_int64(statement_, index, value));
}

void Statement::bind_one(int index, double value) {
  check(sqlite3_bind_double(statement_, index, value));
}

void Statement::bind_one(int index, std::string_view value) {
  // A null pointer would bind null.
  const char* data = value.data() == nullptr ? "" : value.data();
  check(sqlite3_bind_text64(statement_, index, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_one(int index, Blob value) {
  const char* data = value.bytes.data() == nullptr ? "" : value.bytes.data();
  check(sqlite3_bind_blob64(statement_, index, data, value.bytes.size(), SQLITE_TRANSIENT));
}

}  // namespace kehoach::store
