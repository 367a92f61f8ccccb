// Dashes before items that recognition mistook: ".T Số lượng doanh nghiệp …".
//
// Contract: a line's first word of one or two characters that are no syllable, no label, and no
// number unless it was hardly read, is a dash where the items above and below it have dashes, one
// at its place, and the text behind them begins where its own does. It keeps what was recognised as
// its original. Linear in the rows.
#pragma once

#include "layout/pdf/page_text.h"

namespace kehoach::layout {

void repair_dashes(PageText& page);

}  // namespace kehoach::layout
