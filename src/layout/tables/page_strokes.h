// Ruling lines of a page, each drawn in whatever pieces, as whole strokes.
#pragma once

#include <vector>

#include "read/pdf/pdf_page.h"

namespace kehoach::layout {

// A horizontal or vertical stroke: `at` across, [from, to] along; points.
struct Stroke {
  double at = 0, from = 0, to = 0;
  double length() const { return to - from; }
};

// Lines so near each other meet.
inline constexpr double kTouch = 3;

// Sorted by `at`. Pieces that continue each other are one: borders are often drawn cell by cell,
// dashes one by one, and double lines are one border. Cost: sorting the lines.
std::vector<Stroke> join_strokes(const std::vector<read::RulingLine>& lines, bool horizontal);

}  // namespace kehoach::layout
