// Figures of a scan that were not read for sure, read again.
//
// A figure with a digit in doubt is none (plan/reading_certainty.h), and plans are made of figures.
// Contract: a number or date without letters whose word is in doubt is read again in its line;
// where at least three of the four readings have the same digits and signs as the first, it is as
// sure as a figure must be; where they have others, and the first was hardly read or all four have
// them, it is those; where they have others and none has the first's, it is no figure to be sure
// of. Labels and numbers of pages are counted elsewhere. It keeps what was read first as its
// original. Cost: four looks at a line, for a few lines of a page.
#pragma once

#include "layout/pdf/page_text.h"
#include "read/scan/page_eyes.h"

namespace kehoach::layout {

void look_at_figures(PageText& page, const read::PageEyes& eyes);

}  // namespace kehoach::layout
