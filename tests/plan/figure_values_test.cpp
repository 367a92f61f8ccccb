#include "plan/figures/figure_values.h"

#include <gtest/gtest.h>

namespace kehoach::plan {
namespace {

std::string dump(const Bounds& bounds) {
  std::string text = (bounds.min ? compact(*bounds.min) : "-") + std::string("..") +
                     (bounds.max ? compact(*bounds.max) : "-");
  if (bounds.exclusive) text += " exclusive";
  if (bounds.approximate) text += " approximate";
  return text;
}

TEST(FigureValues, BoundsFollowTheirWords) {
  struct Case {
    double low;
    std::optional<double> high;
    std::vector<std::string_view> words;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {85, {}, {}, "85..85"},
      {5, 7, {}, "5..7"},
      {7, 5, {}, "5..7"},
      {1, {}, {"min"}, "1..-"},
      {90, {}, {"over"}, "90..- exclusive"},
      {70, {}, {"from", "over"}, "70..- exclusive"},
      {30, {}, {"from", "min"}, "30..-"},
      {5, {}, {"under"}, "-..5 exclusive"},
      {5, {}, {"max"}, "-..5"},
      {5, 10, {"min"}, "5..10"},
      {11.5, 12.4, {"from", "min"}, "11.5..12.4"},
      {68.5, {}, {"about"}, "68.5..68.5 approximate"},
  };
  for (const auto& test : cases)
    EXPECT_EQ(dump(bounds_of(test.low, test.high, test.words)), test.expected);
}

TEST(FigureValues, AGroupHasOnlyItsLastPlace) {
  EXPECT_EQ(dump(group_bounds(10, {})), "-..10");
  EXPECT_EQ(dump(group_bounds(10, 15)), "-..15");
}

TEST(FigureValues, ScalesWithoutBinaryDust) {
  EXPECT_EQ(dump(scaled({68.5, 68.5}, factor_of("1e6"))), "68500000..68500000");
  EXPECT_EQ(dump(scaled({295, 300}, factor_of("1e12"))), "295000000000000..300000000000000");
  EXPECT_EQ(dump(scaled({83.2, {}}, 1e6)), "83200000..-");
  EXPECT_EQ(dump(scaled({{}, 30}, 1.0 / 1440)), "-..0.020833333333");
  EXPECT_EQ(factor_of(""), 1);
  EXPECT_EQ(factor_of("x"), 1);
}

}  // namespace
}  // namespace kehoach::plan
