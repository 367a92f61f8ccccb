#include "store/archive.h"

#include <filesystem>

#include "base/error.h"
#include "store/file_uri.h"
#include "store/filter.h"
#include "store/migration.h"
#include "store/search/fts_functions.h"
#include "store/search/search_index.h"

namespace kehoach::store {
namespace {

constexpr int kMostTries = 30'000;  // a millisecond each: writers wait for each other that long

std::int64_t pragma(Archive& archive, const std::string& name) {
  Statement statement = archive.prepare("PRAGMA " + name);
  return statement.step() ? statement.integer(0) : 0;
}

void refuse_missing(const std::string& path) {
  std::error_code error;
  if (std::filesystem::exists(path, error)) return;
  throw base::Error("archive-missing",
                    path +
                        ": there is no such archive; make one with kehoach ingest PATH --archive " +
                        path + ", or name another with --archive");
}

// SQLite would wait for a pipe's other end for ever, and take a folder for a broken disk.
void refuse_what_is_no_file(const std::string& path) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status)) return;
  throw base::Error("archive-no-file",
                    path + ": is " +
                        (std::filesystem::is_directory(status) ? "a folder" : "a pipe or device") +
                        ", an archive is a file; name it with --archive FILE");
}

// A run that could not even make the tables (a full disk) leaves a file with nothing in it. Reading
// alone brings nothing up to date.
void refuse_unfit(const Archive& archive) {
  if (archive.version() == 0)
    throw base::Error("archive-empty", archive.path() +
                                           ": is empty, nothing was ever put into it; kehoach "
                                           "ingest PATH --archive " +
                                           archive.path() + " does");
  if (archive.version() == static_cast<int>(migrations().size())) return;
  throw base::Error("archive-older", archive.path() +
                                         ": was made by an older kehoach; kehoach ingest "
                                         "--archive " +
                                         archive.path() + " with any path brings it up to date");
}

// An ingest leaves others a few milliseconds between its transactions: who waits longer between
// two tries, as SQLite's own handler does, would never hit them.
int wait_a_moment(void*, int tries) {
  if (tries >= kMostTries) return 0;
  sqlite3_sleep(1);
  return 1;
}

int flags_of(Archive::Access access) {
  switch (access) {
    case Archive::Access::kRead:
      return SQLITE_OPEN_READONLY;
    case Archive::Access::kWrite:
      return SQLITE_OPEN_READWRITE;
    case Archive::Access::kCreate:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  }
  return SQLITE_OPEN_READONLY;
}

void refuse_missing_folder(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (folder.empty() || std::filesystem::is_directory(folder, error)) return;
  throw base::Error("archive-missing",
                    path + ": no archive can be made there: there is no folder " + folder.string() +
                        "; make it, or name another place with --archive");
}

// `name`: the path, or a URI of it.
sqlite3* connected(const std::string& name, const std::string& path, int flags, const char* vfs) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, vfs);
  if (code == SQLITE_OK) return opened;
  const std::unique_ptr<sqlite3, decltype(&sqlite3_close_v2)> failed(opened, sqlite3_close_v2);
  throw_failure(opened, code, path);
}

// Even who reads keeps a file beside an archive, for taking turns with who writes: in a folder that
// cannot be written there is none.
bool cannot_take_turns(sqlite3* database) {
  const char* first_read = "SELECT count(*) FROM sqlite_schema";
  const int code = sqlite3_exec(database, first_read, nullptr, nullptr, nullptr) & 0xFF;
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

// What was written last stands in a log and not yet in the archive. It lies beside the file itself,
// not beside a link to it.
bool has_log(const std::filesystem::path& whole) {
  std::filesystem::path log = whole;
  log += kLogEnd;
  std::error_code error;
  const auto size = std::filesystem::file_size(log, error);
  return !error && size > 0;
}

// Where nobody can write and no log is left, the file alone is the archive.
sqlite3* connected_to_read(const std::string& path, int flags) {
  sqlite3* opened = connected(path, path, flags, nullptr);
  if (!cannot_take_turns(opened)) return opened;
  std::error_code error;
  const std::filesystem::path whole = std::filesystem::canonical(path, error);
  if (error || has_log(whole)) return opened;
  sqlite3_close_v2(opened);
  return connected(file_uri(whole.string()) + "?immutable=1", path, flags | SQLITE_OPEN_URI,
                   nullptr);
}

}  // namespace

