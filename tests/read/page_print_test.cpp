#include "read/scan/page_print.h"

#include <gtest/gtest.h>

#include "drawn_scan.h"

namespace kehoach::read {
namespace {

constexpr int kWidth = 827, kHeight = 1170;  // A4

// Letters of different widths and heights, as those of print are.
DrawnScan page_of_lines(int lines) {
  DrawnScan page(kWidth, kHeight, 0xf4f2ec);
  for (int line = 0; line < lines; ++line)
    for (int i = 0, x = 75; i < 60; ++i) {
      const int top = 100 + 30 * line - (i % 4 == 1 ? 4 : 0), width = 4 + (3 * i + line) % 7;
      page.frame({x, top, x + width, 110 + 30 * line}, 2, 0x202020);
      x += width + (i % 5 == 4 ? 7 : 2);
    }
  return page;
}

TEST(PagePrint, LinesBesideTheText) {
  DrawnScan border(kWidth, kHeight);
  for (int x = 50; x < kWidth - 50; x += 20)
    for (const int y : {50, kHeight - 60}) border.frame({x, y, x + 12, y + 12}, 2, 0x206020);
  DrawnScan sealed = page_of_lines(0);
  sealed.seal(400, 750, 90, 0xd03030);
  const PixelBox upper{0, 0, kWidth, 95 + 30 * 7};
  struct {
    const char* name;
    PixPtr page;
    std::vector<PixelBox> known;
    int lines;
  } cases[] = {
      {"paper", PixPtr(pixClone(page_of_lines(0).pix().get())), {}, 0},
      {"ten lines", PixPtr(pixClone(page_of_lines(10).pix().get())), {}, 10},
      {"three that the text has not", PixPtr(pixClone(page_of_lines(10).pix().get())), {upper}, 3},
      {"on their side", PixPtr(pixRotateOrth(page_of_lines(10).pix().get(), 1)), {}, 10},
      {"an ornament", PixPtr(pixClone(border.pix().get())), {}, 0},
      {"a seal", PixPtr(pixClone(sealed.pix().get())), {}, 0},
  };
  for (const auto& c : cases)
    EXPECT_EQ(lines_of_print(c.page, kPrintDpi, c.known), c.lines) << c.name;
}

}  // namespace
}  // namespace kehoach::read
