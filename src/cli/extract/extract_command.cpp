#include "cli/extract/extract_command.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/counted.h"
#include "base/error.h"
#include "batch/read_source.h"
#include "batch/source_list.h"
#include "cli/extract/copy_files.h"
#include "cli/extract/result_printer.h"
#include "cli/extract/table_printer.h"
#include "cli/generator.h"
#include "cli/pattern_layers.h"
#include "cli/result_file.h"

namespace kehoach::cli {
namespace {

batch::Form form_of(const ExtractOptions& options, bool to_terminal) {
  if (options.text) return batch::Form::kText;
  if (!options.tables.empty()) return batch::Form::kTables;
  if (options.format == "json") return batch::Form::kPretty;
  if (options.format == "explain") return batch::Form::kExplain;
  const bool table = options.format.empty() ? to_terminal : options.format == "table";
  return table ? batch::Form::kSummary : batch::Form::kLine;
}

// Opening the output empties it: a source of that place would be lost before it is read.
void refuse_to_overwrite(const std::vector<std::string>& sources, const std::string& output) {
  std::error_code error;
  if (output.empty() || !std::filesystem::is_regular_file(output, error)) return;
  for (const std::string& source : sources)
    if (source != "-" && std::filesystem::equivalent(source, output, error))
      throw base::Error("output", "cannot write the results: " + output +
                                      ": is one of the sources; name another place with --output");
}

std::optional<CopyFiles> copies_of(const ExtractOptions& options,
                                   const std::vector<std::string>& sources,
                                   const Terminal& terminal) {
  if (options.pdf_out.empty()) return std::nullopt;
  if (options.limits.ocr == "never")
    throw base::Error("usage",
                      "wrong usage: --pdf-out needs pages that are read off their image, and with "
                      "--ocr never there are none");
  return CopyFiles(options.pdf_out, options.force, sources, terminal);
}

std::string summary(const BatchTotals& totals) {
  std::string out = base::counted(totals.done, "source") + ": " +
                    std::to_string(totals.done - totals.failed) + " read";
  if (totals.failed > 0) out += ", " + std::to_string(totals.failed) + " failed";
  return out + "; something found in " + std::to_string(totals.found);
}

ExitCode exit_code(const ExtractOptions& options, const BatchTotals& totals,
                   std::size_t failed_copies) {
  if (totals.interrupted) return ExitCode::kInterrupted;
  if (totals.failed + failed_copies > 0) return ExitCode::kSomeFailed;
  if (options.fail_empty && totals.found == 0) return ExitCode::kNothingFound;
  return ExitCode::kDone;
}

}  // namespace

ExitCode extract(const ExtractOptions& options, const Terminal& terminal) {
  const match::Matcher matcher = load_matcher(options.patterns);
  const std::vector<std::string> sources = batch::list_sources(options.paths);
  if (sources.empty()) terminal.note("nothing to read: the folders hold no documents");
  refuse_to_overwrite(sources, options.output);
  const base::Budget budget = budget_of(options.limits, sources.size());
  const bool reads_stdin = std::find(sources.begin(), sources.end(), "-") != sources.end();
  const int spool = reads_stdin ? batch::spool(STDIN_FILENO, budget.max_bytes) : -1;
  const bool into_folder = !options.tables.empty() && names_folder(options.output);
  ResultFile file(into_folder ? std::string() : options.output);
  const bool to_terminal = options.output.empty() && terminal.output_is_terminal();
  const batch::Form form = form_of(options, to_terminal);
  batch::Extractor extractor(matcher, generator(matcher.rules()), form, budget, spool);
  std::optional<CopyFiles> copies = copies_of(options, sources, terminal);
  if (copies) extractor.make_copies([&](const std::string& path) { return copies->wants(path); });
  const auto printer = into_folder ? make_table_files(options.tables, options.output, terminal)
                       : form == batch::Form::kTables
                           ? make_table_printer(options.tables, file)
                           : make_printer(form, sources.size(), file, terminal, to_terminal);
  // A bar between lines of results on one terminal would be noise.
  const bool show_progress = !to_terminal || form == batch::Form::kSummary;
  const BatchTotals totals = run_batch(sources, extractor, options.limits, terminal, show_progress,
                                       [&](const std::string& path, const batch::Answer& answer) {
                                         if (copies) copies->take(path, answer);
                                         return printer->add(path, answer);
                                       });
  printer->end();
  file.close();
  if (form == batch::Form::kSummary || totals.failed > 0) terminal.note(summary(totals));
  return exit_code(options, totals, copies ? copies->failed() : 0);
}

}  // namespace kehoach::cli
