// The archive: one SQLite file that holds what was read of every source, and how to open it.
//
// Purpose: what was read once is kept, found again, and never lost to a crash. The tables and what
// they mean are the contract with those who read the file with SQL: docs/archive.md.
// Contract: a file that is no archive, is damaged at its head, or was made by a newer kehoach is
// refused in words before anything is written; an older one is brought up to date, all or nothing.
// What a committed Transaction holds survives the end of the process at any moment, and a power cut
// leaves the state after some earlier commit (WAL, synchronous=NORMAL: the archive is never
// damaged, and what is missing is read again by the next run). One writer at a time, any number of
// readers beside it. Not for use in a process that was forked from the one that opened it.
// Example:
//   Archive archive = Archive::open("kehoach.db", Archive::Access::kCreate);
//   Transaction transaction(archive);
//   put_record(archive, reading, run);
//   transaction.commit();
// Refused: one file for each record (no search, no links); rows for every cell and box (the record
// is kept whole, as JSON, and the tables hold what is asked for).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/search/prepared_text.h"
#include "store/statement.h"

namespace kehoach::store {

// "keho": what `file` and SQLite's application_id say of an archive.
inline constexpr std::int64_t kApplicationId = 0x6B65686F;

class Archive {
 public:
  enum class Access {
    kRead,    // must exist; nothing is written
    kWrite,   // must exist
    kCreate,  // made if it is not there
  };

  // Throws base::Error, see statement.h, and "archive-missing", "archive-newer",
  // "archive-foreign" (a database, but no archive). `vfs`: which of SQLite's file systems; null:
  // the usual one.
  static Archive open(const std::string& path, Access access, const char* vfs = nullptr);

  // A statement of this SQL, prepared once and kept: for SQL that is written out in the code.
  // Reset and ready to bind. One use at a time.
  Statement& statement(std::string_view sql);
  // For SQL that is put together: prepared each time.
  Statement prepare(std::string_view sql) { return Statement(database_.get(), sql); }
  void execute(const std::string& sql);  // one or more statements without parameters
  // Resets every kept statement: one that was left before its last row would hold the state that
  // it reads, and the log beside the archive would grow without end.
  void rest();

  // Texts of versions that are stored in the present transaction, made ready for the full-text
  // index already: its end takes them in without preparing them again.
  void keep_prepared(std::int64_t version, PreparedText prepared);
  const PreparedText* prepared(std::int64_t version) const;  // null: none was kept
  std::size_t prepared_bytes() const { return prepared_bytes_; }
  void forget_prepared();

  std::int64_t last_id() const { return sqlite3_last_insert_rowid(database_.get()); }
  std::int64_t changes() const { return sqlite3_changes64(database_.get()); }
  sqlite3* handle() const { return database_.get(); }
  const std::string& path() const { return path_; }
  int version() const;  // of its form: how many migrations it has gone through

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  Archive(std::string path, std::unique_ptr<sqlite3, Close> database)
      : path_(std::move(path)), database_(std::move(database)) {}
  void check_identity();
  void migrate();

  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
  // After the database: statements end before it is closed.
  std::unordered_map<std::string, Statement> statements_;
  std::unordered_map<std::int64_t, PreparedText> prepared_;
  std::size_t prepared_bytes_ = 0;
};

// What stands beside an archive's file, behind its name: SQLite's log and its like, and the lock of
// who writes (store/writer_lock.h).
inline constexpr const char* kLogEnd = "-wal";
inline constexpr const char* kLockEnd = "-ingest";
inline constexpr std::array kCompanionEnds = {kLogEnd, "-shm", "-journal", kLockEnd};

// All or nothing: rolled back unless committed. A commit brings the full-text index in step with
// the documents that changed.
class Transaction {
 public:
  explicit Transaction(Archive& archive);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Archive& archive_;
  bool open_ = true;
};

}  // namespace kehoach::store
