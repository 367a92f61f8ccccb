#include "read/scan/lone_signs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "drawn_scan.h"

namespace kehoach::read {
namespace {

std::string dump(const std::optional<PixelBox>& box) {
  if (!box) return "none";
  return std::to_string(box->x0) + " " + std::to_string(box->y0) + " " + std::to_string(box->x1) +
         " " + std::to_string(box->y1);
}

// 200 dpi: 12 pixels of white are left around a sign.
TEST(LoneSigns, AreFoundAmongSpecksAndRestsOfLines) {
  struct Case {
    const char* what;
    std::vector<PixelBox> ink;
    std::string expected;
  };
  const PixelBox cell{100, 100, 200, 220}, one{140, 150, 146, 174}, stop{150, 171, 153, 174};
  const std::vector<Case> cases = {
      {"a number and its stop", {one, stop}, "128 138 165 186"},
      {"two digits", {one, {152, 150, 164, 174}}, "128 138 176 186"},
      {"a dash", {{140, 160, 154, 163}}, "128 148 166 175"},
      {"a speck far away", {one, {190, 112, 193, 115}}, "128 138 158 186"},
      {"what was left of a line",
       {one, {100, 130, 102, 200}, {120, 219, 180, 220}},
       "128 138 158 186"},
      {"a speck alone", {{140, 160, 144, 164}}, "none"},
      {"a word", {{104, 150, 192, 174}}, "none"},
      {"two lines", {one, {140, 190, 146, 214}}, "none"},
      {"nothing", {}, "none"},
  };
  for (const auto& c : cases) {
    DrawnScan scan(400, 300);
    for (const auto& box : c.ink) scan.box(box, 0x202020);
    const ScanImage image{PixPtr(pixConvertTo8(scan.pix().get(), 0)), kDrawnDpi, 0, {}};
    EXPECT_EQ(dump(lone_sign(image, cell)), c.expected) << c.what;
  }
}

}  // namespace
}  // namespace kehoach::read
