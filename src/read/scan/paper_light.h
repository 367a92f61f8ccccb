// Even light: what the paper of a page is bright like, place by place, taken out.
#pragma once

#include "read/scan/pixel_box.h"

namespace kehoach::read {

// `gray`, 8 bits, is changed: paper becomes white wherever it was bright or in shadow, and pale
// print dark. What shines through from the back stays pale beside it.
void even_light(PixPtr& gray, double dpi);

}  // namespace kehoach::read
