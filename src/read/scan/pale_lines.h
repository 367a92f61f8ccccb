// Ruling lines where a seal lies on them: taking the seal out leaves the line paler than lines are.
#pragma once

#include "read/scan/pixel_box.h"

namespace kehoach::read {

// Draws pieces of lines in `mask` on from their ends, over ink however pale, where that leads to
// another line: the rest of the same one, or one across (`crossing`). `gray`: of the same size, as
// clean_image gives it. Linear in the pixels of the lines.
void draw_on(const PixPtr& mask, const PixPtr& crossing, const PixPtr& gray, bool horizontal,
             double dpi);

}  // namespace kehoach::read
