// The pages of a document as lines in reading order.
//
// Contract: columns one after the other, tables row by row, what repeats at the edges of pages and
// stands beside the text known as noise; footnotes stand behind the closing (or at the end).
// Marks of footnotes are out of the lines. Linear in the rows, but for sorting.
#pragma once

#include <vector>

#include "layout/pdf/flow_line.h"
#include "layout/pdf/page_text.h"
#include "match/matcher.h"

namespace kehoach::layout {

std::vector<FlowLine> make_flow(std::vector<PageText> pages, const match::Matcher& matcher);

}  // namespace kehoach::layout
