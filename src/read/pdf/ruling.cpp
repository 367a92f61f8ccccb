#include "read/pdf/ruling.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace kehoach::read {
namespace {

// A rule is at most so thick; what is thicker in both directions is a box.
constexpr double kThickestRule = 3.0;
// A segment counts as straight across or down if it strays by no more than this.
constexpr double kSlant = 0.5;
// Shorter ones are dots and the corners of drawings. Table borders drawn piece by piece have longer
// pieces.
constexpr double kShortestRule = 2.0;

std::optional<base::Box> clipped(base::Box box, const base::Box& clip) {
  box.x0 = std::max(box.x0, clip.x0);
  box.y0 = std::max(box.y0, clip.y0);
  box.x1 = std::min(box.x1, clip.x1);
  box.y1 = std::min(box.y1, clip.y1);
  if (!(box.x0 <= box.x1 && box.y0 <= box.y1)) return std::nullopt;  // also for NaN
  return box;
}

bool full(const PdfPage& page, std::size_t max_marks) {
  return page.lines.size() + page.fills.size() >= max_marks;
}

void add_segment(PdfPage& page, Point from, Point to, const Paint& paint, std::size_t max_marks) {
  const double across = std::abs(to.x - from.x), down = std::abs(to.y - from.y);
  if (std::min(across, down) > kSlant || std::max(across, down) < kShortestRule) return;
  const double half = paint.width / 2;
  base::Box box{std::min(from.x, to.x), std::min(from.y, to.y), std::max(from.x, to.x),
                std::max(from.y, to.y)};
  if (across >= down) {
    box.y0 -= half;
    box.y1 += half;
  } else {
    box.x0 -= half;
    box.x1 += half;
  }
  add_box(page, box, paint, max_marks);
}

bool any_curve(const Subpath& subpath) {
  return std::find(subpath.curved.begin(), subpath.curved.end(), true) != subpath.curved.end();
}

// The box of a subpath that is an upright rectangle, or a line of no thickness (a fill paints at
// least a pixel of it).
std::optional<base::Box> rectangle(const Subpath& subpath) {
  std::size_t count = subpath.points.size();
  if (count < 2 || count > 8 || any_curve(subpath)) return std::nullopt;
  const auto& points = subpath.points;
  base::Box box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (std::size_t i = 0; i < count; ++i) {
    const Point& next = points[(i + 1) % count];
    const double across = std::abs(next.x - points[i].x), down = std::abs(next.y - points[i].y);
    if (!(std::min(across, down) <= kSlant)) return std::nullopt;
    box.x0 = std::min(box.x0, next.x);
    box.y0 = std::min(box.y0, next.y);
    box.x1 = std::max(box.x1, next.x);
    box.y1 = std::max(box.y1, next.y);
  }
  // An L or a U has upright sides too: every point of a rectangle lies in a corner of its box.
  for (const Point& point : points) {
    const bool side = std::min(point.x - box.x0, box.x1 - point.x) <= kSlant;
    const bool level = std::min(point.y - box.y0, box.y1 - point.y) <= kSlant;
    if (!side || !level) return std::nullopt;
  }
  return box;
}

}  // namespace

void add_box(PdfPage& page, const base::Box& box, const Paint& paint, std::size_t max_marks) {
  const std::optional<base::Box> seen = clipped(box, paint.clip);
  if (!seen || full(page, max_marks)) return;
  const double width = seen->x1 - seen->x0, height = seen->y1 - seen->y0;
  if (std::max(width, height) < kShortestRule) return;
  if (std::min(width, height) > kThickestRule) {
    page.fills.push_back({*seen, paint.colour, paint.origin, paint.order});
  } else {
    page.lines.push_back({*seen, width >= height, paint.colour, paint.origin, paint.order});
  }
}

void add_strokes(PdfPage& page, const std::vector<Subpath>& path, const Paint& paint,
                 std::size_t max_marks) {
  for (const Subpath& subpath : path) {
    const auto& points = subpath.points;
    for (std::size_t i = 1; i < points.size() && !full(page, max_marks); ++i)
      if (!subpath.curved[i]) add_segment(page, points[i - 1], points[i], paint, max_marks);
    if (subpath.closed && points.size() > 2)
      add_segment(page, points.back(), points.front(), paint, max_marks);
  }
}

void add_fills(PdfPage& page, const std::vector<Subpath>& path, const Paint& paint,
               std::size_t max_marks) {
  for (const Subpath& subpath : path)
    if (const std::optional<base::Box> box = rectangle(subpath))
      add_box(page, *box, paint, max_marks);
}

}  // namespace kehoach::read
