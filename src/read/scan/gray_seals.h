// Seals and stamps on gray scans, told from the print around them by how dark they are.
//
// Red ink is a middling gray on a gray scan: darker than paper, paler than print. Levels are taken
// where a stroke is as wide as a few pixels, so that the pale edges of print say nothing. Contract:
// ink of seal's size whose levels stand apart from print's becomes paper, what is as dark as print
// stays. Seals as dark as print stay. Cost: linear in the pixels, a hundredth of reading the page.
#pragma once

#include <vector>

#include "read/scan/pixel_box.h"

namespace kehoach::read {

// `gray`: 8 bits, paper white all over. Gives the places that were made paper.
std::vector<PixelBox> take_out_gray_seals(const PixPtr& gray, double dpi);

}  // namespace kehoach::read
