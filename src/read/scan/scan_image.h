// The image of a page on its way to recognition:
//   drawn or decoded (colour, as it lies) → cleaned (gray, upright, without seals and rules) →
//   words
//
// Each step hands on where the image's pixels lie in the frame of the text (scan_page.h), so that
// whoever turns, cuts or scales the image changes `angle`, `origin` and `dpi` with it and nobody
// else has to know.
#pragma once

#include "base/span.h"
#include "read/pdf/turn.h"
#include "read/scan/pix.h"

namespace kehoach::read {

struct ScanImage {
  PixPtr pix;        // 32 bits of colour or 8 of gray
  double dpi = 300;  // pixels an inch of the page
  double angle = 0;  // the frame that it is upright in: degrees, [0, 360)
  Point origin;      // of pixel (0, 0) in that frame, points
};

// A rectangle of pixels in the frame of the text.
inline base::Box in_frame(const ScanImage& image, double x0, double y0, double x1, double y1) {
  const double scale = 72 / image.dpi;
  return {image.origin.x + scale * x0, image.origin.y + scale * y0, image.origin.x + scale * x1,
          image.origin.y + scale * y1};
}

// `image` turned back by `quarters` times 90 degrees.
ScanImage turned_back(const ScanImage& image, int quarters);

// Says of `image` that its pixels were turned back by `angle` about their centre.
void was_turned_back(ScanImage& image, double angle);

}  // namespace kehoach::read
