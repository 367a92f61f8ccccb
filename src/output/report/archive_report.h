// What stands in an archive, as one page for people: counts, plots, failures, doubtful values.
//
// Contract: the page is one HTML file that loads nothing (it can be mailed and printed), in light
// and dark as the reader's system is. Every text is escaped: documents come from strangers. The
// same data give the same bytes.
// Refused: a plotting library in the page (three bar charts are plain SVG, and scripts would not
// run where such files are opened).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kehoach::output {

struct LabelCount {
  std::string label;
  std::size_t count = 0;
};

struct FailedSource {
  std::string path, code, message;
  std::int64_t attempts = 0;
};

struct DoubtfulValue {
  std::int64_t document = 0;
  std::string number, issuer;
  std::string field;  // "issue_date", "targets/0"
  std::string value, evidence;
  double confidence = 0;
  std::optional<std::int64_t> page;
};

struct ReportData {
  std::string archive, made, tool;  // `made`: UTC, ISO 8601
  std::string last_run;             // "ingest, 2026-01-02T03:04:05Z to …, done"; empty: none
  std::vector<LabelCount> totals;   // in the order to be shown
  std::vector<LabelCount> by_province, by_year, by_type;
  std::vector<LabelCount> failure_causes;
  std::vector<FailedSource> failures;  // maybe only the first; `failed` says how many there are
  std::size_t failed = 0;
  std::vector<DoubtfulValue> doubtful;  // the least sure first; `doubts` says how many there are
  std::size_t doubts = 0;
  double doubt_below = 0;
};

std::string archive_report(const ReportData& data);

}  // namespace kehoach::output
