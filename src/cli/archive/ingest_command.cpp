#include "cli/archive/ingest_command.h"

#include <algorithm>
#include <limits>

#include "base/counted.h"
#include "base/error.h"
#include "batch/ingest/ingest.h"
#include "batch/ingest/merged_index.h"
#include "batch/ingest/reindex.h"
#include "cli/archive/report_command.h"
#include "cli/archive_place.h"
#include "cli/clock.h"
#include "cli/generator.h"
#include "cli/pattern_layers.h"
#include "cli/progress_bar.h"
#include "cli/stop_signal.h"
#include "store/search/search_index.h"
#include "store/writer_lock.h"

namespace kehoach::cli {
namespace {

void add_count(std::string& out, std::size_t count, const char* what) {
  if (count > 0) out += ", " + std::to_string(count) + " " + what;
}

std::string summary(const batch::IngestCounts& counts) {
  const std::size_t files = counts.read + counts.known + counts.unchanged + counts.failed +
                            counts.failed_before + counts.containers;
  if (files == 0 && counts.gone == 0) return "nothing to read: the folders hold no documents";
  std::string out = base::counted(files, "file") + ": " + std::to_string(counts.read) + " read";
  add_count(out, counts.unchanged, "unchanged");
  add_count(out, counts.known, "with content that was there already");
  if (counts.containers > 0) out += ", " + base::counted(counts.containers, "ZIP file");
  add_count(out, counts.failed, "failed");
  add_count(out, counts.failed_before, "failed before (try them again with --retry-failed)");
  add_count(out, counts.gone, "vanished");
  return out + "; something found in " + std::to_string(counts.found);
}

std::string options_json(const IngestOptions& options) {
  return output::to_line({{"paths", options.paths},
                          {"timeout", options.limits.timeout_seconds},
                          {"memory", options.limits.memory_mib},
                          {"ocr", options.limits.ocr},
                          {"max_pages", options.max_pages},
                          {"max_size", options.max_mib},
                          {"retry_failed", options.retry_failed},
                          {"reread", options.reread}});
}

void refuse_standard_input(const std::vector<std::string>& paths) {
  if (std::find(paths.begin(), paths.end(), "-") != paths.end())
    throw base::Error("usage",
                      "standard input cannot be ingested: it has no name to be found by; "
                      "write it to a file first");
}

batch::IngestEvents events(ProgressBar& bar, const Terminal& terminal) {
  return {[&bar](std::size_t done, std::size_t total, std::size_t failed) {
            bar.show(done, total, failed);
          },
          [&bar, &terminal](const std::string& message) {
            bar.clear();
            terminal.note(message);
          },
          [&bar, &terminal] {
            bar.clear();
            terminal.note("everything is stored; the full-text index is put together");
          }};
}

ExitCode remake_search_index(const ReindexOptions& options, const Terminal& terminal) {
  store::Archive archive = store::Archive::open(options.archive, store::Archive::Access::kWrite);
  const store::WriterLock lock(archive.path());
  const StopSignal stop;
  ProgressBar bar(terminal, true);
  store::Transaction transaction(archive);
  store::forget_search_index(archive);
  transaction.commit();
  const bool whole = batch::merge_index(archive, stop.fd(), events(bar, terminal));
  terminal.note("the full-text index of " + options.archive + " is made anew");
  if (!whole)
    terminal.note("interrupted before its parts were put together: searches may be slower");
  return whole ? ExitCode::kDone : ExitCode::kInterrupted;
}

}  // namespace

ExitCode ingest(const IngestOptions& options, const Terminal& terminal) {
  refuse_standard_input(options.paths);
  refuse_archive_as_output(options.report, options.archive);
  const match::Matcher matcher = load_matcher(options.patterns);
  store::Archive archive = store::Archive::open(options.archive, store::Archive::Access::kCreate);
  const StopSignal stop;
  ProgressBar bar(terminal, true);
  batch::IngestOptions batch;
  batch.pool = pool_options(options.limits, stop.fd());
  batch.pool.retry_alone = true;
  batch.budget = budget_of(options.limits, std::numeric_limits<std::size_t>::max());
  batch.budget.max_pages = options.max_pages;
  batch.budget.max_bytes = options.max_mib << 20U;
  batch.retry_failed = options.retry_failed;
  batch.reread = options.reread;
  batch.run = {"ingest", utc_now(), generator(matcher.rules()), options_json(options)};
  batch.now = utc_now;
  const batch::IngestResult result =
      batch::ingest(archive, options.paths, matcher, batch, events(bar, terminal));
  bar.clear();
  terminal.note(summary(result.counts));
  if (!options.report.empty()) write_report(archive, options.report);
  if (result.interrupted) {
    terminal.error("interrupted: what was read is in " + options.archive +
                   "; the same command goes on from there");
    return ExitCode::kInterrupted;
  }
  return result.counts.failed > 0 ? ExitCode::kSomeFailed : ExitCode::kDone;
}

ExitCode reindex(const ReindexOptions& options, const Terminal& terminal) {
  if (options.search_index) return remake_search_index(options, terminal);
  const match::Matcher matcher = load_matcher(options.patterns);
  store::Archive archive = store::Archive::open(options.archive, store::Archive::Access::kWrite);
  const StopSignal stop;
  ProgressBar bar(terminal, true);
  batch::ReindexOptions batch;
  batch.pool = pool_options(options.limits, stop.fd());
  batch.all = options.all;
  batch.run = {"reindex", utc_now(), generator(matcher.rules()),
               output::to_line({{"all", options.all}})};
  batch.now = utc_now;
  const batch::ReindexResult result =
      batch::reindex(archive, matcher, batch, events(bar, terminal));
  bar.clear();
  std::string said = base::counted(result.read, "document") + " read again";
  add_count(said, result.changed, "of them changed");
  add_count(said, result.up_to_date, "were up to date");
  add_count(said, result.failed, "failed");
  terminal.note(said);
  if (result.interrupted) {
    terminal.error("interrupted: the same command goes on from there");
    return ExitCode::kInterrupted;
  }
  return result.failed > 0 ? ExitCode::kSomeFailed : ExitCode::kDone;
}

}  // namespace kehoach::cli
