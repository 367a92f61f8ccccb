// Roman numbers of headings that recognition mistook: "L", "HI.", "II." of III.
//
// To a reader of scans they are strokes like any other, of which it loses or adds one at each look
// anew; their ink tells them apart. Contract: where a line in capitals begins with a word that may
// be such a number, the pieces of its ink up to the dot are counted: a narrow one is I, a wide one
// the V or X that was read, or strokes that touch. Where they make a number, it is that, also where
// the dot or the space behind it was not read; else the word stays as it was. Digits stay, and the
// count of headings is judged by others (item_labels.h). Words keep what was recognised as their
// original. Cost: the ink of a few words of a page.
#pragma once

#include "layout/pdf/label_looks.h"
#include "layout/pdf/page_text.h"
#include "read/scan/page_eyes.h"

namespace kehoach::layout {

void look_at_numerals(PageText& page, const read::PageEyes& eyes, const LabelLooks& looks);

}  // namespace kehoach::layout
