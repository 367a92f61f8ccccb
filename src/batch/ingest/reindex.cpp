#include "batch/ingest/reindex.h"

#include <new>

#include "base/error.h"
#include "batch/extraction.h"
#include "batch/ingest/merged_index.h"
#include "layout/document_bytes.h"
#include "output/digest.h"
#include "output/source_facts.h"
#include "plan/read_plan.h"
#include "store/compression.h"
#include "store/put_record.h"
#include "store/writer_lock.h"

namespace kehoach::batch {
namespace {

using output::Json;

// What a worker is given: the version's record as it was, and its model. A record comes back in a
// Report, so they go in one too.
std::string request(store::Archive& archive, const std::string& version) {
  const std::int64_t id = std::stoll(version);
  store::Statement& statement =
      archive
          .statement(
              "SELECT model, model_bytes, record, record_bytes FROM contents WHERE version_id = ?")
          .bind(id);
  Report out;
  out.path = version;
  if (statement.step()) {
    out.reading.packed_model = statement.text(0);
    out.reading.model_bytes = static_cast<std::size_t>(statement.integer(1));
    out.reading.packed_record = statement.text(2);
    out.reading.record_bytes = static_cast<std::size_t>(statement.integer(3));
  }
  statement.reset();
  return encode_report(out);
}

// The record that the request holds.
Json record_before(const Report& request) {
  Json record =
      Json::parse(store::decompress(request.reading.packed_record, request.reading.record_bytes),
                  nullptr, false);
  if (record.is_discarded())
    throw base::Error("archive-corrupt", "the archive is damaged: its record is no JSON; restore " +
                                             std::string("it from a copy"));
  return record;
}

bool says_the_same(Json one, Json other) {
  one.erase("generator");
  other.erase("generator");
  return one == other;
}

// Where the files that a page has beside it lie, was found when it was ingested.
void keep_local_files(Json& attachments, const Json& before) {
  for (Json& attachment : attachments)
    for (const Json& known : before)
      if (known.contains("path") && store::at(known, "href") == store::at(attachment, "href") &&
          store::at(known, "label") == store::at(attachment, "label"))
        attachment["path"] = known["path"];
}

class ReindexWork {
 public:
  ReindexWork(const match::Matcher& matcher, output::Generator generator)
      : matcher_(matcher), generator_(std::move(generator)) {}

  Answer operator()(const std::string& frame) const {
    Report report = decode_report(frame);
    std::string path = "version " + report.path;
    try {
      const Json before = record_before(report);
      path = store::text_at(store::at(before, "source"), "path").value_or(path);
      read(report, before, path);
      return {false, report.found, encode_report(report), ""};
    } catch (const base::Error& error) {
      return failure(report, path + ": " + error.what());
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      return failure(report,
                     path + ": kehoach failed on it: " + error.what() + "; please report it");
    }
  }

  static Answer failure(Report report, const std::string& message) {
    report.kind = Report::Kind::kFailed;
    report.message = message;
    report.reading = {};
    return {true, false, encode_report(report), message};
  }

 private:
  void read(Report& report, const Json& before, const std::string& path) const {
    const Json& source = store::at(before, "source");
    const layout::Document document = layout::from_bytes(
        store::decompress(report.reading.packed_model, report.reading.model_bytes));
    const text::NormalizedText text = text::normalize(document);
    plan::Record record = plan::read_plan(document, text, matcher_);
    const output::ContentFacts content{
        path, store::text_at(source, "sha256").value_or(""),
        static_cast<std::size_t>(store::integer_at(source, "bytes").value_or(0))};
    output::finish(record, content, document, text.utf8);
    Json json = output::record_json(record, text.utf8, generator_);
    keep_local_files(json["source"]["attachments"], store::at(source, "attachments"));
    report.kind = Report::Kind::kRead;
    report.found = says_something(record);
    report.changed = !says_the_same(before, json);
    store::Reading reading = store::pack(std::move(json), text.utf8);
    reading.packed_model = std::move(report.reading.packed_model);
    reading.model_bytes = report.reading.model_bytes;
    reading.page_starts = page_starts_json(text, document);
    report.reading = std::move(reading);
  }

  const match::Matcher& matcher_;
  output::Generator generator_;
};

class Reindex {
 public:
  Reindex(store::Archive& archive, const match::Matcher& matcher, const ReindexOptions& options,
          const IngestEvents& events)
      : lock_(archive.path()),
        archive_(archive),
        transaction_(archive),
        work_(matcher, options.run.generator),
        options_(options),
        events_(events),
        run_(store::begin_run(archive, options.run)) {}

  ReindexResult run() {
    const std::vector<std::string> versions = to_read();
    PoolOptions pool = options_.pool;
    pool.request = [this](const std::string& version) { return request(archive_, version); };
    const Sink sink = [&](const Answer& answer) {
      put(decode_report(answer.bytes));
      return true;
    };
    const auto lost = [](const std::string& version, const Loss& loss) {
      Report report;
      report.path = version;
      return ReindexWork::failure(report, "version " + loss.message);
    };
    const std::size_t done = run_pool(
        versions, [this](const std::string& frame) { return work_(frame); }, lost, sink, pool,
        [&](std::size_t count, std::size_t total) {
          transaction_.commit_if_due();
          if (events_.progress) events_.progress(count, total, result_.failed);
        });
    result_.interrupted = done < versions.size();
    finish();
    return result_;
  }

 private:
  std::vector<std::string> to_read() {
    store::Statement statement = archive_.prepare(
        "SELECT v.id FROM versions v JOIN runs r ON r.id = v.read_run_id"
        " WHERE ? OR r.pattern_version <> ? OR r.tool_version <> ? ORDER BY v.id");
    const output::Generator& present = options_.run.generator;
    statement.bind(options_.all, present.patterns, present.tool);
    std::vector<std::string> out;
    while (statement.step()) out.push_back(statement.text(0));
    store::Statement all = archive_.prepare("SELECT count(*) FROM versions");
    all.step();
    result_.up_to_date = static_cast<std::size_t>(all.integer(0)) - out.size();
    return out;
  }

  void put(const Report& report) {
    if (report.kind == Report::Kind::kFailed) {
      ++result_.failed;
      if (events_.failure) events_.failure(report.message);
      return;
    }
    transaction_.begin();
    store::put_record(archive_, report.reading, run_);
    ++result_.read;
    result_.changed += report.changed ? 1 : 0;
  }

  void finish() {
    transaction_.commit();
    store::Transaction transaction(archive_);
    store::end_run(archive_, run_, result_.interrupted ? "interrupted" : "done", options_.now(),
                   output::to_line({{"read", result_.read},
                                    {"changed", result_.changed},
                                    {"up_to_date", result_.up_to_date},
                                    {"failed", result_.failed}}));
    transaction.commit();
    if (!result_.interrupted) merge_index(archive_, options_.pool.stop_fd, events_);
  }

  store::WriterLock lock_;
  store::Archive& archive_;
  PacedTransaction transaction_;
  ReindexWork work_;
  const ReindexOptions& options_;
  const IngestEvents& events_;
  std::int64_t run_;
  ReindexResult result_;
};

}  // namespace

ReindexResult reindex(store::Archive& archive, const match::Matcher& matcher,
                      const ReindexOptions& options, const IngestEvents& events) {
  return Reindex(archive, matcher, options, events).run();
}

}  // namespace kehoach::batch
