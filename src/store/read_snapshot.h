// One state of the archive for many reads, while others go on writing.
#pragma once

#include "store/archive.h"

namespace kehoach::store {

class ReadSnapshot {
 public:
  explicit ReadSnapshot(Archive& archive) : archive_(archive) { archive_.execute("BEGIN"); }
  ~ReadSnapshot() {
    archive_.rest();
    sqlite3_exec(archive_.handle(), "COMMIT", nullptr, nullptr, nullptr);
  }
  ReadSnapshot(const ReadSnapshot&) = delete;
  ReadSnapshot& operator=(const ReadSnapshot&) = delete;

 private:
  Archive& archive_;
};

}  // namespace kehoach::store
