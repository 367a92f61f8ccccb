#include "output/table.h"

#include <gtest/gtest.h>

namespace kehoach::output {
namespace {

TEST(Align, WidthsComeFromTheCells) {
  EXPECT_EQ(align({{"name"}, {"n", true}}, {{"Đắk Lắk", "5"}, {"Huế", "12"}}, 0),
            "name      n\n"
            "Đắk Lắk   5\n"
            "Huế      12\n");
}

TEST(Align, ColumnsThatMayBeCutGiveWayFirst) {
  const std::vector<Column> columns = {
      {"source", false, Fit::kCutFront, 0}, {"number"}, {"title", false, Fit::kCut, 0}};
  EXPECT_EQ(align(columns, {{"corpus/2023/a.txt", "1234567890123", "nâng cao chỉ số"}}, 38),
            "source      number         title\n"
            "…023/a.txt  1234567890123  nâng cao c…\n");
}

TEST(Align, OptionalColumnsAreLeftOut) {
  const std::vector<Column> columns = {
      {"a"}, {"b", false, Fit::kWhole, 1}, {"c", false, Fit::kCut, 2}};
  const std::vector<std::vector<std::string>> rows = {{"aaaaaaaaaaaa", "bbb", "cccccccccccc"}};
  EXPECT_EQ(align(columns, rows, 20), "a             b\naaaaaaaaaaaa  bbb\n");
  EXPECT_EQ(align(columns, rows, 12), "a\naaaaaaaaaaaa\n");
}

TEST(Align, NoWidthNoCut) {
  const std::string title(300, 'x');
  EXPECT_EQ(align({{"title"}}, {{title}}, 0), "title\n" + title + "\n");
}

TEST(Table, ASourceThatFailedSaysWhyInPlaceOfATitle) {
  plan::Record record;
  record.source.path = "a.bin";
  record.role = "none";
  record.diagnostics.push_back({"unsupported", base::Severity::kError, "a.bin: is a PDF", {}, {}});
  const std::string text = table({summary_from(summary_json(record))}, 0);
  EXPECT_NE(text.find("unsupported: a.bin: is a PDF"), std::string::npos) << text;
}

TEST(Table, TargetsFollowTheSources) {
  plan::Record record;
  record.source.path = "a.txt";
  record.role = "about";
  plan::Figure figure;
  figure.indicator = {"SIPAS", "Chỉ số hài lòng"};
  figure.change = "reach";
  figure.unit = "percent";
  figure.min = 90;
  figure.exclusive = true;
  figure.baseline_year = 2021;
  figure.year = 2022;
  record.targets.push_back(figure);
  EXPECT_EQ(table({summary_from(summary_json(record))}, 0),
            "source  role   type  number  date  issuer  targets  results  tasks  cites  title\n"
            "a.txt   about                                    1        0      0      0\n"
            "\n"
            "source  target  change  amount        year\n"
            "a.txt   SIPAS   reach   > 90 percent  2021 → 2022\n");
}

}  // namespace
}  // namespace kehoach::output
