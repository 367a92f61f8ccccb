// What a scanner adds at the edges of a page: dark borders, shadows' lines, punch holes.
#pragma once

#include "read/scan/pixel_box.h"

namespace kehoach::read {

// Paints them white. `gray`: 8 bits, in even light. Text is thinner, and is not reached.
void wipe_edges(PixPtr& gray, double dpi);

}  // namespace kehoach::read
