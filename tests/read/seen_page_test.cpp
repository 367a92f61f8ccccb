#include "read/scan/seen_page.h"

#include <gtest/gtest.h>

#include "drawn_scan.h"

namespace kehoach::read {
namespace {

SeenPage seen(const PixPtr& pix) {
  return SeenPage({{PixPtr(pixClone(pix.get())), kDrawnDpi, 0, {}}, {}, {}});
}

TEST(SeenPage, HasOneImageWhereThereAreNoSeals) {
  DrawnScan scan(1200, 1000);
  for (int line = 0; line < 4; ++line) scan.print(150, 300 + line * 50, 10);
  const PixPtr gray(pixConvertTo8(scan.pix().get(), 0));
  const PixPtr black(pixThresholdToBinary(gray.get(), 128));
  for (const PixPtr* pix : {&scan.pix(), &gray, &black}) {
    auto page = seen(*pix);
    EXPECT_EQ(&page.inked(ZoneLook::Ink::kAll), &page.inked(ZoneLook::Ink::kAsPage))
        << pixGetDepth(pix->get());
  }
}

TEST(SeenPage, ShowsGraySealsWhereTheyAreAskedFor) {
  DrawnScan scan(1200, 1000);
  for (int line = 0; line < 4; ++line) scan.print(150, 300 + line * 50, 10);
  scan.seal(600, 420, 140, 0x606060);
  auto page = seen(PixPtr(pixConvertTo8(scan.pix().get(), 0)));
  const PixelBox seal{460, 280, 740, 560};
  EXPECT_GT(DrawnScan::dark(page.inked(ZoneLook::Ink::kAll).pix, seal),
            DrawnScan::dark(page.inked(ZoneLook::Ink::kAsPage).pix, seal));
}

}  // namespace
}  // namespace kehoach::read
