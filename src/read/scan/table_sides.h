// Sides of tables that the scan lost, or that were never drawn.
#pragma once

#include <vector>

#include "read/scan/image_lines.h"

namespace kehoach::read {

// Where lines below each other end at one x, and an upright line between shows that they are rows
// of a table, but none stands at their ends: the line that would. Quadratic in the lines.
std::vector<ImageLine> missing_sides(const std::vector<ImageLine>& lines, double dpi);

}  // namespace kehoach::read
