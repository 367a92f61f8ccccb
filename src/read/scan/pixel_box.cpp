#include "read/scan/pixel_box.h"

#include <allheaders.h>

#include <algorithm>
#include <cmath>

namespace kehoach::read {

base::Box page_box(const PixelBox& box, double dpi) {
  const double point = 72 / dpi;
  return {box.x0 * point, box.y0 * point, box.x1 * point, box.y1 * point};
}

int pixels(double inches, double dpi) {
  return std::max(1, static_cast<int>(std::lround(inches * dpi)));
}

PixelBox scaled(const PixelBox& box, double factor) {
  return {
      static_cast<int>(std::floor(box.x0 * factor)), static_cast<int>(std::floor(box.y0 * factor)),
      static_cast<int>(std::ceil(box.x1 * factor)), static_cast<int>(std::ceil(box.y1 * factor))};
}

PixPtr clip(const PixPtr& pix, const PixelBox& box) {
  BOX* part = boxCreate(box.x0, box.y0, box.width(), box.height());
  PixPtr clipped(pixClipRectangle(pix.get(), part, nullptr));
  boxDestroy(&part);
  return clipped;
}

void whiten(const PixPtr& pix, const PixelBox& box) {
  BOX* part = boxCreate(box.x0, box.y0, box.width(), box.height());
  pixSetInRect(pix.get(), part);
  boxDestroy(&part);
}

std::vector<PixelBox> connected_boxes(const PixPtr& black, std::size_t most) {
  std::vector<PixelBox> boxes;
  Boxa* found = pixConnComp(black.get(), nullptr, 8);
  const int count = found ? boxaGetCount(found) : 0;
  for (int i = 0; i < count && boxes.size() < most; ++i) {
    int x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(found, i, &x, &y, &w, &h);
    boxes.push_back({x, y, x + w, y + h});
  }
  boxaDestroy(&found);
  return boxes;
}

}  // namespace kehoach::read
