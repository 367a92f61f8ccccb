#include "cli/archive/export_command.h"

#include "base/counted.h"
#include "base/error.h"
#include "cli/archive/export_sink.h"
#include "cli/pattern_layers.h"
#include "cli/progress_bar.h"
#include "cli/search/province_hints.h"
#include "cli/stop_signal.h"
#include "output/sheets/record_rows.h"
#include "store/read_snapshot.h"

namespace kehoach::cli {
namespace {

using output::RecordTable;
using store::Archive;

// What jsonl holds is the record as it is, so its entries are not chosen from.
ChosenEntries choose(Archive& archive, const store::Filter& filter,
                     const store::ArchivedRecord& document) {
  ChosenEntries out{{0}};
  const auto sheets = output::record_sheets();
  for (std::size_t i = 1; i < output::kRecordTables; ++i) {
    out.push_back(store::filtered_entries(archive, filter, sheets[i].name, document.version));
    const std::size_t there = output::row_count(static_cast<RecordTable>(i), document.record);
    std::erase_if(out.back(), [&](std::size_t position) { return position >= there; });
  }
  return out;
}

struct Totals {
  std::vector<std::size_t> rows = std::vector<std::size_t>(output::kRecordTables);
  void add(const ChosenEntries& entries) {
    for (std::size_t i = 0; i < entries.size(); ++i) rows[i] += entries[i].size();
  }
};

// "documents" → "document".
std::string one_of(std::string table) {
  table.pop_back();
  return table;
}

std::string summary(const Totals& totals, const ExportOptions& options) {
  const auto sheets = output::record_sheets();
  std::string out;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (!options.table.empty() && options.table != sheets[i].name) continue;
    if (options.format == "jsonl" && i > 0) break;
    out += (out.empty() ? "" : ", ") + base::counted(totals.rows[i], one_of(sheets[i].name));
  }
  return out + " written to " + options.output;
}

}  // namespace

ExitCode export_archive(const ExportOptions& options, const Terminal& terminal) {
  if (!options.table.empty() && options.format != "csv")
    throw base::Error("usage", "wrong usage: --table chooses one table of csv; " + options.format +
                                   " holds all of every document: leave --table out, or say "
                                   "--format csv");
  const store::Filter filter = make_filter(options.filter);
  Archive archive = Archive::open(options.archive, Archive::Access::kRead);
  const store::ReadSnapshot snapshot(archive);
  const std::vector<std::int64_t> documents = store::filtered_documents(archive, filter);
  const auto sink = make_export_sink(options, documents);
  const StopSignal stop;
  ProgressBar bar(terminal, !options.output.empty() || !terminal.output_is_terminal());
  Totals totals;
  std::size_t done = 0;
  for (const std::int64_t id : documents) {
    if (stop.raised()) {
      bar.clear();
      terminal.error("interrupted: nothing was written");
      return ExitCode::kInterrupted;
    }
    const auto document = store::archived_record(archive, id);
    if (!document) continue;
    const ChosenEntries entries = choose(archive, filter, *document);
    totals.add(entries);
    if (!sink->add(*document, entries)) break;
    bar.show(++done, documents.size());
  }
  bar.clear();
  for (const std::string& note : sink->finish()) terminal.note(note);
  if (documents.empty())
    for (const std::string& hint :
         province_hints(embedded_patterns().units, options.filter.provinces))
      terminal.note(hint);
  if (!options.output.empty()) terminal.note(summary(totals, options));
  return ExitCode::kDone;
}

}  // namespace kehoach::cli
