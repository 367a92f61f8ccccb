#include "read/scan/scan_image.h"

#include <cmath>

namespace kehoach::read {

ScanImage turned_back(const ScanImage& image, int quarters) {
  ScanImage turned;
  turned.pix.reset(pixRotateOrth(image.pix.get(), (4 - quarters) % 4));
  turned.dpi = image.dpi;
  turned.angle = std::fmod(image.angle + 90.0 * quarters, 360.0);
  const base::Box all =
      in_frame(image, 0, 0, pixGetWidth(image.pix.get()), pixGetHeight(image.pix.get()));
  const base::Box now = turned_box(all, -90.0 * quarters);
  turned.origin = {now.x0, now.y0};
  return turned;
}

void was_turned_back(ScanImage& image, double angle) {
  const double scale = 72 / image.dpi;
  const Point half{scale * pixGetWidth(image.pix.get()) / 2,
                   scale * pixGetHeight(image.pix.get()) / 2};
  const Point centre = turned({image.origin.x + half.x, image.origin.y + half.y}, -angle);
  image.origin = {centre.x - half.x, centre.y - half.y};
  image.angle = std::fmod(image.angle + angle + 360.0, 360.0);
}

}  // namespace kehoach::read
