#include "layout/pdf/numeral_look.h"

#include <gtest/gtest.h>

#include <sstream>
#include <utility>

#include "blind_eyes.h"
#include "printed_word.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

// The first word's ink: pieces that many points wide, letters 10 points high; 2 is a dot.
class Eyes : public BlindEyes {
 public:
  explicit Eyes(std::vector<double> widths) : widths_(std::move(widths)) {}

  std::vector<read::InkBlob> ink(int, const base::Box&, double) const override {
    std::vector<read::InkBlob> blobs;
    double x = 80;
    for (const double width : widths_) {
      blobs.push_back({{x, width == 2 ? 98.0 : 90.0, x + width, 100}, 0});
      x += width + 1;
    }
    return blobs;
  }

 private:
  std::vector<double> widths_;
};

std::string looked_at(const std::string& line, const std::vector<double>& ink) {
  PageText page;
  std::istringstream in(line);
  std::vector<PageWord> words;
  double x = 80;
  for (std::string token; in >> token; x += 40) words.push_back(printed_word(x, 100, token));
  page.rows.push_back(make_row(std::move(words)));
  static const LabelLooks looks(rules::load());
  look_at_numerals(page, Eyes(ink), looks);
  return row_text(page.rows[0]);
}

TEST(NumeralLook, ANumberIsWhatItsInkSays) {
  struct Case {
    std::string line;
    std::vector<double> ink;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"L MỤC TIÊU", {4, 2}, "I. MỤC TIÊU"},
      {"IL. MỤC TIÊU", {4, 2, 12, 10}, "I. MỤC TIÊU"},
      {"HI. KINH PHÍ", {4, 4, 4, 2}, "III. KINH PHÍ"},
      {"II. KINH PHÍ", {4, 4, 4, 2}, "III. KINH PHÍ"},
      {"II. KINH PHÍ", {4, 9.5, 2}, "III. KINH PHÍ"},
      {"VỊ. TỔ CHỨC", {10, 4, 2}, "VI. TỔ CHỨC"},
      {"II. NHIỆM VỤ", {4, 4, 2}, "II. NHIỆM VỤ"},
      {"IL.MỤC TIÊU", {4, 2, 12}, "I. MỤC TIÊU"},
      {"I- MỤC TIÊU", {4, 4, 2}, "II- MỤC TIÊU"},
      // The letters read and the ink do not go together, or other ink stands there.
      {"V. TỔ CHỨC", {4, 4, 2}, "V. TỔ CHỨC"},
      {"VI. TỔ CHỨC", {14, 2}, "VI. TỔ CHỨC"},
      {"II. KINH PHÍ", {4, 4, 4, 4, 4, 2}, "II. KINH PHÍ"},
      {"II. KINH PHÍ", {4, 4, 4}, "II. KINH PHÍ"},
      // Digits, words, and what does not stand above a section.
      {"11. KINH PHÍ", {4, 4, 4, 2}, "11. KINH PHÍ"},
      {"TỔ CHỨC", {4, 2}, "TỔ CHỨC"},
      {"II. Kinh phí", {4, 4, 4, 2}, "II. Kinh phí"},
      {"I. Y", {4, 4, 2}, "I. Y"},
  };
  for (const auto& test : cases)
    EXPECT_EQ(looked_at(test.line, test.ink), test.expected) << test.line;
}

}  // namespace
}  // namespace kehoach::layout
