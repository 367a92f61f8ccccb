// Dirt in the margins of a scan that was taken for letters: edges of paper, punch holes, staples.
//
// A sign out there tears a paragraph in two. Contract: words of one or two characters without a
// digit, beyond the edge of the lines and near the edge of the page, become loose text. Linear in
// the words.
#pragma once

#include "layout/pdf/page_text.h"

namespace kehoach::layout {

void set_margin_dirt_aside(PageText& page);

}  // namespace kehoach::layout
