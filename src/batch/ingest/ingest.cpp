#include "batch/ingest/ingest.h"

#include <stdexcept>

#include "batch/ingest/merged_index.h"
#include "batch/ingest/read_work.h"
#include "batch/ingest/source_scan.h"
#include "store/writer_lock.h"

namespace kehoach::batch {
namespace {

KnownContent known_content(store::Archive& archive) {
  KnownContent out;
  store::Statement statement = archive.prepare("SELECT sha256 FROM versions");
  while (statement.step()) out.add(statement.bytes(0));
  out.sort();
  return out;
}

class Ingest {
 public:
  Ingest(store::Archive& archive, const match::Matcher& matcher, const IngestOptions& options,
         const IngestEvents& events)
      : lock_(archive.path()),
        archive_(archive),
        matcher_(matcher),
        options_(options),
        events_(events),
        run_(store::begin_run(archive, options.run)),
        writer_(archive, run_, options.reread) {}

  IngestResult run(const std::vector<std::string>& paths) {
    Scan scan = scan_sources(archive_, paths,
                             {options_.retry_failed, options_.reread, options_.run.generator.tool,
                              options_.run.generator.patterns});
    writer_.counts().unchanged = scan.unchanged;
    writer_.counts().failed_before = scan.failed_before;
    for (const std::string& path : scan.vanished) {
      writer_.mark_vanished(path);
      ++writer_.counts().gone;
    }
    writer_.commit();
    bool whole = read_all(std::move(scan.to_read));
    // What ZIP files hold, and what pages have beside them, comes up while reading.
    while (whole) {
      std::vector<std::string> more = writer_.take_pending();
      if (more.empty()) break;
      whole = read_all(std::move(more));
    }
    return finish(!whole);
  }

 private:
  // False if it was stopped.
  bool read_all(const std::vector<std::string>& paths) {
    if (paths.empty()) return true;
    const KnownContent known = options_.reread ? KnownContent() : known_content(archive_);
    const ReadWork work(matcher_, options_.run.generator, options_.budget, known);
    std::size_t next = 0;
    const Sink sink = [&](const Answer& answer) {
      const Report report = decode_report(answer.bytes);
      if (answer.failed) tell(answer.message);
      for (const Report& refused : report.refused) tell(refused.message);
      writer_.put(paths[next++], report);
      return true;
    };
    const Progress progress = [&](std::size_t done, std::size_t total) {
      writer_.commit_if_due();
      if (events_.progress) events_.progress(done, total, writer_.counts().failed);
    };
    const std::size_t done = run_pool(
        paths, [&](const std::string& path) { return work(path); },
        [&](const std::string& path, const Loss& loss) { return work.lost(path, loss); }, sink,
        options_.pool, progress);
    writer_.commit();
    return done == paths.size();
  }

  void tell(const std::string& failure) {
    if (events_.failure) events_.failure(failure);
  }

  IngestResult finish(bool interrupted) {
    store::Transaction transaction(archive_);
    store::end_run(archive_, run_, interrupted ? "interrupted" : "done", options_.now(),
                   counts_json(writer_.counts()));
    transaction.commit();
    if (!interrupted) merge_index(archive_, options_.pool.stop_fd, events_);
    return {writer_.counts(), interrupted};
  }

  store::WriterLock lock_;
  store::Archive& archive_;
  const match::Matcher& matcher_;
  const IngestOptions& options_;
  const IngestEvents& events_;
  std::int64_t run_;
  ArchiveWriter writer_;
};

}  // namespace

IngestResult ingest(store::Archive& archive, const std::vector<std::string>& paths,
                    const match::Matcher& matcher, const IngestOptions& options,
                    const IngestEvents& events) {
  return Ingest(archive, matcher, options, events).run(paths);
}

std::string counts_json(const IngestCounts& counts) {
  return output::to_line({{"read", counts.read},
                          {"found", counts.found},
                          {"known", counts.known},
                          {"unchanged", counts.unchanged},
                          {"failed", counts.failed},
                          {"failed_before", counts.failed_before},
                          {"containers", counts.containers},
                          {"gone", counts.gone}});
}

}  // namespace kehoach::batch
