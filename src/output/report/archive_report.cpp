#include "output/report/archive_report.h"

#include <array>
#include <cstdio>

#include "output/report/bar_plot.h"
#include "output/report/html_text.h"

namespace kehoach::output {
namespace {

constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --ink: #1c2430; --quiet: #5b6675; --paper: #ffffff;
  --panel: #f4f6f9; --line: #d8dee6; --bar: #2f6fb0; --low: #b3541e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --quiet: #9aa7b8; --paper: #14181f;
  --panel: #1d232c; --line: #343d4a; --bar: #6aa7e6; --low: #f0a06a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; color: var(--ink);
  background: var(--paper); font: 16px/1.5 system-ui, "Noto Sans", sans-serif; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
p { margin: .3rem 0; } .quiet { color: var(--quiet); font-size: .9rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: .6rem;
  margin: 1.2rem 0; }
dl div { background: var(--panel); border-radius: 6px; padding: .6rem .8rem; }
dt { color: var(--quiet); font-size: .85rem; } dd { margin: 0; font-size: 1.4rem; }
figure { margin: 0; overflow-x: auto; } svg { display: block; max-width: 100%; height: auto; }
svg text { fill: var(--ink); font-size: 13px; } .bar { fill: var(--bar); }
.axis { stroke: var(--line); }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
td.number, th.number { text-align: right; white-space: nowrap; } td.low { color: var(--low); }
@media print { :root { --ink: #000; --paper: #fff; --panel: #fff; --line: #999; --bar: #555;
  --quiet: #333; --low: #000; } body { max-width: none; padding: 0; font-size: 11px; }
  h2 { break-after: avoid; } tr, figure, dl div { break-inside: avoid; }
  dl div { border: 1px solid var(--line); } }
)";

using Cells = std::vector<std::string>;  // already HTML

std::string row(const Cells& cells, const char* tag, const std::vector<bool>& right) {
  std::string out = "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i)
    out += "<" + std::string(tag) + (right[i] ? " class=\"number\">" : ">") + cells[i] + "</" +
           tag + ">";
  return out + "</tr>\n";
}

std::string table(const Cells& heads, const std::vector<bool>& right,
                  const std::vector<Cells>& rows) {
  std::string out =
      "<div class=\"wide\"><table>\n<thead>" + row(heads, "th", right) + "</thead>\n<tbody>\n";
  for (const Cells& cells : rows) out += row(cells, "td", right);
  return out + "</tbody></table></div>\n";
}

std::string heading(const std::string& title) { return "<h2>" + html(title) + "</h2>\n"; }
std::string remark(const std::string& words) {
  return "<p class=\"quiet\">" + html(words) + "</p>\n";
}

std::string head(const ReportData& data) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>" +
      html("kehoach: " + data.archive) + "</title>\n<style>" + kStyle +
      "</style>\n</head>\n<body>\n<h1>" + html(data.archive) + "</h1>\n" +
      remark("Archive of administrative plans, as of " + data.made + " (" + data.tool + ")");
  if (!data.last_run.empty()) out += remark("Last run: " + data.last_run);
  return out;
}

std::string totals(const std::vector<LabelCount>& counts) {
  std::string out = "<dl>\n";
  for (const LabelCount& one : counts)
    out +=
        "<div><dt>" + html(one.label) + "</dt><dd>" + std::to_string(one.count) + "</dd></div>\n";
  return out + "</dl>\n";
}

std::string plot(const std::string& title, const std::vector<LabelCount>& counts,
                 std::string (*draw)(const std::string&, const std::vector<LabelCount>&)) {
  if (counts.empty()) return heading(title) + remark("Nothing to show.");
  return heading(title) + "<figure>" + draw(title, counts) + "</figure>\n";
}

std::string rest_of(std::size_t shown, std::size_t all) {
  return shown < all ? remark("The first " + std::to_string(shown) + " of " + std::to_string(all) +
                              "; the archive's tables have all.")
                     : std::string();
}

// A long path breaks behind its folders.
std::string path_html(const std::string& path) {
  std::string out;
  for (const char c : html(path)) out += c == '/' ? std::string("/<wbr>") : std::string(1, c);
  return out;
}

std::string failures(const ReportData& data) {
  std::string out = heading("Failures: " + std::to_string(data.failed));
  if (data.failed == 0) return out + remark("Every file could be read.");
  out += "<figure>" + rows_plot("Failures by cause", data.failure_causes) + "</figure>\n";
  std::vector<Cells> rows;
  for (const FailedSource& one : data.failures)
    rows.push_back(
        {path_html(one.path), html(one.code), html(one.message), std::to_string(one.attempts)});
  return out +
         table({"file", "cause", "what was said", "attempts"}, {false, false, false, true}, rows) +
         rest_of(data.failures.size(), data.failed);
}

std::string percent(double share) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.2f", share);
  return text.data();
}

std::string doubts(const ReportData& data) {
  std::string out = heading("Values to look at: " + std::to_string(data.doubts)) +
                    remark("What was read with a confidence below " + percent(data.doubt_below) +
                           ", the least sure first. kehoach correct ID FIELD VALUE --by NAME sets "
                           "them right.");
  if (data.doubtful.empty()) return out;
  std::vector<Cells> rows;
  for (const DoubtfulValue& one : data.doubtful)
    rows.push_back({std::to_string(one.document), html(one.number), html(one.issuer),
                    html(one.field), html(one.value), percent(one.confidence),
                    one.page ? std::to_string(*one.page) : "", html(one.evidence)});
  return out +
         table({"id", "number", "issuer", "field", "value", "confidence", "page", "read from"},
               {true, false, false, false, false, true, true, false}, rows) +
         rest_of(data.doubtful.size(), data.doubts);
}

}  // namespace

std::string archive_report(const ReportData& data) {
  return head(data) + totals(data.totals) + plot("Documents by year", data.by_year, columns_plot) +
         plot("Documents by province", data.by_province, rows_plot) +
         plot("Documents by type", data.by_type, rows_plot) + failures(data) + doubts(data) +
         "</body>\n</html>\n";
}

}  // namespace kehoach::output
