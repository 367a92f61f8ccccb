#include "cli/batch_run.h"

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "cli/progress_bar.h"
#include "cli/stop_signal.h"

namespace kehoach::cli {
namespace {

std::size_t jobs_of(const BatchLimits& limits) {
  return limits.jobs > 0 ? limits.jobs : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

batch::PoolOptions pool_options(const BatchLimits& limits, int stop_fd) {
  batch::PoolOptions options;
  options.jobs = jobs_of(limits);
  options.wall_time = std::chrono::milliseconds(static_cast<long>(limits.timeout_seconds * 1000));
  options.memory_bytes = limits.memory_mib << 20U;
  options.stop_fd = stop_fd;
  return options;
}

base::Budget budget_of(const BatchLimits& limits, std::size_t sources) {
  constexpr std::size_t kMostThreads = 8;  // each takes some 150 MiB for a page
  base::Budget budget;
  budget.ocr.pages = limits.ocr == "never"    ? base::Ocr::kNever
                     : limits.ocr == "always" ? base::Ocr::kAlways
                                              : base::Ocr::kAuto;
  budget.ocr.threads =
      std::clamp<std::size_t>(jobs_of(limits) / std::max<std::size_t>(1, sources), 1, kMostThreads);
  if (const char* models = std::getenv("TESSDATA_PREFIX")) budget.ocr.models = models;
  budget.ocr.page_done = batch::tell_alive;
  return budget;
}

BatchTotals run_batch(const std::vector<std::string>& paths, const batch::Extractor& extractor,
                      const BatchLimits& limits, const Terminal& terminal, bool show_progress,
                      const std::function<bool(const std::string&, const batch::Answer&)>& sink) {
  const StopSignal stop;
  ProgressBar bar(terminal, show_progress);
  BatchTotals totals;
  totals.sources = paths.size();
  const batch::Sink take = [&](const batch::Answer& answer) {
    if (answer.failed) {
      ++totals.failed;
      bar.clear();
      terminal.note(answer.message);
    }
    if (answer.found) ++totals.found;
    return sink(paths[totals.done++], answer);
  };
  batch::run_pool(
      paths, [&](const std::string& path) { return extractor.extract(path); },
      [&](const std::string& path, const batch::Loss& loss) { return extractor.lost(path, loss); },
      take, pool_options(limits, stop.fd()),
      [&](std::size_t done, std::size_t total) { bar.show(done, total); });
  bar.clear();
  totals.interrupted = stop.raised() && totals.done < totals.sources;
  if (totals.interrupted)
    terminal.error("interrupted: " + std::to_string(totals.done) + " of " +
                   std::to_string(totals.sources) + " sources are done and written");
  return totals;
}

}  // namespace kehoach::cli
