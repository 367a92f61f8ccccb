// The report for people: aligned columns, no colours (those are the command line's).
#include <algorithm>
#include <cstdio>

#include "eval/report.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;

constexpr std::size_t kFewPositives = 30;

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

std::string right_aligned(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string decimal(std::optional<double> value) {
  if (!value) return "-";
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%.3f", *value);
  return buffer;
}

std::string row(const std::string& field, const Counts& counts, std::size_t width) {
  std::string line = padded(field, width);
  for (std::size_t count : {counts.right, counts.extra, counts.missed}) {
    line += right_aligned(std::to_string(count), 8);
  }
  for (const auto& share : {counts.precision(), counts.recall(), counts.f1()}) {
    line += right_aligned(decimal(share), 11);
  }
  if (counts.positives() < kFewPositives) line += "  few";
  return line + "\n";
}

std::string block(const std::string& title, const std::map<std::string, Counts>& fields,
                  const Counts& sum) {
  std::size_t width = std::max<std::size_t>(title.size(), 8);
  for (const auto& [field, counts] : fields) width = std::max(width, field.size());
  std::string text =
      padded(title, width) + "   right   extra  missed  precision     recall" + "         f1\n";
  for (const auto& [field, counts] : fields) text += row(field, counts, width);
  return text + row("all", sum, width);
}

std::string calibration_block(const Report& report) {
  std::string text = "confidence     values   right       said      right\n";
  for (const CalibrationBin& bin : calibration(report)) {
    const auto values = static_cast<double>(bin.values);
    char range[32];
    std::snprintf(range, sizeof range, "%.2f-%.2f", bin.from, bin.to);
    text += padded(range, 11) + right_aligned(std::to_string(bin.values), 10) +
            right_aligned(std::to_string(bin.right), 8) +
            right_aligned(decimal(bin.confidence_sum / values), 11) +
            right_aligned(decimal(static_cast<double>(bin.right) / values), 11) + "\n";
  }
  return text;
}

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

std::string shown(const json& value) {
  return value.is_null() ? "nothing" : value.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string to_table(const Report& report) {
  std::string text = block("field", counts_by_field(report), overall(report));
  const std::vector<std::string> all = kinds(report);
  for (const std::string& kind : all) {
    if (all.size() < 2) break;
    text += "\n" + block("kind " + kind, counts_by_field(report, kind), overall(report, kind));
  }
  const std::string calibrated = calibration(report).empty() ? "" : calibration_block(report);
  return calibrated.empty() ? text : text + "\n" + calibrated;
}

std::string differences(const Report& report) {
  std::string text;
  for (const DocumentScore* score : by_name(report)) {
    for (const Judgement& judgement : score->judgements) {
      if (judgement.verdict == Verdict::kRight) continue;
      text += score->document + ": " + judgement.field + ": " +
              std::string(name(judgement.verdict)) + ": expected " + shown(judgement.expected) +
              ", got " + shown(judgement.got);
      if (!judgement.context.empty()) text += " | in: " + one_line(judgement.context);
      if (!judgement.evidence.empty()) text += " | evidence: " + one_line(judgement.evidence);
      text += "\n";
    }
  }
  return text;
}

}  // namespace kehoach::eval
