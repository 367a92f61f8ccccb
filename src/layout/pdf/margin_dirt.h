// Dirt in the margins of a scan that was taken for letters: edges of paper, punch holes, staples.
//
// A sign out there tears a paragraph in two. Contract: words of one or two characters without a
// digit, beyond the edge of the lines and near the edge of the page, become loose text, but for
// those between two ruling lines. Linear in the words, and in the lines for each that is set aside.
#pragma once

#include "layout/pdf/page_text.h"

namespace kehoach::layout {

void set_margin_dirt_aside(PageText& page);

}  // namespace kehoach::layout
