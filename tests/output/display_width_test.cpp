#include "output/display_width.h"

#include <gtest/gtest.h>

namespace kehoach::output {
namespace {

TEST(DisplayWidth, CountsColumns) {
  struct Case {
    std::string_view text;
    std::size_t expected;
  };
  for (const Case& c : {Case{"", 0}, Case{"abc", 3}, Case{"Kế hoạch", 8}, Case{"e\u0302\u0301", 1},
                        Case{"漢字", 4}, Case{"\xff", 1}, Case{"\xe1\xba", 1 + 1}})
    EXPECT_EQ(display_width(c.text), c.expected) << c.text;
}

TEST(Fit, CutsWithAnEllipsis) {
  struct Case {
    std::string_view text;
    std::size_t columns;
    std::string_view expected;
  };
  for (const Case& c :
       {Case{"Kế hoạch", 8, "Kế hoạch"}, Case{"Kế hoạch", 4, "Kế …"}, Case{"漢字漢", 4, "漢…"},
        Case{"abc", 1, "…"}, Case{"abc", 0, ""}, Case{"a\x1b[31mb\n", 20, "a [31mb "}})
    EXPECT_EQ(fit(c.text, c.columns), c.expected) << c.text << " " << c.columns;
}

TEST(Pad, FillsEitherSide) {
  EXPECT_EQ(pad("ế", 3), "ế  ");
  EXPECT_EQ(pad("12", 4, true), "  12");
}

}  // namespace
}  // namespace kehoach::output
