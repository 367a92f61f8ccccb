#include "batch/ingest/archive_writer.h"

#include <set>
#include <utility>

#include "store/put_record.h"

namespace kehoach::batch {
namespace {

std::optional<std::int64_t> document_of(store::Archive& archive,
                                        std::optional<std::int64_t> version) {
  if (!version) return std::nullopt;
  store::Statement& statement =
      archive.statement("SELECT document_id FROM versions WHERE id = ?").bind(*version);
  if (!statement.step()) return std::nullopt;
  return statement.integer(0);
}

}  // namespace

std::vector<std::string> ArchiveWriter::take_pending() { return std::exchange(pending_, {}); }

void ArchiveWriter::put(const std::string& path, const Report& report) {
  transaction_.begin();
  const std::optional<store::Source> before = store::source_at(archive_, path);
  store::Source source = before.value_or(store::Source{});
  source.path = path;
  source.run = run_;
  const bool is_same = !reread_ && before && before->state == "read" && !report.sha256.empty() &&
                       before->sha256 == report.sha256;
  if (report.kind == Report::Kind::kGone) {
    // What was never there is a wrong path; what was known is not there any more.
    ++(before ? counts_.gone : counts_.failed);
    if (before) mark_vanished(path);
  } else {
    source.bytes = report.bytes;
    source.mtime_ns = report.mtime_ns;
    source.attempts = report.attempts;
    source.failure_code.reset();
    source.failure_message.reset();
    if (!report.media_type.empty()) source.media_type = report.media_type;
    source.sha256 = report.sha256.empty() ? std::nullopt : std::optional(report.sha256);
    if (report.kind == Report::Kind::kFailed)
      put_failed(source, report);
    else if (report.kind == Report::Kind::kContainer)
      put_container(source, report, is_same);
    else
      put_read(source, report);
  }
  commit_if_due();
}

void ArchiveWriter::put_read(store::Source& source, const Report& report) {
  const auto predecessor = document_of(archive_, source.version);
  source.version = store::version_of(archive_, report.sha256);
  const bool is_new = report.kind == Report::Kind::kRead && (!source.version || reread_);
  if (!is_new) {
    ++counts_.known;
  } else {
    source.version = store::put_record(archive_, report.reading, run_, predecessor).version;
    ++counts_.read;
    counts_.found += report.found ? 1 : 0;
  }
  source.state = "read";
  store::put_source(archive_, source);
  for (const std::string& path : report.attached) put_pending(path, std::nullopt);
}

// It keeps the version that it held before: what is read of it next is the same document.
void ArchiveWriter::put_failed(store::Source& source, const Report& report) {
  ++counts_.failed;
  source.state = "failed";
  source.failure_code = report.code;
  source.failure_message = report.message;
  store::put_source(archive_, source);
}

void ArchiveWriter::put_container(store::Source& source, const Report& report, bool is_same) {
  ++counts_.containers;
  source.state = "read";
  source.version.reset();
  source.id = store::put_source(archive_, source);
  if (is_same) return;  // touched, not changed: what it holds is known
  std::set<std::string> inside;
  for (const std::string& path : report.inside)
    if (inside.insert(path).second) put_pending(path, source.id);
  for (const Report& refused : report.refused) {
    inside.insert(refused.path);
    store::Source entry;
    entry.path = refused.path;
    entry.container = source.id;
    entry.run = run_;
    put_failed(entry, refused);
  }
  for (const store::Source& known : store::sources_in(archive_, source.id)) {
    if (inside.contains(known.path) || known.state == "vanished") continue;
    mark_vanished(known.path);
    ++counts_.gone;
  }
}

// A row in the same transaction as that of what named it: a stop before it is read loses nothing.
void ArchiveWriter::put_pending(const std::string& path, std::optional<std::int64_t> container) {
  std::optional<store::Source> known = store::source_at(archive_, path);
  if (known && !container && known->state != "vanished") return;
  store::Source source = known.value_or(store::Source{});
  source.path = path;
  source.container = container;
  source.state = "pending";
  source.run = run_;
  store::put_source(archive_, source);
  pending_.push_back(path);
}

void ArchiveWriter::mark_vanished(const std::string& path) {
  transaction_.begin();
  std::optional<store::Source> source = store::source_at(archive_, path);
  if (!source || source->state == "vanished") return;
  source->state = "vanished";
  source->run = run_;
  store::put_source(archive_, *source);
}

}  // namespace kehoach::batch
