#include "cli/search/targets_command.h"

#include <map>

#include "base/counted.h"
#include "cli/archive_place.h"
#include "cli/document_choice.h"
#include "cli/result_file.h"
#include "cli/search/empty_list.h"
#include "cli/search/promise_plot.h"
#include "output/figure_words.h"
#include "output/sheets/csv.h"
#include "output/table.h"
#include "output/value_json.h"
#include "store/promises.h"
#include "store/read_snapshot.h"

namespace kehoach::cli {
namespace {

using output::Json;
using store::Outcome;
using store::Promise;

std::string optional_year(const std::optional<int>& year) {
  return year ? std::to_string(*year) : "";
}

std::string reported(const Promise& promise) {
  return promise.report
             ? promise.report->number.empty() ? promise.report->title : promise.report->number
             : "";
}

// "increase 2-3 rank"
std::string promised(const plan::Figure& target) {
  return target.change + " " + output::amount_words(target);
}

std::string table(const std::vector<Promise>& promises, std::size_t width) {
  static const std::vector<output::Column> columns = {{"indicator", false, output::Fit::kCut, 0},
                                                      {"place", false, output::Fit::kCut, 0},
                                                      {"year"},
                                                      {"promised"},
                                                      {"plan", false, output::Fit::kWhole, 1},
                                                      {"outcome"},
                                                      {"why", false, output::Fit::kCut, 0},
                                                      {"report", false, output::Fit::kWhole, 2}};
  std::vector<std::vector<std::string>> rows;
  for (const Promise& promise : promises)
    rows.push_back({output::indicator_words(promise.target.figure), promise.place,
                    optional_year(promise.target.figure.year), promised(promise.target.figure),
                    promise.plan.number, outcome_word(promise.outcome), promise.why,
                    reported(promise)});
  if (rows.empty()) return "0 targets\n";
  std::map<Outcome, std::size_t> counts;
  for (const Promise& promise : promises) ++counts[promise.outcome];
  return output::align(columns, rows, width) + "\n" + base::counted(promises.size(), "target") +
         ": " + std::to_string(counts[Outcome::kMet]) + " met, " +
         std::to_string(counts[Outcome::kMissed]) + " missed, " +
         std::to_string(counts[Outcome::kUnknown]) + " unknown\n";
}

const output::Sheet kSheet = {
    "promises", {{"indicator_code"}, {"indicator"},  {"place"},     {"province"},  {"year"},
                 {"baseline_year"},  {"change"},     {"min"},       {"max"},       {"unit"},
                 {"plan_id"},        {"plan"},       {"plan_date"}, {"plan_page"}, {"confidence"},
                 {"outcome"},        {"why"},        {"result"},    {"report_id"}, {"report"},
                 {"report_date"},    {"report_page"}}};

template <class T>
output::Cell cell(const std::optional<T>& value) {
  if (!value) return {};
  if constexpr (std::is_same_v<T, int>)
    return std::int64_t{*value};
  else
    return *value;
}

output::Row row_of(const Promise& promise) {
  const plan::Figure& target = promise.target.figure;
  output::Row row = {cell(target.indicator.code),
                     target.indicator.name,
                     promise.place,
                     promise.plan.province,
                     cell(target.year),
                     cell(target.baseline_year),
                     target.change,
                     cell(target.min),
                     cell(target.max),
                     target.unit,
                     promise.plan.id,
                     promise.plan.number,
                     promise.plan.date,
                     cell(promise.target.page),
                     promise.target.confidence,
                     std::string(outcome_word(promise.outcome)),
                     promise.why};
  if (!promise.report) {
    row.resize(kSheet.columns.size());
    return row;
  }
  row.insert(row.end(), {output::figure_words(promise.result->figure), promise.report->id,
                         promise.report->number, promise.report->date, cell(promise.result->page)});
  return row;
}

std::string csv(const std::vector<Promise>& promises) {
  std::string out = output::csv_head(kSheet);
  for (const Promise& promise : promises)
    out += output::csv_line(row_of(promise), output::Formulas::kGuard);
  return out;
}

std::string json(const std::vector<Promise>& promises) {
  Json out = Json::array();
  for (const Promise& promise : promises) {
    Json one = {{"target", output::figure_words(promise.target.figure)},
                {"place", promise.place},
                {"confidence", promise.target.confidence},
                {"page", output::or_null(promise.target.page)},
                {"plan", document_json(promise.plan)},
                {"outcome", outcome_word(promise.outcome)},
                {"why", promise.why}};
    one["result"] = promise.result ? Json(output::figure_words(promise.result->figure)) : Json();
    one["report"] = promise.report ? document_json(*promise.report) : Json();
    out.push_back(std::move(one));
  }
  return output::to_pretty(out) + "\n";
}

struct Chosen {
  std::vector<Promise> promises;
  std::size_t of_any_outcome = 0;
};

Chosen chosen(store::Archive& archive, const store::Filter& filter, const TargetsOptions& options) {
  const auto year = options.for_year != 0 ? std::optional(options.for_year) : std::nullopt;
  Chosen out;
  out.promises = store::promises(archive, filter, year);
  out.of_any_outcome = out.promises.size();
  std::erase_if(out.promises, [&](const Promise& promise) {
    return !options.outcome.empty() && options.outcome != outcome_word(promise.outcome);
  });
  return out;
}

// On a list without a line.
void tell_why(store::Archive& archive, const store::Filter& filter, const TargetsOptions& options,
              std::size_t of_any_outcome, const Terminal& terminal) {
  if (of_any_outcome > 0)
    return terminal.note("of the " + base::counted(of_any_outcome, "target") +
                         " that would fit, none is " + options.outcome);
  tell_why_nothing(archive, options.filter, filter,
                   "the documents that fit have no such target" +
                       (options.for_year != 0 ? " for " + std::to_string(options.for_year) : ""),
                   terminal);
}

}  // namespace

ExitCode targets(const TargetsOptions& options, const Terminal& terminal) {
  refuse_archive_as_output(options.output, options.archive);
  const store::Filter filter = make_filter(options.filter);
  store::Archive archive = store::Archive::open(options.archive, store::Archive::Access::kRead);
  const store::ReadSnapshot snapshot(archive);
  const auto [promises, of_any_outcome] = chosen(archive, filter, options);
  if (promises.empty()) tell_why(archive, filter, options, of_any_outcome, terminal);
  ResultFile file(options.output);
  if (options.format == "csv")
    file.write(csv(promises));
  else if (options.format == "json")
    file.write(json(promises));
  else if (options.format == "svg")
    file.write(promise_plot(promises));
  else
    file.write(table(promises, terminal.width()));
  file.close();
  return ExitCode::kDone;
}

}  // namespace kehoach::cli
