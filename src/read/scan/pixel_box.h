// Rectangles on images: pixels, half-open, origin at the top left corner. Sizes of what stands on
// paper are said in inches in this folder, and become pixels by the resolution.
#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"
#include "read/scan/pix.h"

namespace kehoach::read {

struct PixelBox {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  int width() const { return x1 - x0; }
  int height() const { return y1 - y0; }
  bool overlaps(const PixelBox& other) const {
    return x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1;
  }
  bool covers(const PixelBox& other) const {
    return x0 <= other.x0 && other.x1 <= x1 && y0 <= other.y0 && other.y1 <= y1;
  }
  bool operator==(const PixelBox&) const = default;
};

// In points, of an image at `dpi`.
base::Box page_box(const PixelBox& box, double dpi);

// `inches` on an image at `dpi`, at least one pixel.
int pixels(double inches, double dpi);

// The box on the image `factor` times as large, as far as it covers pixels there.
PixelBox scaled(const PixelBox& box, double factor);

// The part of `pix` in the box; null where there is none.
PixPtr clip(const PixPtr& pix, const PixelBox& box);

// Paints the box white.
void whiten(const PixPtr& pix, const PixelBox& box);

// The boxes of what hangs together in an image of two colours, corners included. Beyond `most`
// the rest is left out.
std::vector<PixelBox> connected_boxes(const PixPtr& black, std::size_t most);

}  // namespace kehoach::read
