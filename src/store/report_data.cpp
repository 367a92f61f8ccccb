#include "store/report_data.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "store/row_count.h"

namespace kehoach::store {
namespace {

using output::LabelCount;

constexpr std::size_t kMostBars = 40, kMostFailures = 500, kMostDoubts = 200, kMostYears = 60;
constexpr std::size_t kLongestCell = 300;  // bytes, about
constexpr double kDoubtBelow = 0.7;

std::size_t count(Archive& archive, std::string_view sql) {
  return static_cast<std::size_t>(row_count(archive, sql));
}

std::vector<LabelCount> counts(Archive& archive, std::string_view sql) {
  Statement statement = archive.prepare(sql);
  std::vector<LabelCount> out;
  while (statement.step())
    out.push_back({statement.text(0), static_cast<std::size_t>(statement.integer(1))});
  return out;
}

// The smallest become one.
std::vector<LabelCount> with_rest(std::vector<LabelCount> all) {
  if (all.size() <= kMostBars) return all;
  LabelCount rest{"(" + std::to_string(all.size() - kMostBars + 1) + " others)", 0};
  for (std::size_t i = kMostBars - 1; i < all.size(); ++i) rest.count += all[i].count;
  all.resize(kMostBars - 1);
  all.push_back(std::move(rest));
  return all;
}

// Years without a document are seen as such. What is outside of the last decades is one bar.
std::vector<LabelCount> every_year(const std::vector<LabelCount>& known) {
  std::vector<LabelCount> out;
  if (known.empty()) return out;
  const int last = std::atoi(known.back().label.c_str());
  const int first =
      std::max(std::atoi(known.front().label.c_str()), last - static_cast<int>(kMostYears) + 1);
  std::size_t before = 0;
  for (int year = first; year <= last; ++year) out.push_back({std::to_string(year), 0});
  for (const LabelCount& one : known) {
    const int year = std::atoi(one.label.c_str());
    (year < first ? before : out[static_cast<std::size_t>(year - first)].count) += one.count;
  }
  if (before > 0) out.insert(out.begin(), {"before", before});
  return out;
}

void add_without_year(Archive& archive, std::vector<LabelCount>& years) {
  const std::size_t none = count(archive,
                                 "SELECT count(*) FROM documents WHERE current_version IS NOT NULL"
                                 " AND role <> 'none' AND year IS NULL");
  if (none > 0) years.push_back({"(not said)", none});
}

std::vector<LabelCount> totals(Archive& archive) {
  return {
      {"documents", count(archive,
                          "SELECT count(*) FROM documents WHERE role = 'document'"
                          " AND current_version IS NOT NULL")},
      {"pages about plans", count(archive,
                                  "SELECT count(*) FROM documents WHERE role = 'about'"
                                  " AND current_version IS NOT NULL")},
      {"neither", count(archive,
                        "SELECT count(*) FROM documents WHERE role = 'none'"
                        " AND current_version IS NOT NULL")},
      {"files read", count(archive, "SELECT count(*) FROM sources WHERE state = 'read'")},
      {"files failed", count(archive, "SELECT count(*) FROM sources WHERE state = 'failed'")},
      {"files vanished", count(archive, "SELECT count(*) FROM sources WHERE state = 'vanished'")},
      {"targets", count(archive,
                        "SELECT count(*) FROM targets e JOIN documents d ON"
                        " d.current_version = e.version_id")},
      {"results", count(archive,
                        "SELECT count(*) FROM results e JOIN documents d ON"
                        " d.current_version = e.version_id")},
      {"tasks", count(archive,
                      "SELECT count(*) FROM tasks e JOIN documents d ON"
                      " d.current_version = e.version_id")},
      {"citations", count(archive,
                          "SELECT count(*) FROM citations e JOIN documents d ON"
                          " d.current_version = e.version_id")},
      {"corrections", count(archive, "SELECT count(*) FROM corrections WHERE undone_at IS NULL")}};
}

std::string last_run(Archive& archive) {
  Statement statement =
      archive.prepare("SELECT kind, started, ended, state FROM runs ORDER BY id DESC LIMIT 1");
  if (!statement.step()) return {};
  const std::string ended = statement.optional_text(2).value_or("not ended");
  return statement.text(0) + ", " + statement.text(1) + " to " + ended + ", " + statement.text(3);
}

std::string cell(const std::optional<std::string>& text) {
  std::string out = text.value_or("");
  if (out.size() <= kLongestCell) return out;
  std::size_t end = kLongestCell;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
  return out.substr(0, end) + " …";
}

std::vector<output::FailedSource> failures(Archive& archive) {
  Statement statement = archive.prepare(
      "SELECT path, failure_code, failure_message, attempts FROM sources WHERE state = 'failed'"
      " ORDER BY failure_code, path LIMIT " +
      std::to_string(kMostFailures));
  std::vector<output::FailedSource> out;
  while (statement.step())
    out.push_back({statement.text(0), cell(statement.optional_text(1)),
                   cell(statement.optional_text(2)), statement.integer(3)});
  return out;
}

// What was read without much confidence and not corrected since; `d` is its document.
std::string doubts_sql() {
  const std::string below = " < " + std::to_string(kDoubtBelow);
  std::string out =
      "SELECT d.id, substr(f.path, 11), f.value, f.evidence, f.confidence, f.page FROM fields f"
      " JOIN documents d ON d.current_version = f.version_id WHERE f.confidence" +
      below +
      " AND NOT EXISTS (SELECT 1 FROM corrections c WHERE c.document_id = d.id"
      " AND c.field = f.path AND c.undone_at IS NULL)";
  for (const char* list : {"targets", "results"})
    out += " UNION ALL SELECT d.id, '" + std::string(list) +
           "/' || e.position,"
           " e.indicator_name || ': ' || e.printed, e.evidence, e.confidence, e.page FROM " +
           list + " e JOIN documents d ON d.current_version = e.version_id WHERE e.confidence" +
           below;
  out +=
      " UNION ALL SELECT d.id, 'tasks/' || e.position, e.text, NULL, e.confidence, e.page FROM"
      " tasks e JOIN documents d ON d.current_version = e.version_id WHERE e.confidence" +
      below;
  return out +
         " UNION ALL SELECT d.id, 'citations/' || e.position,"
         " coalesce(e.number, e.title, e.date), NULL, e.confidence, e.page FROM citations e"
         " JOIN documents d ON d.current_version = e.version_id WHERE e.confidence" +
         below;
}

std::vector<output::DoubtfulValue> doubts(Archive& archive) {
  Statement statement =
      archive.prepare("SELECT q.*, d.number, d.issuer FROM (" + doubts_sql() +
                      ") q JOIN documents d ON d.id = q.id ORDER BY q.confidence, q.id LIMIT " +
                      std::to_string(kMostDoubts));
  std::vector<output::DoubtfulValue> out;
  while (statement.step())
    out.push_back({statement.integer(0), cell(statement.optional_text(6)),
                   cell(statement.optional_text(7)), statement.text(1),
                   cell(statement.optional_text(2)), cell(statement.optional_text(3)),
                   statement.real(4), statement.optional_integer(5)});
  return out;
}

// By what `column` of documents says.
std::string grouped(const std::string& column, const std::string& order) {
  return "SELECT " + column +
         ", count(*) FROM documents WHERE current_version IS NOT NULL"
         " AND role <> 'none' GROUP BY 1 ORDER BY " +
         order;
}

}  // namespace

output::ReportData report_data(Archive& archive) {
  output::ReportData out;
  out.archive = std::filesystem::path(archive.path()).filename().string();
  out.last_run = last_run(archive);
  out.totals = totals(archive);
  out.by_province =
      with_rest(counts(archive, grouped("CASE WHEN province IS NOT NULL THEN province"
                                        " WHEN issuer_level = 'central' THEN '(central)'"
                                        " ELSE '(not said)' END",
                                        "2 DESC, 1")));
  out.by_type =
      with_rest(counts(archive, grouped("coalesce(doc_type, '(not said)')", "2 DESC, 1")));
  out.by_year =
      every_year(counts(archive,
                        "SELECT year, count(*) FROM documents WHERE current_version IS NOT NULL"
                        " AND role <> 'none' AND year IS NOT NULL GROUP BY 1 ORDER BY 1"));
  add_without_year(archive, out.by_year);
  out.failure_causes =
      with_rest(counts(archive,
                       "SELECT coalesce(failure_code, 'unknown'), count(*) FROM sources"
                       " WHERE state = 'failed' GROUP BY 1 ORDER BY 2 DESC, 1"));
  out.failures = failures(archive);
  out.failed = count(archive, "SELECT count(*) FROM sources WHERE state = 'failed'");
  out.doubtful = doubts(archive);
  out.doubts = count(archive, "SELECT count(*) FROM (" + doubts_sql() + ")");
  out.doubt_below = kDoubtBelow;
  return out;
}

}  // namespace kehoach::store
