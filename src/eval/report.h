// Judged documents → counts by field and by kind, calibration, and what changed since a report.
//
// Purpose: one number for each field, micro-averaged over documents, and the way back to its cases.
// Contract: to_json is stable (same scores, same bytes) and holds every judgement, so that a later
// report can be compared with it value by value; to_table is for people. Nothing is printed here.
// Use: Report report; report.documents.push_back(score(…)); … to_table(report).
// Refused: comparing only the ratios of two reports (a gain can hide a loss).
#pragma once

#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "eval/score.h"

namespace kehoach::eval {

inline constexpr std::string_view kReportSchema = "kehoach-eval/1";

struct Counts {
  std::size_t right = 0;   // true positives
  std::size_t extra = 0;   // false positives, wrong values among them
  std::size_t missed = 0;  // misses, wrong values among them

  void add(Verdict verdict);
  // Nullopt where the denominator is 0.
  std::optional<double> precision() const;
  std::optional<double> recall() const;
  std::optional<double> f1() const;
  std::size_t positives() const { return right + missed; }  // how many the gold has
};

// One bin of confidences: how many values were said with it, and how many of them are right.
struct CalibrationBin {
  double from = 0, to = 0;  // [from, to); the last bin holds 1 too
  std::size_t values = 0, right = 0;
  double confidence_sum = 0;  // mean confidence = sum / values
};

struct Report {
  std::vector<DocumentScore> documents;  // any order; outputs sort by name
};

std::vector<std::string> kinds(const Report& report);  // that occur, sorted
std::vector<const DocumentScore*> by_name(const Report& report);

// `kind` empty: all documents.
std::map<std::string, Counts> counts_by_field(const Report& report, std::string_view kind = {});
Counts overall(const Report& report, std::string_view kind = {});
// Bins that have values only.
std::vector<CalibrationBin> calibration(const Report& report);

// {"schema": "kehoach-eval/1", "overall", "fields", "kinds", "calibration", "documents"}.
nlohmann::ordered_json to_json(const Report& report);

// Counts and ratios by field, then by kind if there are several, then calibration.
std::string to_table(const Report& report);

// Every judgement that is not right, a line each: document, field, verdict, expected, got,
// evidence.
std::string differences(const Report& report);

struct Change {
  std::string document, field, context;
  bool gain = false;
  nlohmann::json value;
  std::string what;  // "now found", "no longer found", "no longer said wrongly", "now said wrongly"
};

struct Comparison {
  std::vector<Change> changes;                  // losses first, then by document and field
  std::vector<std::string> only_old, only_new;  // documents that are not in both
};

// `old_report` is what to_json gave; throws base::Error "eval-report" if it is anything else.
Comparison compare(const nlohmann::json& old_report, const Report& report);
std::string to_text(const Comparison& comparison);
nlohmann::ordered_json to_json(const Comparison& comparison);

}  // namespace kehoach::eval