Archive Archive::open(const std::string& path, Access access, const char* vfs) {
  if (vfs == nullptr) refuse_what_is_no_file(path);
  if (access != Access::kCreate && vfs == nullptr) refuse_missing(path);
  if (access == Access::kCreate && vfs == nullptr) refuse_missing_folder(path);
  sqlite3* opened = access == Access::kRead && vfs == nullptr
                        ? connected_to_read(path, flags_of(access))
                        : connected(path, path, flags_of(access), vfs);
  std::unique_ptr<sqlite3, Close> database(opened);
  sqlite3_extended_result_codes(opened, 1);
  sqlite3_busy_handler(opened, wait_a_moment, nullptr);
  Archive archive(path, std::move(database));
  register_search_functions(opened);
  add_filter_functions(archive);
  archive.check_identity();
  archive.execute("PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF");
  if (access == Access::kRead) {
    refuse_unfit(archive);
    return archive;
  }
  archive.execute(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;"
      " PRAGMA wal_autocheckpoint=4000");
  archive.migrate();
  return archive;
}

void Archive::execute(const std::string& sql) {
  const int code = sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw_failure(database_.get(), code);
}

Statement& Archive::statement(std::string_view sql) {
  const auto [found, is_new] = statements_.try_emplace(std::string(sql), database_.get(), sql);
  if (!is_new) found->second.reset();
  return found->second;
}

void Archive::rest() {
  for (auto& [sql, statement] : statements_) statement.reset();
}

void Archive::keep_prepared(std::int64_t version, PreparedText prepared) {
  PreparedText& kept = prepared_[version];
  prepared_bytes_ -= kept.text.size() + kept.words.size();
  kept = std::move(prepared);
  prepared_bytes_ += kept.text.size() + kept.words.size();
}

const PreparedText* Archive::prepared(std::int64_t version) const {
  const auto found = prepared_.find(version);
  return found == prepared_.end() ? nullptr : &found->second;
}

void Archive::forget_prepared() {
  prepared_.clear();
  prepared_bytes_ = 0;
}

int Archive::version() const {
  Statement statement(database_.get(), "PRAGMA user_version");
  return statement.step() ? static_cast<int>(statement.integer(0)) : 0;
}

void Archive::check_identity() {
  const std::int64_t application = pragma(*this, "application_id");
  const std::int64_t tables = [&] {
    Statement statement = prepare("SELECT count(*) FROM sqlite_schema");
    statement.step();
    return statement.integer(0);
  }();
  const bool empty = tables == 0 && application == 0;
  if (!empty && application != kApplicationId)
    throw base::Error("archive-foreign",
                      path_ +
                          ": is a database, but not an archive of kehoach; name another file "
                          "with --archive");
  const int newest = static_cast<int>(migrations().size());
  if (version() > newest)
    throw base::Error("archive-newer", path_ + ": was made by a newer kehoach (form " +
                                           std::to_string(version()) + ", this one knows up to " +
                                           std::to_string(newest) +
                                           "); use that version, or another archive");
}

void Archive::migrate() {
  const int newest = static_cast<int>(migrations().size());
  if (version() == newest) return;
  Transaction transaction(*this);
  // Another process may have done it meanwhile.
  for (int done = version(); done < newest; ++done) {
    const Migration& migration = migrations()[static_cast<std::size_t>(done)];
    execute(std::string(migration.sql));
    execute("PRAGMA user_version=" + std::to_string(done + 1));
  }
  execute("PRAGMA application_id=" + std::to_string(kApplicationId));
  transaction.commit();
}

Transaction::Transaction(Archive& archive) : archive_(archive) {
  archive_.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  archive_.forget_prepared();
  if (!open_) return;
  archive_.rest();
  // It may be over already: SQLite rolls back by itself when the disk is full.
  sqlite3_exec(archive_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  update_search_index(archive_);
  archive_.rest();
  archive_.execute("COMMIT");
  open_ = false;
}

}  // namespace kehoach::store
