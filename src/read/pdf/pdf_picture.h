// A page of a PDF as a picture, to be looked at or recognised.
#pragma once

#include <string>

#include "base/budget.h"
#include "base/source.h"

namespace kehoach::read {

struct PagePicture {
  std::string png;               // empty: the page is too large to be drawn
  double width = 0, height = 0;  // of the page, in points, as a reader sees it
  int page_count = 0;            // of the file
};

// Page `number` (from 1) at `dpi` dots an inch, fewer where it would have more than 40 million.
// Throws base::Error "encrypted" or "broken" as read_pdf does, "page-missing" where there is no
// such page.
PagePicture draw_pdf_page(const base::Source& source, int number, double dpi,
                          const base::Budget& budget);

}  // namespace kehoach::read
