#include "cli/batch_run.h"

#include <algorithm>
#include <thread>

#include "cli/progress_bar.h"
#include "cli/stop_signal.h"

namespace kehoach::cli {
namespace {

batch::PoolOptions pool_options(const BatchLimits& limits, int stop_fd) {
  batch::PoolOptions options;
  options.jobs = limits.jobs > 0 ? limits.jobs : std::max(1U, std::thread::hardware_concurrency());
  options.wall_time = std::chrono::milliseconds(static_cast<long>(limits.timeout_seconds * 1000));
  options.memory_bytes = limits.memory_mib << 20U;
  options.stop_fd = stop_fd;
  return options;
}

}  // namespace

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
