// Many sources → the archive: what `kehoach ingest` does.
//
// Purpose: take in thousands and lose none, whatever one of them holds and whenever the run ends.
// Contract: every file below the paths has a row of its own: read, failed with its cause, or
// vanished. Content is read once, named by its hash. A run that is killed at any moment loses what
// was not committed (a tenth of it, five seconds at most) and the next one reads it; run again,
// nothing changes.
// A source that costs its worker is tried once more alone, then recorded as failed. Throws
// base::Error where the archive cannot be written: what was committed stays.
// Cost: a look at size and time for what did not change; the main process only stores, so that the
// workers set the pace. Memory: the paths, and 32 bytes for each content that the archive knows.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/budget.h"
#include "batch/ingest/archive_writer.h"
#include "batch/worker_pool.h"
#include "match/matcher.h"
#include "store/archive.h"
#include "store/runs.h"

namespace kehoach::batch {

struct IngestOptions {
  PoolOptions pool;
  base::Budget budget;
  bool retry_failed = false;  // read again what failed before, though it did not change
  bool reread = false;        // read everything again, known or not
  store::Run run;
  std::function<std::string()> now;  // UTC, ISO 8601
};

// How it goes on, for whoever watches.
struct IngestEvents {
  std::function<void(std::size_t done, std::size_t total, std::size_t failed)> progress;
  std::function<void(const std::string& message)> failure;
  std::function<void()> merging;  // the parts of the full-text index are put together
};

struct IngestResult {
  IngestCounts counts;
  bool interrupted = false;
};

// Holds the archive's WriterLock. To be called before the process has threads.
IngestResult ingest(store::Archive& archive, const std::vector<std::string>& paths,
                    const match::Matcher& matcher, const IngestOptions& options,
                    const IngestEvents& events);

// As the row of the run keeps them: a JSON object.
std::string counts_json(const IngestCounts& counts);

}  // namespace kehoach::batch
