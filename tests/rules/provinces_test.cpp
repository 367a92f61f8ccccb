#include "rules/provinces.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace kehoach::rules {
namespace {

const std::vector<AdminUnit> kUnits = {
    {"02", "Hà Giang", "Tỉnh Hà Giang", "province", "", "08", false},
    {"08", "Tuyên Quang", "Tỉnh Tuyên Quang", "province", "", "", true},
    {"66", "Đắk Lắk", "Tỉnh Đắk Lắk", "province", "", "", true},
    {"99", "Hà Giang", "Phường Hà Giang", "commune", "08", "", true},
};

TEST(RelatedProvinces, OldAndNewNamesFindEachOther) {
  const auto names = [](std::string_view typed) {
    std::string out;
    for (const AdminUnit* unit : related_provinces(kUnits, typed)) out += unit->name + "; ";
    return out;
  };
  EXPECT_EQ(names("Hà Giang"), "Hà Giang; Tuyên Quang; ");
  EXPECT_EQ(names("tỉnh Tuyên Quang"), "Hà Giang; Tuyên Quang; ");
  EXPECT_EQ(names("dak lak"), "Đắk Lắk; ");
  EXPECT_EQ(names("Hạ Giang"), "");
}

TEST(ProvinceSpelt, SpellingsOfTheLexiconMeanAName) {
  RuleSet rules;
  rules.units = kUnits;
  for (const char* form : {"Đắc Lắc", "TP. Đắk Lắk"}) {
    rules.lexicon_by_type["province"].push_back(rules.lexicon.size());
    rules.lexicon.emplace_back();
    rules.lexicon.back().value = "Đắk Lắk";
    rules.lexicon.back().form = form;
  }
  EXPECT_EQ(province_spelt(rules, "Đắc Lắc"), "Đắk Lắk");
  EXPECT_EQ(province_spelt(rules, "tp. dak lak"), "Đắk Lắk");
  EXPECT_EQ(province_spelt(rules, "dak lak"), "dak lak");  // a name already
  EXPECT_EQ(province_spelt(rules, "Đắc Nông"), "Đắc Nông");
}

}  // namespace
}  // namespace kehoach::rules
