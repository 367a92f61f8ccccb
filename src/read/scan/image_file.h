// Image files as documents: TIFF of many pages, JPEG, PNG.
//
// Contract: gives what read_pdf gives: pages whose whole area is one image and that have no text;
// their eyes read it. Nothing is decoded but a file's headers until a page is asked for; a page
// whose image is larger than OcrBudget::max_image_pixels, or that is broken, says so when it is
// read. A file in which no page can be told throws base::Error "broken". Where the file does not
// say how large its pages are on paper, they are taken for A4.
#pragma once

#include "base/budget.h"
#include "base/source.h"
#include "read/pdf/pdf.h"
#include "read/pdf/pdf_picture.h"

namespace kehoach::read {

Pdf read_image_file(const base::Source& source, const base::Budget& budget);

// Page `number` of about `dpi`. Throws base::Error "page-missing".
PagePicture draw_image_page(const base::Source& source, int number, double dpi,
                            const base::Budget& budget);

}  // namespace kehoach::read
