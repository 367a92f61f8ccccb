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

TEST(Align, TheWidestColumnGivesWay) {
  EXPECT_EQ(align({{"source"}, {"title"}}, {{"a.txt", "nâng cao chỉ số cải cách"}}, 18),
            "source  title\n"
            "a.txt   nâng cao …\n");
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
