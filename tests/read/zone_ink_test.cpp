#include <gtest/gtest.h>

#include "drawn_scan.h"
#include "read/pdf/turn.h"
#include "read/scan/scan_reading.h"

namespace kehoach::read {
namespace {

constexpr double kPoint = kDrawnDpi / 72;

TEST(ZoneInk, OfALineThatLiesAslantIsItsOwn) {
  for (const double angle : {0.0, 1.5, 358.5}) {
    const DrawnScan scan(1600, 900);
    // Five lines of two strokes each, one at each end, where lines beside it come nearest.
    for (const double y : {100.0, 116.0, 132.0, 148.0, 164.0}) {
      for (const double x : {100.0, 500.0}) {
        const Point at = turned({x, y}, angle);
        const int left = static_cast<int>(at.x * kPoint), top = static_cast<int>(at.y * kPoint);
        const PixPtr& pix = scan.pix();
        pixRasterop(pix.get(), left, top - 22, 6, 22, PIX_CLR, nullptr, 0, 0);
      }
    }
    const base::Box line{95, 120, 510, 134};
    const auto ink = zone_ink({PixPtr(pixClone(scan.pix().get())), kDrawnDpi, 0, {}},
                              turned_box(line, angle), angle);
    ASSERT_EQ(ink.size(), 2u) << angle;
    EXPECT_NEAR(ink[0].box.x0, 100, 1) << angle;
    EXPECT_NEAR(ink[0].box.y1, 132, 1) << angle;
    EXPECT_NEAR(ink[1].box.x0, 500, 1) << angle;
    EXPECT_NEAR(ink[1].box.y1, 132, 1) << angle;
  }
}

TEST(BoxBeforeTurn, UndoesTheTurn) {
  const base::Box box{40, 700, 500, 714};
  for (const double angle : {0.0, 0.4, 359.2, 12.0, 90.0, 91.0, 180.0, 268.7, 270.0}) {
    const auto back = box_before_turn(turned_box(box, angle), angle);
    EXPECT_NEAR(back.x0, box.x0, 0.001) << angle;
    EXPECT_NEAR(back.y0, box.y0, 0.001) << angle;
    EXPECT_NEAR(back.x1, box.x1, 0.001) << angle;
    EXPECT_NEAR(back.y1, box.y1, 0.001) << angle;
  }
}

}  // namespace
}  // namespace kehoach::read
