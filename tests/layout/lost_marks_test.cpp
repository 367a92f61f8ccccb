#include "layout/pdf/lost_marks.h"

#include <gtest/gtest.h>

#include "blind_eyes.h"
#include "printed_word.h"

namespace kehoach::layout {
namespace {

// Ink before the third line, and what is read there at each look.
class Eyes : public BlindEyes {
 public:
  std::vector<read::InkBlob> blobs;
  std::vector<std::string> again;

  read::ScanPage look(int, const base::Box&, double, const read::ZoneLook&) const override {
    read::ScanPage page;
    if (again.empty()) return page;
    const auto& text = again[looks_++ % again.size()];
    page.words.push_back({text, {90, 150, 96, 160}, 160, 13, 0.9, 0});
    page.words.push_back({"Giao", {100, 150, 130, 160}, 160, 13, 0.9, 0});
    return page;
  }
  std::vector<read::InkBlob> ink(int, const base::Box&, double) const override { return blobs; }

 private:
  mutable std::size_t looks_ = 0;
};

PageWord word(double x, double y, const std::string& text) {
  return printed_word(x, y, text, 8.0 * static_cast<double>(text.size()));
}

std::string looked_at(const Eyes& eyes, const std::string& mark) {
  PageText page;
  page.width = 595;
  page.height = 842;
  page.rows.push_back(
      make_row({word(84, 120, mark), word(100, 120, "Giao"), word(140, 120, "Sở")}));
  page.rows.push_back(make_row({word(70, 140, "Theo"), word(110, 140, "quy")}));
  page.rows.push_back(make_row({word(100, 160, "Giao"), word(140, 160, "Ban")}));
  LostMarks(eyes).look_at(page);
  return row_text(page.rows.back());
}

TEST(LostMarks, InkBeforeALineIsADashOrReadAgain) {
  struct Case {
    std::string mark;  // of the line above
    std::vector<read::InkBlob> ink;
    std::vector<std::string> again;
    std::string expected;
  };
  const read::InkBlob dash{{90, 155.5, 95, 156.5}, 0}, digit{{86, 151, 92, 160}, 0},
      speck{{90, 158, 91, 160}, 0}, border{{90, 130, 91, 170}, 0}, dirt{{72, 161, 74, 163}, 0};
  const std::vector<Case> cases = {
      {"-", {dash}, {}, "- Giao Ban"},
      {"7.", {digit}, {"S.", "8.", "8."}, "8. Giao Ban"},
      {"7.", {digit}, {"S.", "8.", "9."}, "Giao Ban"},
      {"7.", {digit}, {"Ông", "Ông", "Ông"}, "Giao Ban"},
      {"-", {speck}, {"-", "-"}, "Giao Ban"},
      {"-", {border, dash}, {}, "Giao Ban"},
      {"-", {}, {"-", "-"}, "Giao Ban"},
      {"-", {dirt, dash}, {}, "- Giao Ban"},
      // Nothing on the page stands behind a mark.
      {"Ban", {dash}, {}, "Giao Ban"},
  };
  for (const auto& test : cases) {
    Eyes eyes;
    eyes.blobs = test.ink;
    eyes.again = test.again;
    EXPECT_EQ(looked_at(eyes, test.mark), test.expected) << test.mark << ' ' << test.ink.size();
  }
}

}  // namespace
}  // namespace kehoach::layout
