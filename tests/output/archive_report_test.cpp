#include "output/report/archive_report.h"

#include <gmock/gmock.h>

#include "output/report/bar_plot.h"
#include "output/report/html_text.h"

namespace kehoach::output {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HtmlText, EscapesForElementsAndAttributes) {
  EXPECT_EQ(html("<a href=\"x\">'&"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
  EXPECT_EQ(html("a\x1b\xff"), "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(BarPlot, LongestBarIsTheHighestCount) {
  const std::string plot = rows_plot("t", {{"Lâm Đồng", 40}, {"Huế", 10}, {"Cà Mau", 0}});
  EXPECT_THAT(plot, HasSubstr("width=\"400\" height=\"16\" rx=\"2\"><title>Lâm Đồng: 40</title>"));
  EXPECT_THAT(plot, HasSubstr("width=\"100\" height=\"16\" rx=\"2\"><title>Huế: 10</title>"));
  EXPECT_THAT(plot, HasSubstr("width=\"0\" height=\"16\" rx=\"2\"><title>Cà Mau: 0</title>"));
}

TEST(BarPlot, OneOfManyIsStillSeen) {
  const std::string plot = rows_plot("t", {{"a", 1'000'000}, {"b", 1}});
  EXPECT_THAT(plot, HasSubstr("width=\"1\" height=\"16\" rx=\"2\"><title>b: 1</title>"));
}

TEST(BarPlot, YearsStandSideBySide) {
  const std::string plot = columns_plot("t", {{"2022", 4}, {"2023", 0}, {"2024", 8}});
  EXPECT_THAT(plot, HasSubstr("height=\"200\" rx=\"2\"><title>2024: 8</title>"));
  EXPECT_THAT(plot, HasSubstr(">2023</text>"));
  EXPECT_EQ(columns_plot("t", {}), "");
}

TEST(ArchiveReport, ListsAreCutAndSaid) {
  ReportData data;
  data.failed = 3;
  data.failure_causes = {{"broken", 3}};
  data.failures = {{"a/b.pdf", "broken", "why", 2}};
  const std::string page = archive_report(data);
  EXPECT_THAT(page, HasSubstr("a/<wbr>b.pdf"));
  EXPECT_THAT(page, HasSubstr("The first 1 of 3; the archive&#39;s tables have all."));
}

}  // namespace
}  // namespace kehoach::output
