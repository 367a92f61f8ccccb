// Seals, stamps and signatures in coloured ink, told from the print below them by their colour.
#pragma once

#include <vector>

#include "read/scan/pixel_box.h"

namespace kehoach::read {

struct WithoutSeals {
  PixPtr gray;  // 8 bits
  std::vector<PixelBox> seals;
};

// `colour`: 32 bits. Below an ink what is dark in every channel stays; the ink itself becomes
// paper.
WithoutSeals take_out_seals(const PixPtr& colour, double dpi);

}  // namespace kehoach::read
