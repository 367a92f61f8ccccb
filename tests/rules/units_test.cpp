// Administrative units of before and after 1 July 2025.
#include "rules/units.h"

#include <gtest/gtest.h>

namespace kehoach::rules {
namespace {

TEST(Units, FoundByNameLevelAndProvince) {
  const RuleSet set = load();
  const UnitIndex index(set.units);
  EXPECT_EQ(index.find("ĐẮK LẮK", "province").size(), 2u);
  EXPECT_EQ(index.find("tỉnh Hà Giang", "province").at(0)->merged_into, "08");
  EXPECT_EQ(index.find("Quận Tây Hồ", "district", "01").size(), 1u);
  EXPECT_TRUE(index.find("Quận Tây Hồ", "district", "79").empty());
}

}  // namespace
}  // namespace kehoach::rules
