// Numbers and days of a letterhead that are pictures: written by hand or stamped before scanning.
#pragma once

#include "layout/document.h"
#include "read/pdf/pdf.h"

namespace kehoach::layout {

// `handwritten`, with its box, where an image stands in the gap of a blank number or day.
void report_drawn_numbers(const read::Pdf& pdf, Document& document);

}  // namespace kehoach::layout
