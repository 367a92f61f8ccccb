// `kehoach ingest`: documents → the archive. `kehoach reindex`: its documents, read again.
#pragma once

#include <string>
#include <vector>

#include "cli/archive_place.h"
#include "cli/batch_run.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace kehoach::cli {

struct IngestOptions {
  std::vector<std::string> paths;
  std::string archive = kDefaultArchive;
  std::vector<std::string> patterns;
  BatchLimits limits;
  std::size_t max_pages = 5'000;  // of one source
  std::size_t max_mib = 256;
  bool retry_failed = false, reread = false;
  std::string report;  // a page about the archive, at the end; empty: none
};

struct ReindexOptions {
  std::string archive = kDefaultArchive;
  std::vector<std::string> patterns;
  BatchLimits limits;
  bool all = false;
  bool search_index = false;
};

ExitCode ingest(const IngestOptions& options, const Terminal& terminal);
ExitCode reindex(const ReindexOptions& options, const Terminal& terminal);

}  // namespace kehoach::cli
