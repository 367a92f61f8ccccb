// The words that were recognised on the image of a page, as the rows of a page.
//
// They take the same way as glyphs from here on. What stamps and clerks' signatures wrote over the
// page as text is no part of its image and comes from the file, as it does on pages with text.
#pragma once

#include "layout/pdf/page_text.h"
#include "read/pdf/pdf_page.h"
#include "read/scan/scan_page.h"

namespace kehoach::layout {

// `page`: the same page as the file has it.
PageText read_scan_text(const read::PdfPage& page, const read::ScanPage& scan);

}  // namespace kehoach::layout
