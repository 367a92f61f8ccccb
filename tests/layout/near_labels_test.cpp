#include "layout/pdf/near_labels.h"

#include <gtest/gtest.h>

#include <sstream>

#include "printed_word.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const NearLabels& labels() {
  static const rules::RuleSet rules = rules::load();
  static const NearLabels near(rules);
  return near;
}

// Words one space apart, "|" for the white between cells; "~" before a word that is in doubt.
std::string repaired(const std::string& line) {
  std::istringstream in(line);
  double x = 80;
  std::vector<PageWord> words;
  for (std::string token; in >> token;) {
    if (token == "|") {
      x += 60;
      continue;
    }
    const bool doubted = token.front() == '~';
    words.push_back(printed_word(x, 100, doubted ? token.substr(1) : token));
    words.back().confidence = doubted ? 0.5 : 0.95;
    x += 34;
  }
  const auto row = make_row(std::move(words));
  std::string text;
  for (const auto& repair : labels().repairs(row))
    text += (text.empty() ? "" : " ") + std::to_string(repair.word) + "=" + repair.text;
  return text;
}

TEST(NearLabels, ArePutRightWhereTheyStandAsPrinted) {
  const std::pair<const char*, const char*> cases[] = {
      {"~Xơi nhận:", "0=Nơi"}, {"QUYEÉT ĐỊNH", "0=QUYẾT"}, {"~xơi nhận: kho", "0=Nơi"},
      {"~Xơi nhận hồ sơ", ""},  // no colon
      {"QUYEÉT ĐỊNH SỐ", ""},   // not alone
      {"Xơi nhận:", ""},        // a word, read for sure
      {"QUY ĐỊNH", ""},         // another label
      {"THÔNG ~TIN", ""},       // none
  };
  for (const auto& [seen, right] : cases) EXPECT_EQ(repaired(seen), right) << seen;
}

TEST(NearLabels, WordsOfDatesHaveTheirMarksBetweenNumbersOfDatesOnly) {
  const std::pair<const char*, const char*> cases[] = {
      {"tháng 5 nắm 2020", "2=năm"},
      {"ngày 3 thang 12 nam 2024.", "2=tháng 4=năm"},
      {"gồm 12 nam 15 nữ", ""},  // men and women
      {"tổng 120 nam 2000 nữ", ""},
      {"1 | nam | 1985", ""},  // cells
      {"1 Nam 1985", ""},
      {"tháng 5 năm 2020", ""},
  };
  for (const auto& [seen, right] : cases) EXPECT_EQ(repaired(seen), right) << seen;
}

}  // namespace
}  // namespace kehoach::layout
