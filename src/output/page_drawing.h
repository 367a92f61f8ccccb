// A page with what was read from it drawn over it, as SVG: to look rather than read.
//
// Purpose: a wrong box, a wrong reading order or a value taken from the wrong place is seen at
// once. Blocks are outlined in the colour of their kind and numbered in reading order; the evidence
// of every value is marked, and the values stand beside the page.
// Contract: a function of what extraction found; one page a drawing; complete in one file. Noise is
// drawn too, dashed.
#pragma once

#include <string>

#include "layout/document.h"
#include "plan/record.h"

namespace kehoach::output {

struct PageSheet {
  int number = 1;
  double width = 0, height = 0;  // points
  std::string png;               // the page itself; empty: only boxes are drawn
};

std::string draw_page(const layout::Document& document, const plan::Record& record,
                      const PageSheet& sheet);

}  // namespace kehoach::output
