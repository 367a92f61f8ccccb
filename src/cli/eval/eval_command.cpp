#include "cli/eval/eval_command.h"

#include "base/budget.h"
#include "base/counted.h"
#include "base/error.h"
#include "batch/read_source.h"
#include "cli/eval/gold_cases.h"
#include "cli/generator.h"
#include "cli/pattern_layers.h"
#include "cli/result_file.h"
#include "eval/report.h"
#include "eval/score.h"
#include "output/record_json.h"

namespace kehoach::cli {
namespace {

[[noreturn]] void refuse(const GoldCases& gold, const Terminal& terminal) {
  for (const std::string& fault : gold.faults) terminal.error(fault);
  throw base::Error("gold", "cannot score: " + std::to_string(gold.faults.size()) +
                                " faults in gold files, named above; mend them first");
}

void tell_skipped(const GoldCases& gold, const Terminal& terminal) {
  for (const auto& [what, count] : gold.unreadable)
    terminal.note("skipped: no reader for " + what + ": " + base::counted(count, "document"));
}

nlohmann::json read_report(const std::string& path) {
  auto report =
      nlohmann::json::parse(batch::read_source(path, base::Budget{}).bytes, nullptr, false);
  if (report.is_discarded())
    throw base::Error(
        "eval-report",
        "cannot compare: " + path + ": is no JSON; give what `kehoach eval --format json` made");
  return report;
}

std::string json_text(const eval::Report& report, const EvalOptions& options) {
  nlohmann::ordered_json json = eval::to_json(report);
  if (!options.against.empty())
    json["comparison"] = eval::to_json(eval::compare(read_report(options.against), report));
  return output::to_pretty(json) + "\n";
}

std::string table_text(const eval::Report& report, const EvalOptions& options) {
  std::string out = eval::to_table(report);
  if (options.differences) out += "\n" + eval::differences(report);
  if (!options.against.empty())
    out += "\n" + eval::to_text(eval::compare(read_report(options.against), report));
  return out;
}

}  // namespace

ExitCode eval(const EvalOptions& options, const Terminal& terminal) {
  const match::Matcher matcher = load_matcher(options.patterns);
  const GoldCases gold = find_gold(options.folders, options.kind);
  if (!gold.faults.empty()) refuse(gold, terminal);
  tell_skipped(gold, terminal);
  if (gold.cases.empty())
    terminal.note("nothing to score: there is no NAME.gold.json beside a document" +
                  (options.kind.empty() ? "" : " of kind " + options.kind));
  std::vector<std::string> paths;
  for (const GoldCase& item : gold.cases) paths.push_back(item.document);
  ResultFile file(options.output);
  const batch::Extractor extractor(matcher, generator(matcher.rules()), batch::Form::kLine,
                                   budget_of(options.limits, paths.size()));
  eval::Report report;
  const BatchTotals totals =
      run_batch(paths, extractor, options.limits, terminal, true,
                [&](const std::string& path, const batch::Answer& answer) {
                  const std::size_t index = report.documents.size();
                  const auto record = nlohmann::json::parse(answer.bytes);
                  report.documents.push_back(eval::score(record, gold.cases[index].gold, path));
                  return true;
                });
  if (totals.interrupted) return ExitCode::kInterrupted;
  file.write(options.format == "json" ? json_text(report, options) : table_text(report, options));
  file.close();
  return totals.failed > 0 ? ExitCode::kSomeFailed : ExitCode::kDone;
}

}  // namespace kehoach::cli
