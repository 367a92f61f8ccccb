// Reports → the archive, some at a time.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "batch/ingest/paced_transaction.h"
#include "batch/ingest/report.h"
#include "store/archive.h"
#include "store/sources.h"

namespace kehoach::batch {

// What became of the sources of a run.
struct IngestCounts {
  std::size_t read = 0;        // new content
  std::size_t known = 0;       // content that was there already: moved, copied, touched
  std::size_t failed = 0;      // could not be read
  std::size_t containers = 0;  // ZIP files
  std::size_t gone = 0;        // vanished before or while they were looked at
  std::size_t found = 0;       // of `read`: say something
  std::size_t unchanged = 0;   // not even opened
  std::size_t failed_before = 0;
};

class ArchiveWriter {
 public:
  // `reread`: a reading of known content takes the place of the one that is stored.
  ArchiveWriter(store::Archive& archive, std::int64_t run, bool reread)
      : archive_(archive), transaction_(archive), run_(run), reread_(reread) {}

  void put(const std::string& path, const Report& report);
  void mark_vanished(const std::string& path);
  void commit() { transaction_.commit(); }
  void commit_if_due() { transaction_.commit_if_due(); }
  const IngestCounts& counts() const { return counts_; }
  IngestCounts& counts() { return counts_; }
  // The paths that came up while reading (in ZIP files, beside pages), each stored as pending.
  std::vector<std::string> take_pending();

 private:
  void put_read(store::Source& source, const Report& report);
  void put_container(store::Source& source, const Report& report, bool is_same);
  void put_pending(const std::string& path, std::optional<std::int64_t> container);
  void put_failed(store::Source& source, const Report& report);

  store::Archive& archive_;
  PacedTransaction transaction_;
  std::int64_t run_;
  bool reread_;
  IngestCounts counts_;
  std::vector<std::string> pending_;
};

}  // namespace kehoach::batch
