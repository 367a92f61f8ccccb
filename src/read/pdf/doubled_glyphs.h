// Glyphs that a page draws twice at one place, to make them bold or to give them a shadow, or
// because the file was stamped twice: they are there once.
#pragma once

#include "read/pdf/pdf_page.h"

namespace kehoach::read {

// Leaves of glyphs drawn again within a tenth of their size the first; a run that was mostly drawn
// again a little beside itself is bold. Runs left without glyphs go. Linear in the glyphs.
void drop_doubled_glyphs(PdfPage& page);

}  // namespace kehoach::read
