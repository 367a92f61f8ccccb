// Does a page show print that its text does not have?
//
// A scan's text may be that of a stamp alone; a cover of a few words over a picture has all of
// its text. Both are a few letters on an image: what the page shows tells them apart.
#pragma once

#include <vector>

#include "read/scan/pixel_box.h"

namespace kehoach::read {

// Finer is not needed to see lines.
inline constexpr double kPrintDpi = 100;

// Lines of print on an image of a page, upright or on their side, outside of `known`. Linear in
// its pixels.
int lines_of_print(const PixPtr& page, double dpi, const std::vector<PixelBox>& known);

// Does the print of a cleaned page run up or down? Told by its lines, before anything is
// recognised. A fiftieth of what recognition takes.
bool lies_on_its_side(const PixPtr& cleaned, double dpi);

}  // namespace kehoach::read
