#include "read/scan/scan_edges.h"

#include <allheaders.h>

#include <algorithm>

namespace kehoach::read {
namespace {

constexpr double kSearchDpi = 60;
constexpr double kSolid = 0.08;    // inches: thicker than any stroke of text
constexpr double kEdge = 0.2;      // within it stands no text
constexpr double kEdgeRun = 0.8;   // longer than a word
constexpr double kHoleZone = 1.0;  // from an edge to the middle of a hole
constexpr double kMinHole = 0.12, kMaxHole = 0.45;

PixPtr dark_mask(const PixPtr& small, int level) {
  return PixPtr(pixThresholdToBinary(small.get(), level));
}

PixPtr opened(const PixPtr& mask, int size) {
  return PixPtr(pixOpenBrick(nullptr, mask.get(), size, size));
}

void mark(const PixPtr& marks, const PixelBox& box) {
  pixRasterop(marks.get(), box.x0, box.y0, box.width(), box.height(), PIX_SET, nullptr, 0, 0);
}

// Copies the part of `mask` in `box`.
void mark_part(const PixPtr& marks, const PixPtr& mask, const PixelBox& box) {
  pixRasterop(marks.get(), box.x0, box.y0, box.width(), box.height(), PIX_SRC | PIX_DST, mask.get(),
              box.x0, box.y0);
}

struct Sheet {
  int width = 0, height = 0;
  double dpi = 0;

  bool touches_edge(const PixelBox& box) const {
    return box.x0 <= 1 || box.y0 <= 1 || box.x1 >= width - 1 || box.y1 >= height - 1;
  }
  bool in_edge(const PixelBox& box) const {
    const double edge = kEdge * dpi;
    return box.x1 <= edge || box.y1 <= edge || box.x0 >= width - edge || box.y0 >= height - edge;
  }
  bool in_hole_zone(const PixelBox& box) const {
    const double x = (box.x0 + box.x1) / 2.0;
    const double y = (box.y0 + box.y1) / 2.0;
    const double zone = kHoleZone * dpi;
    return x <= zone || x >= width - zone || y <= zone || y >= height - zone;
  }
};

bool is_hole(const PixelBox& box, const PixPtr& solid, double dpi) {
  const int low = std::min(box.width(), box.height());
  const int high = std::max(box.width(), box.height());
  if (low < kMinHole * dpi || high > kMaxHole * dpi || high > 1.6 * low) return false;
  Box* part = boxCreate(box.x0, box.y0, box.width(), box.height());
  l_int32 filled = 0;
  pixCountPixelsInRect(solid.get(), part, &filled, nullptr);
  boxDestroy(&part);
  return filled >= 0.62 * box.width() * box.height();
}

// Dark runs along an edge of the sheet, as thin as they are.
void mark_edge_runs(const PixPtr& marks, const PixPtr& dark, const Sheet& sheet) {
  const int edge = pixels(kEdge, sheet.dpi);
  const int run = pixels(kEdgeRun, sheet.dpi);
  const PixelBox inner{edge, edge, sheet.width - edge, sheet.height - edge};
  for (const bool across : {true, false}) {
    const PixPtr runs(pixOpenBrick(nullptr, dark.get(), across ? run : 1, across ? 1 : run));
    if (across)
      pixRasterop(runs.get(), 0, inner.y0, sheet.width, inner.height(), PIX_CLR, nullptr, 0, 0);
    else
      pixRasterop(runs.get(), inner.x0, 0, inner.width(), sheet.height, PIX_CLR, nullptr, 0, 0);
    pixOr(marks.get(), marks.get(), runs.get());
  }
}

}  // namespace

void wipe_edges(PixPtr& gray, double dpi) {
  const auto factor = static_cast<float>(std::min(1.0, kSearchDpi / dpi));
  const PixPtr small(pixScaleAreaMap(gray.get(), factor, factor));
  if (!small) return;
  const Sheet sheet{pixGetWidth(small.get()), pixGetHeight(small.get()), dpi * factor};
  const PixPtr marks(pixCreate(sheet.width, sheet.height, 1));
  const PixPtr solid = opened(dark_mask(small, 110), pixels(kSolid, sheet.dpi));
  for (const auto& box : connected_boxes(solid, 5'000)) {
    if (sheet.touches_edge(box) || sheet.in_edge(box)) mark_part(marks, solid, box);
    if (sheet.in_hole_zone(box) && is_hole(box, solid, sheet.dpi)) mark(marks, box);
  }
  mark_edge_runs(marks, dark_mask(small, 190), sheet);
  l_int32 none = 1;
  pixZero(marks.get(), &none);
  if (none) return;
  const PixPtr wide(pixDilateBrick(nullptr, marks.get(), 7, 7));
  const PixPtr mask(pixScaleToSize(wide.get(), pixGetWidth(gray.get()), pixGetHeight(gray.get())));
  if (mask) pixSetMasked(gray.get(), mask.get(), 255);
}

}  // namespace kehoach::read
