#include "read/pdf/turn.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace kehoach::read {

Point turned(Point point, double degrees) {
  if (degrees == 0) return point;
  const double quarters = degrees / 90.0;
  if (quarters == std::floor(quarters)) {
    switch (static_cast<int>(std::fmod(quarters, 4.0) + 4.0) % 4) {
      case 0:
        return point;
      case 1:
        return {-point.y, point.x};
      case 2:
        return {-point.x, -point.y};
      default:
        return {point.y, -point.x};
    }
  }
  const double radians = degrees * std::numbers::pi / 180.0;
  const double c = std::cos(radians), s = std::sin(radians);
  return {point.x * c - point.y * s, point.x * s + point.y * c};
}

base::Box turned_box(const base::Box& box, double degrees) {
  if (degrees == 0) return box;
  const Point corners[] = {turned({box.x0, box.y0}, degrees), turned({box.x1, box.y0}, degrees),
                           turned({box.x1, box.y1}, degrees), turned({box.x0, box.y1}, degrees)};
  base::Box around{corners[0].x, corners[0].y, corners[0].x, corners[0].y};
  for (const Point& corner : corners) {
    around.x0 = std::min(around.x0, corner.x);
    around.y0 = std::min(around.y0, corner.y);
    around.x1 = std::max(around.x1, corner.x);
    around.y1 = std::max(around.y1, corner.y);
  }
  return around;
}

base::Box box_before_turn(const base::Box& around, double degrees) {
  if (degrees == 0) return around;
  const long quarters = std::lround(degrees / 90);
  const double rest = (degrees - 90.0 * static_cast<double>(quarters)) * std::numbers::pi / 180;
  const double c = std::cos(rest), s = std::abs(std::sin(rest));
  const double width = around.x1 - around.x0, height = around.y1 - around.y0;
  // width = c w + s h, height = s w + c h; at 45 degrees they say nothing of w and h.
  const double scale = std::max(c * c - s * s, 0.01);
  double w = std::max(0.0, (c * width - s * height) / scale);
  double h = std::max(0.0, (c * height - s * width) / scale);
  if (quarters % 2 != 0) std::swap(w, h);
  const Point middle = turned({(around.x0 + around.x1) / 2, (around.y0 + around.y1) / 2}, -degrees);
  return {middle.x - w / 2, middle.y - h / 2, middle.x + w / 2, middle.y + h / 2};
}

}  // namespace kehoach::read
