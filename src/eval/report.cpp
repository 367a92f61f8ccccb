#include "eval/report.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace kehoach::eval {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

// Bounds of the calibration bins; finer where most values are said.
constexpr double kBounds[] = {0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1};

std::optional<double> ratio(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

// Four digits: what two runs of the same scores must print alike.
ordered_json rounded(std::optional<double> value) {
  if (!value) return nullptr;
  return std::round(*value * 10000) / 10000;
}

ordered_json counts_json(const Counts& counts) {
  return {{"right", counts.right},
          {"extra", counts.extra},
          {"missed", counts.missed},
          {"precision", rounded(counts.precision())},
          {"recall", rounded(counts.recall())},
          {"f1", rounded(counts.f1())}};
}

ordered_json fields_json(const std::map<std::string, Counts>& fields) {
  ordered_json result = ordered_json::object();
  for (const auto& [field, counts] : fields) result[field] = counts_json(counts);
  return result;
}

ordered_json kinds_json(const Report& report) {
  ordered_json result = ordered_json::object();
  for (const std::string& kind : kinds(report)) {
    result[kind] = {{"overall", counts_json(overall(report, kind))},
                    {"fields", fields_json(counts_by_field(report, kind))}};
  }
  return result;
}

ordered_json calibration_json(const Report& report) {
  ordered_json result = ordered_json::array();
  for (const CalibrationBin& bin : calibration(report)) {
    const auto values = static_cast<double>(bin.values);
    result.push_back({{"from", bin.from},
                      {"to", bin.to},
                      {"values", bin.values},
                      {"right", bin.right},
                      {"mean_confidence", rounded(bin.confidence_sum / values)},
                      {"share_right", rounded(ratio(bin.right, bin.values))}});
  }
  return result;
}

ordered_json judgement_json(const Judgement& judgement) {
  ordered_json result = {{"field", judgement.field}, {"verdict", name(judgement.verdict)}};
  if (!judgement.context.empty()) result["context"] = judgement.context;
  if (!judgement.expected.is_null()) result["expected"] = judgement.expected;
  if (!judgement.got.is_null()) result["got"] = judgement.got;
  if (!judgement.evidence.empty()) result["evidence"] = judgement.evidence;
  if (judgement.confidence) result["confidence"] = rounded(judgement.confidence);
  return result;
}

}  // namespace

void Counts::add(Verdict verdict) {
  if (verdict == Verdict::kRight) ++right;
  if (verdict == Verdict::kWrong || verdict == Verdict::kExtra) ++extra;
  if (verdict == Verdict::kWrong || verdict == Verdict::kMissed) ++missed;
}

std::optional<double> Counts::precision() const { return ratio(right, right + extra); }
std::optional<double> Counts::recall() const { return ratio(right, right + missed); }
std::optional<double> Counts::f1() const { return ratio(2 * right, 2 * right + extra + missed); }

std::vector<std::string> kinds(const Report& report) {
  std::set<std::string> found;
  for (const DocumentScore& score : report.documents) found.insert(score.kind);
  return {found.begin(), found.end()};
}

std::vector<const DocumentScore*> by_name(const Report& report) {
  std::vector<const DocumentScore*> sorted;
  for (const DocumentScore& score : report.documents) sorted.push_back(&score);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](auto* a, auto* b) { return a->document < b->document; });
  return sorted;
}

std::map<std::string, Counts> counts_by_field(const Report& report, std::string_view kind) {
  std::map<std::string, Counts> result;
  for (const DocumentScore& score : report.documents) {
    if (!kind.empty() && score.kind != kind) continue;
    for (const Judgement& judgement : score.judgements) {
      result[judgement.field].add(judgement.verdict);
    }
  }
  return result;
}

Counts overall(const Report& report, std::string_view kind) {
  Counts sum;
  for (const auto& [field, counts] : counts_by_field(report, kind)) {
    sum.right += counts.right;
    sum.extra += counts.extra;
    sum.missed += counts.missed;
  }
  return sum;
}

std::vector<CalibrationBin> calibration(const Report& report) {
  std::vector<CalibrationBin> bins;
  for (std::size_t i = 0; i + 1 < std::size(kBounds); ++i) {
    bins.push_back({.from = kBounds[i], .to = kBounds[i + 1]});
  }
  for (const DocumentScore& score : report.documents) {
    for (const Judgement& judgement : score.judgements) {
      if (!judgement.confidence || judgement.got.is_null()) continue;
      const auto next = std::find_if(bins.begin(), std::prev(bins.end()), [&](const auto& bin) {
        return *judgement.confidence < bin.to;
      });
      ++next->values;
      next->right += judgement.verdict == Verdict::kRight;
      next->confidence_sum += *judgement.confidence;
    }
  }
  std::erase_if(bins, [](const CalibrationBin& bin) { return bin.values == 0; });
  return bins;
}

ordered_json to_json(const Report& report) {
  ordered_json documents = ordered_json::array();
  for (const DocumentScore* score : by_name(report)) {
    ordered_json judgements = ordered_json::array();
    for (const Judgement& judgement : score->judgements) {
      judgements.push_back(judgement_json(judgement));
    }
    documents.push_back({{"document", score->document},
                         {"kind", score->kind},
                         {"judgements", std::move(judgements)}});
  }
  return {{"schema", kReportSchema},
          {"overall", counts_json(overall(report))},
          {"fields", fields_json(counts_by_field(report))},
          {"kinds", kinds_json(report)},
          {"calibration", calibration_json(report)},
          {"documents", std::move(documents)}};
}

}  // namespace kehoach::eval
