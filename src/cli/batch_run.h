// Running many sources through the workers, with progress and messages: what `extract` and `eval`
// share.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/budget.h"
#include "batch/extract.h"
#include "batch/worker_pool.h"
#include "cli/terminal.h"

namespace kehoach::cli {

struct BatchLimits {
  std::size_t jobs = 0;           // 0: one a core
  double timeout_seconds = 60;    // for one source, anew with each page of OCR; 0: none
  std::size_t memory_mib = 2048;  // of one worker; 0: none
  std::string ocr = "auto";       // or never, always
};

// What the extractor of so many sources may take: workers that have no source of their own leave
// their cores to the pages of others. Reads TESSDATA_PREFIX.
base::Budget budget_of(const BatchLimits& limits, std::size_t sources);
batch::PoolOptions pool_options(const BatchLimits& limits, int stop_fd);

struct BatchTotals {
  std::size_t sources = 0, done = 0, failed = 0, found = 0;
  bool interrupted = false;
};

// Calls `sink` in order of `paths`; where it gives false, nobody wants more. Failures are told on
// standard error as they come.
BatchTotals run_batch(const std::vector<std::string>& paths, const batch::Extractor& extractor,
                      const BatchLimits& limits, const Terminal& terminal, bool show_progress,
                      const std::function<bool(const std::string&, const batch::Answer&)>& sink);

}  // namespace kehoach::cli
