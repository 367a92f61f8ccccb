#include "layout/pdf/page_margins.h"

#include <gtest/gtest.h>

#include "printed_word.h"

namespace kehoach::layout {
namespace {

PageRow row(double x0, double x1, double baseline, double size) {
  PageWord word = printed_word(x0, baseline, "chữ", x1 - x0);
  word.size = size;
  PageRow made;
  made.words = {word};
  made.box = word.box;
  made.baseline = baseline;
  made.size = size;
  return made;
}

TEST(PageMargins, TheSmallPrintOfAStampSaysNothingOfThem) {
  PageText page;
  page.width = 595;
  page.height = 842;
  for (int i = 0; i < 5; ++i) page.rows.push_back(row(496, 561, 40 + 7 * i, 6.5));
  for (int i = 0; i < 20; ++i) page.rows.push_back(row(79, 542, 100 + 18 * i, 13));
  const auto margins = find_margins({page}).front();
  EXPECT_DOUBLE_EQ(margins.left, 79);
  EXPECT_DOUBLE_EQ(margins.right, 542);
}

TEST(PageMargins, APageOfSmallPrintHasItsOwn) {
  PageText page;
  page.width = 595;
  page.height = 842;
  for (int i = 0; i < 20; ++i) page.rows.push_back(row(60, 520, 100 + 10 * i, 6.5));
  EXPECT_DOUBLE_EQ(find_margins({page}).front().right, 520);
}

}  // namespace
}  // namespace kehoach::layout
