// Who may ingest into an archive: one process at a time.
//
// SQLite itself lets writers take turns, transaction by transaction; two ingests of the same files
// would both read them all, and each would find the other's work undone. The lock is on a file
// beside the archive, falls with the process however it ends, and is not inherited by workers.
#pragma once

#include <string>

namespace kehoach::store {

class WriterLock {
 public:
  // Throws base::Error "archive-busy", naming the process that holds it, or "archive-read-only".
  explicit WriterLock(const std::string& archive_path);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int fd_ = -1;
};

}  // namespace kehoach::store
