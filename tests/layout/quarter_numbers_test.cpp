#include "layout/pdf/quarter_numbers.h"

#include <gtest/gtest.h>

#include <sstream>

#include "blind_eyes.h"
#include "layout/pdf/scan_lexicon.h"
#include "printed_word.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

// Every word's ink: pieces of these widths, all of one height.
class Eyes : public BlindEyes {
 public:
  explicit Eyes(std::vector<double> widths) : widths_(std::move(widths)) {}

  std::vector<read::InkBlob> ink(int, const base::Box& box, double) const override {
    std::vector<read::InkBlob> blobs;
    double x = box.x0;
    for (const double width : widths_) {
      blobs.push_back({{x, box.y0, x + width, box.y0 + 10}, 0});
      x += width + 1;
    }
    return blobs;
  }

 private:
  std::vector<double> widths_;
};

// Lines of words.
std::string repaired(const std::string& lines, const std::vector<double>& widths) {
  static const match::Matcher matcher(rules::load());
  PageText page;
  std::istringstream in(lines);
  double y = 100;
  for (std::string line; std::getline(in, line, '\n'); y += 15) {
    std::istringstream words_in(line);
    std::vector<PageWord> words;
    double x = 80;
    for (std::string token; words_in >> token; x += 34) words.push_back(printed_word(x, y, token));
    page.rows.push_back(make_row(std::move(words)));
  }
  base::Diagnostics diagnostics;
  const Eyes eyes(widths);
  QuarterNumbers(widths.empty() ? nullptr : &eyes, matcher,
                 matcher.made_of_rules<ScanLexicon>().looks)
      .repair({&page}, diagnostics);
  std::string text;
  for (const auto& row : page.rows) text += (text.empty() ? "" : "|") + row_text(row);
  return text + (diagnostics.empty() ? "" : " !");
}

TEST(QuarterNumbers, AreWhatTheInkSays) {
  const double digit = 6, stroke = 4, two = 9.3, three = 14.3, slash = 4;
  struct Case {
    std::string lines;
    std::vector<double> ink;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"quý II/2025",
       {stroke, stroke, stroke, slash, digit, digit, digit, digit},
       "quý III/2025 !"},
      {"quý II/2025.", {three, slash, digit, digit, digit, digit}, "quý III/2025. !"},
      {"quý II/2025", {two, slash, digit, digit, digit, digit}, "quý II/2025"},
      {"Quý IIH", {two, stroke}, "Quý III !"},
      {"Quý\nHH", {stroke, stroke}, "Quý|II !"},
      // Nothing can be told from such ink: what was read stays, if it can be.
      {"Quý II/2025", {stroke, 30}, "Quý II/2025"},
      {"Quý 11/2025", {}, "Quý II/2025 !"},
      {"Quý I//2025", {}, "Quý II/2025 !"},
      {"Quý 1V/2025", {}, "Quý IV/2025 !"},
      {"Quý IIHH/2025", {}, "Quý IIHH/2025"},
      {"quý 1/2025 và quý II", {}, "quý I/2025 và quý II !"},
      {"quý 1/2025 và quý 2", {}, "quý 1/2025 và quý 2"},
      // No quarters.
      {"tháng 11/2025",
       {stroke, stroke, stroke, slash, digit, digit, digit, digit},
       "tháng 11/2025"},
      {"quý II/2025 và IH/2025", {}, "quý II/2025 và III/2025 !"},
      {"quý vị", {stroke}, "quý vị"},
      // Months, and documents of the number 11.
      {"xong T1/2025", {}, "xong T1/2025"},
      {"xong T11/2025", {}, "xong T11/2025"},
      {"xong T11/2025", {9.3, stroke, stroke, slash, digit, digit, digit, digit}, "xong T11/2025"},
      {"xong T1/2025", {6, stroke, slash, digit, digit, digit, digit}, "xong T1/2025"},
      {"tháng ll/2025", {}, "tháng ll/2025"},
      {"Số l1/2025/QĐ-UBND", {}, "Số l1/2025/QĐ-UBND"},
      {"Số II/2025/QĐ-UBND", {}, "Số II/2025/QĐ-UBND"},
      // Below the word stands the next line, not its number.
      {"quý III ngày\n11 tháng 5", {}, "quý III ngày|11 tháng 5"},
      {"Mục II", {stroke, stroke, stroke}, "Mục II"},
  };
  for (const auto& c : cases) EXPECT_EQ(repaired(c.lines, c.ink), c.expected) << c.lines;
}

}  // namespace
}  // namespace kehoach::layout
