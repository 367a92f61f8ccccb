#include "cli/archive/check_command.h"

#include <algorithm>
#include <functional>
#include <map>

#include "base/counted.h"
#include "base/error.h"
#include "batch/fixity.h"
#include "cli/progress_bar.h"
#include "cli/result_file.h"
#include "cli/stop_signal.h"
#include "output/record_json.h"
#include "output/table.h"
#include "store/check/archive_checks.h"
#include "store/check/index_checks.h"
#include "store/read_snapshot.h"

namespace kehoach::cli {
namespace {

using output::Json;
using store::Archive;
using store::Finding;

struct Checked {
  std::vector<Finding> findings;
  std::vector<store::DiagnosticCount> diagnostics;
  std::size_t sources = 0, versions = 0;
  bool interrupted = false;
};

// Files of their own: what stands in a ZIP file is as sound as the ZIP file.
std::vector<std::int64_t> file_ids(Archive& archive) {
  store::Statement statement = archive.prepare(
      "SELECT id FROM sources WHERE container_id IS NULL AND state = 'read' ORDER BY id");
  std::vector<std::int64_t> out;
  while (statement.step()) out.push_back(statement.integer(0));
  return out;
}

void check_sources(Archive& archive, bool hash, const StopSignal& stop, ProgressBar& bar,
                   Checked& checked) {
  const std::vector<std::int64_t> ids = file_ids(archive);
  for (const std::int64_t id : ids) {
    if (stop.raised()) return;
    store::Statement& path = archive.statement("SELECT path FROM sources WHERE id = ?").bind(id);
    if (!path.step()) continue;
    const auto source = store::source_at(archive, path.text(0));
    archive.rest();  // hashing takes long, and must not hold an old state of the archive
    if (!source) continue;
    if (auto finding = batch::check_source(*source, hash))
      checked.findings.push_back(std::move(*finding));
    bar.show(++checked.sources, ids.size());
  }
}

// What is damaged ends this check, and the next ones go on.
void go_through(Archive& archive, const char* name, Checked& checked,
                const std::function<void()>& check) {
  try {
    check();
  } catch (const base::Error& error) {
    if (error.code() != "archive-corrupt") throw;
    archive.rest();
    checked.findings.push_back({name, "check-not-finished", "error", archive.path(), error.what()});
  }
}

// All of one state of the archive.
void check_archive(Archive& archive, bool quick, const StopSignal& stop, Checked& checked) {
  const auto keep = [&](const Finding& finding) { checked.findings.push_back(finding); };
  const store::ReadSnapshot snapshot(archive);
  const auto run = [&](const char* name, const std::function<void()>& check) {
    go_through(archive, name, checked, check);
  };
  run("database", [&] { store::check_database(archive, keep); });
  run("contents", [&] {
    checked.versions = store::check_contents(archive, keep, [&] { return !stop.raised(); });
  });
  run("search-index", [&] { store::check_index_rows(archive, keep); });
  if (!quick)
    run("search-index",
        [&] { store::check_index_words(archive, keep, [&] { return !stop.raised(); }); });
  run("orphans", [&] { store::check_orphans(archive, keep); });
  run("duplicates", [&] { store::check_duplicates(archive, keep); });
  run("diagnostics", [&] { checked.diagnostics = store::diagnostic_counts(archive); });
}

Checked look(Archive& archive, const CheckOptions& options, const Terminal& terminal) {
  Checked checked;
  const StopSignal stop;
  ProgressBar bar(terminal, true);
  check_archive(archive, options.quick, stop, checked);
  go_through(archive, "sources", checked,
             [&] { check_sources(archive, !options.quick, stop, bar, checked); });
  bar.clear();
  checked.interrupted = stop.raised();
  return checked;
}

std::size_t count(const Checked& checked, std::string_view severity) {
  return static_cast<std::size_t>(
      std::count_if(checked.findings.begin(), checked.findings.end(),
                    [&](const Finding& one) { return one.severity == severity; }));
}

Json as_json(const Checked& checked) {
  Json findings = Json::array(), diagnostics = Json::array();
  for (const Finding& one : checked.findings)
    findings.push_back({{"check", one.check},
                        {"code", one.code},
                        {"severity", one.severity},
                        {"subject", one.subject},
                        {"message", one.message}});
  for (const store::DiagnosticCount& one : checked.diagnostics)
    diagnostics.push_back({{"code", one.code},
                           {"severity", one.severity},
                           {"count", one.count},
                           {"documents", one.documents}});
  return {{"sources", checked.sources},        {"versions", checked.versions},
          {"errors", count(checked, "error")}, {"warnings", count(checked, "warning")},
          {"findings", std::move(findings)},   {"diagnostics", std::move(diagnostics)}};
}

std::string as_table(const Checked& checked, std::size_t width) {
  std::vector<std::vector<std::string>> rows;
  for (const char* severity : {"error", "warning", "info"})
    for (const Finding& one : checked.findings)
      if (one.severity == severity)
        rows.push_back({one.severity, one.code, one.subject, one.message});
  std::string out;
  if (!rows.empty())
    out += output::align({{"severity"},
                          {"finding"},
                          {"of", false, output::Fit::kCutFront, 0},
                          {"what", false, output::Fit::kCut, 0}},
                         rows, width) +
           "\n";
  rows.clear();
  for (const store::DiagnosticCount& one : checked.diagnostics)
    rows.push_back(
        {one.code, one.severity, std::to_string(one.count), std::to_string(one.documents)});
  if (!rows.empty())
    out += output::align({{"diagnostic"}, {"severity"}, {"times", true}, {"documents", true}}, rows,
                         width) +
           "\n";
  return out + base::counted(checked.sources, "file") + " and " +
         base::counted(checked.versions, "version") +
         " looked at: " + base::counted(count(checked, "error"), "error") + ", " +
         base::counted(count(checked, "warning"), "warning") + "\n";
}

}  // namespace

ExitCode check(const CheckOptions& options, const Terminal& terminal) {
  Archive archive = Archive::open(options.archive, Archive::Access::kRead);
  const Checked checked = look(archive, options, terminal);
  ResultFile(std::string())
      .write(options.format == "json" ? output::to_pretty(as_json(checked)) + "\n"
                                      : as_table(checked, terminal.width()));
  if (checked.interrupted) {
    terminal.error("interrupted: the check is not complete");
    return ExitCode::kInterrupted;
  }
  const bool sound = count(checked, "error") + count(checked, "warning") == 0;
  return sound ? ExitCode::kDone : ExitCode::kSomeFailed;
}

}  // namespace kehoach::cli
