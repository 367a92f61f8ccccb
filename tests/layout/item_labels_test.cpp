#include "layout/pdf/item_labels.h"

#include <gtest/gtest.h>

#include <sstream>

#include "printed_word.h"

namespace kehoach::layout {
namespace {

// Rows of words; ">" before the first stands for an indent.
std::string repaired(const std::vector<std::string>& lines) {
  PageText page;
  double y = 100;
  for (const auto& line : lines) {
    std::istringstream in(line);
    double x = 80;
    std::vector<PageWord> words;
    for (std::string token; in >> token;) {
      if (token.front() == '>') {
        x += 30;
        token.erase(0, 1);
      }
      words.push_back(printed_word(x, y, token));
      x += 35;
    }
    page.rows.push_back(make_row(std::move(words)));
    y += 20;
  }
  base::Diagnostics diagnostics;
  static const LabelLooks looks(rules::load());
  repair_labels({&page}, looks, diagnostics);
  std::string text;
  for (const auto& row : page.rows) {
    const auto& first = row.words.front();
    text += (text.empty() ? "" : " ") + first.text;
    if (!first.original.empty()) text += "<" + first.original;
  }
  return text + (diagnostics.empty() ? "" : " !");
}

// Between two dashes, the word before "Tưới cây" read so.
std::string between_dashes(const std::string& read, double confidence) {
  PageText page;
  double y = 100;
  for (const std::string& first : {std::string("-"), read, std::string("-")}) {
    page.rows.push_back(make_row(
        {printed_word(80, y, first, 6), printed_word(92, y, "Tưới"), printed_word(130, y, "cây")}));
    y += 20;
  }
  page.rows[1].words[0].confidence = confidence;
  base::Diagnostics diagnostics;
  static const LabelLooks looks(rules::load());
  repair_labels({&page}, looks, diagnostics);
  return page.rows[1].words[0].text;
}

TEST(ItemLabels, DigitsThatWereHardlyReadBetweenDashesAreDashes) {
  EXPECT_EQ(between_dashes("5", 0.3), "-");
  EXPECT_EQ(between_dashes("5", 0.9), "5");
  EXPECT_EQ(between_dashes("5)", 0.3), "5)");
  EXPECT_EQ(between_dashes("12%", 0.3), "12%");
}

TEST(ItemLabels, ArePutRightWhereTheCountLeavesOneReading) {
  struct Case {
    std::vector<std::string> lines;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {{"I. MỤC TIÊU", "II. NHIỆM VỤ", "HI. KINH PHÍ", "1V. TỔ CHỨC", "V. BÁO CÁO", "VỊ. PHỤ LỤC"},
       "I. II. III.<HI. IV.<1V. V. VI.<VỊ. !"},
      {{"l. MỤC TIÊU", "1. Trồng cây", "2. Tưới cây", "II. NHIỆM VỤ"}, "I.<l. 1. 2. II. !"},
      {{"I. Mục tiêu", "II. Nhiệm vụ", "HII. Kinh phí"}, "I. II. III.<HII. !"},
      {{"I. Mục tiêu", "HIL. Nhiệm vụ", "IV. Kinh phí"}, "I. HIL. IV."},
      {{"I. Mục tiêu", "HI. Kinh phí", "IV. Tổ chức"}, "I. III.<HI. IV. !"},
      {{"I. Mục tiêu", "THỊ. Nhiệm vụ", "1. Trồng", "HI. Kinh phí"}, "I. II.<THỊ. 1. III.<HI. !"},
      {{"I. Mục tiêu", "THỊ. Nhiệm vụ", "1. Trồng", "2. Tưới"}, "I. THỊ. 1. 2."},
      {{"I- MỤC TIÊU", "II- NHIỆM VỤ", "II- KINH PHÍ", "IV- TỔ CHỨC"}, "I- II- III-<II- IV- !"},
      {{"- Trồng cây", ".T Tưới cây", "- Chăm cây"}, "- -<.T -"},
      {{"- Trồng cây", "Ở Tân Hòa", "- Chăm cây"}, "- Ở -"},
      {{"- Trồng cây", ".T Tưới cây", "1. Chăm cây"}, "- .T 1."},
      // Twice the same, and then one is missing.
      {{"I. MỤC TIÊU", "II. NHIỆM VỤ", "II. KINH PHÍ", "IV. TỔ CHỨC"}, "I. II. III.<II. IV. !"},
      {{"I. MỤC TIÊU", "II. NHIỆM VỤ", "II. KINH PHÍ", "III. TỔ CHỨC"}, "I. II. II. III."},
      {{"1. Sở Y tế", "2. Sở Nội vụ", "3. Công an", "4. Thanh tra", "Š. Kho bạc"},
       "1. 2. 3. 4. 5.<Š. !"},
      {{"1. Sở Y tế", "Ø. Sở Nội vụ", "3. Công an", "3. Thanh tra", "5. Kho bạc"},
       "1. 2.<Ø. 3. 4.<3. 5. !"},
      {{"a) Dọn rác", "b) Tưới cây", "e) Quét sơn", "d) Cắt cỏ"}, "a) b) c)<e) d) !"},
      // Elsewhere on the line, or a word: no label.
      {{"1. Sở Y tế", ">S. Sở Nội vụ", "3. Công an"}, "1. S. 3."},
      {{"1. Sở Y tế", "TP. Huế có", "3. Công an"}, "1. TP. 3."},
      // Without headings in capitals "l." may be a number; "B." opens a part, whatever came before.
      {{"l. Giao Sở Y tế", "2. Công an", "3. Thanh tra"}, "l. 2. 3."},
      {{"1. Sở", "2. Sở", "3. Sở", "4. Sở", "5. Sở", "6. Sở", "7. Sở", "B. NHIỆM VỤ", "1. Sở"},
       "1. 2. 3. 4. 5. 6. 7. B. 1."},
      {{"1. Sở", "2. Sở", "3. Sở", "4. Sở", "5. Sở", "6. Sở", "7. Sở", "B. Sở", "9. Sở"},
       "1. 2. 3. 4. 5. 6. 7. 8.<B. 9. !"},
      // The eleventh item, not the second heading.
      {{"I. GIAO VIỆC", "8. Sở", "9. Sở", "1x0. Sở", "11. UBND các xã", "12. Kho bạc"},
       "I. 8. 9. 1x0. 11. 12."},
      {{"I. GIAO VIỆC", "8. SỞ", "9. SỞ", "11. UBND TỈNH"}, "I. 8. 9. 11."},
      // A comma is a full stop only behind the next number of a list, at its place.
      {{"1. Sở Y tế", "2, Sở Nội vụ", "3. Công an", "4. Kho bạc", "Š, Thanh tra"},
       "1. 2.<2, 3. 4. 5.<Š, !"},
      {{"1. Sở Y tế", "3, Điều này", ">2, Điều này", "2. Công an"}, "1. 3, 2, 2."},
      {{"2, Điều này", "I. MỤC TIÊU", "II, NHIỆM VỤ"}, "2, I. II,"},
      // A number that skips stays.
      {{"1. Sở Y tế", "4. Công an", "3. Thanh tra"}, "1. 4. 3."},
  };
  for (const auto& test : cases) EXPECT_EQ(repaired(test.lines), test.expected);
}

}  // namespace
}  // namespace kehoach::layout
