// Where on a page seals and stamps are, by the size and shape of their ink.
#pragma once

#include <span>
#include <vector>

#include "read/scan/pixel_box.h"

namespace kehoach::read {

// Boxes of ink that hangs together and is higher than any line of text and no wider than a stamp.
// `masks`: where there is such ink, two colours at `dpi`; one for each colour of ink.
std::vector<PixelBox> seal_places(std::span<const PixPtr> masks, double dpi);

}  // namespace kehoach::read
