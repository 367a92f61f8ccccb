#include "layout/pdf/figure_look.h"

#include <gtest/gtest.h>

#include <utility>

#include "blind_eyes.h"
#include "printed_word.h"

namespace kehoach::layout {
namespace {

// Reads the same word otherwise at each look.
class Eyes : public BlindEyes {
 public:
  explicit Eyes(std::vector<std::string> readings) : readings_(std::move(readings)) {}

  read::ScanPage look(int, const base::Box&, double, const read::ZoneLook&) const override {
    read::ScanPage page;
    const auto& text = readings_.at(looks_++);
    if (!text.empty()) page.words.push_back({text, {140, 390, 160, 400}, 400, 13, 0.9, 0});
    return page;
  }

  std::size_t looks() const { return looks_; }

 private:
  std::vector<std::string> readings_;
  mutable std::size_t looks_ = 0;
};

PageWord word(double x, const std::string& text, double confidence) {
  PageWord made = printed_word(x, 400, text, 25);
  made.confidence = confidence;
  return made;
}

// "9% 0.85", and what was read first; "-" where nobody looked.
std::string looked_at(const std::string& text, double confidence,
                      const std::vector<std::string>& readings) {
  PageText page;
  page.width = 595;
  page.height = 842;
  page.rows.push_back(make_row({word(100, "đạt", 0.95), word(138, text, confidence)}));
  const Eyes eyes(readings);
  look_at_figures(page, eyes);
  if (eyes.looks() == 0) return "-";
  const auto& read = page.rows[0].words[1];
  return read.text + " " + std::to_string(static_cast<int>(100 * read.confidence + 0.5)) +
         (read.original.empty() ? "" : " <" + read.original);
}

TEST(FigureLook, FiguresInDoubtAreReadAgain) {
  struct Case {
    std::string text;
    double confidence = 0;
    std::vector<std::string> readings;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"7%.", 0.6, {"7%.", "7%", "7%.", "7%%."}, "7%. 90"},
      {"12,5", 0.7, {"12,5", "125", "12,5", "12.5"}, "12,5 82"},
      {"12,5", 0.7, {"12,5", "125", "12,5", "125"}, "12,5 70"},
      {"12,5", 0.6, {"12,5", "125", "12,5", "12.5"}, "12,5 60"},
      {"0%.", 0.4, {"9%.", "9%.", "9%.", "9%%."}, "9%. 90 <0%."},
      // All others are surer than one; most of them make it unsure at least.
      {"0%.", 0.85, {"9%.", "9%.", "9%.", "9%."}, "9%. 90 <0%."},
      {"0%.", 0.85, {"9%.", "9%.", "", "9%."}, "0%. 30"},
      {"0%.", 0.85, {"9%.", "0%.", "9%.", "9%."}, "0%. 85"},
      {"16/6/2022", 0.7, {"16/6/2022", "16/6/2022", "166/2022", "16/6/2022"}, "16/6/2022 90"},
      // Two figures are not one.
      {"10-15", 0.4, {"10 15", "10 15", "10 15", "10 15"}, "10-15 40"},
      {"1.0", 0.4, {"12, 5", "12, 5", "12, 5", "12, 5"}, "12,5 90 <1.0"},
      // Letters are no digits.
      {"12", 0.4, {"J2", "J2", "J2", "12"}, "12 40"},
      {"16", 0.6, {"", "", "", ""}, "16 60"},
      {"85%", 0.93, {}, "-"},
      // Digits of other scripts.
      {"１６", 0.4, {}, "-"},
      {"16", 0.6, {"１６", "１６", "１６", "16"}, "16 60"},
      {"12/KH-UBND", 0.5, {}, "-"},
  };
  for (const auto& c : cases)
    EXPECT_EQ(looked_at(c.text, c.confidence, c.readings), c.expected) << c.text;
}

}  // namespace
}  // namespace kehoach::layout
