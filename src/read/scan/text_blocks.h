// The text of a page outside of tables, cut into blocks of one column each.
//
// Purpose: recognition takes them one after another as blocks of lines. Tesseract's own analysis
// of a page loses lines whose halves stand at different heights: "Số: 12/KH-UBND" beside the place
// and day, with a number that was stamped in.
// Contract: white that runs down between columns cuts, over as many lines as it runs; blocks come
// from top to bottom, columns from left to right; they do not overlap, and every letter outside
// of the zones is in one of them; specks alone are none. Wide spaces in a single line are no
// columns unless they are very wide. Cost: linear in the pixels of a small image of the page.
#pragma once

#include <vector>

#include "read/scan/pixel_box.h"

namespace kehoach::read {

struct TextBlock {
  PixelBox box;
  // Lines that no white parts: columns with a seal or a signature across them, or print set tight.
  // What they are is asked of Tesseract.
  bool mixed = false;
};

// `gray`: clean, without ruling lines. `zones`: what is read by itself (read/scan/ruled_cells.h).
std::vector<TextBlock> text_blocks(const PixPtr& gray, const std::vector<PixelBox>& zones,
                                   double dpi);

}  // namespace kehoach::read
