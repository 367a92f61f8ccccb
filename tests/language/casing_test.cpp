#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "language/comparison.h"

namespace kehoach::language {
namespace {

TEST(Casing, AWordIsCasedAsAnotherIsPrinted) {
  struct Case {
    std::string_view form, seen, expected;
  };
  for (const auto& [form, seen, expected] : std::vector<Case>{
           {"tổ", "tô", "tổ"},
           {"tổ", "Tô", "Tổ"},
           {"tổ", "TÔ", "TỔ"},
           {"ở", "Ơ", "Ở"},  // one capital is no line of capitals
           {"đổi mới", "Đ", "Đổi mới"},
           {"", "TÔ", ""},
       })
    EXPECT_EQ(cased_as(form, seen), expected) << form << " as " << seen;
}

TEST(Casing, PiecesStandBetweenSpaces) {
  EXPECT_EQ(space_separated("  sở  y tế "), (std::vector<std::string_view>{"sở", "y", "tế"}));
  EXPECT_TRUE(space_separated(" ").empty());
}

}  // namespace
}  // namespace kehoach::language
