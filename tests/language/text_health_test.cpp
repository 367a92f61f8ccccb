#include "language/text_health.h"

#include <gtest/gtest.h>

#include <string>

namespace kehoach::language {
namespace {

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST(TextHealth, Counts) {
  const auto health = measure_health("Đồng Nai, 12 ha; xyz");
  EXPECT_EQ(health.letters, 12u);
  EXPECT_EQ(health.marked, 2u);
  EXPECT_EQ(health.words, 4u);
  EXPECT_EQ(health.syllables, 3u);
}

struct HealthCase {
  const char* name;
  std::string text;
  bool broken;
};

TEST(TextHealth, Broken) {
  const HealthCase cases[] = {
      {"genuine", repeated("Các xã trồng cây trước mùa mưa. ", 20), false},
      {"too short to judge", "UY BAN NHAN DAN TINH", false},
      {"without marks", repeated("Cac xa trong cay truoc mua mua. ", 20), true},
      {"another alphabet for half of it", repeated("Cac \u04d3\u04e9 WUӗQJ cây WUѭӟF ", 20), true},
      {"empty", "", false},
  };
  for (const auto& c : cases) EXPECT_EQ(measure_health(c.text).broken(), c.broken) << c.name;
}

}  // namespace
}  // namespace kehoach::language
