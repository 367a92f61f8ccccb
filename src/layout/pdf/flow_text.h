// Lines of pages joined to paragraphs, as a marked text.
//
// Contract: a paragraph that runs over lines and pages is one line of the text; a hyphen that ends
// a line inside a code or name keeps its word ("142/KH-" and "UBND" are "142/KH-UBND"). Each word
// is placed. Linear in the words.
#pragma once

#include <vector>

#include "layout/document.h"
#include "layout/pdf/flow_line.h"
#include "layout/text/marked_text.h"
#include "match/matcher.h"

namespace kehoach::layout {

struct FlowText {
  MarkedText text;
  std::vector<PlacedText> places;  // spans in the original characters
};

FlowText write_flow(const std::vector<FlowLine>& lines, const match::Matcher& matcher);

}  // namespace kehoach::layout
