// The archive's documents, read again from what is kept of them: what `kehoach reindex` does.
//
// Contract: no source is opened. Each version that other patterns or another program read last is
// read again by the present ones, from its stored model, in worker processes; its record takes the
// place of the one before, corrections stay. Killed and started again it goes on.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "batch/ingest/ingest.h"

namespace kehoach::batch {

struct ReindexOptions {
  PoolOptions pool;
  bool all = false;  // also what the present patterns have read
  store::Run run;
  std::function<std::string()> now;
};

struct ReindexResult {
  std::size_t read = 0, changed = 0, up_to_date = 0, failed = 0;
  bool interrupted = false;
};

ReindexResult reindex(store::Archive& archive, const match::Matcher& matcher,
                      const ReindexOptions& options, const IngestEvents& events);

}  // namespace kehoach::batch
