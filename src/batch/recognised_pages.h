// What was recognised while a document was read, kept as it was: the words with their places, which
// the document's text no longer has as such.
#pragma once

#include <memory>
#include <vector>

#include "read/pdf/pdf.h"

namespace kehoach::batch {

struct RecognisedPages {
  std::vector<read::ScanPage> scans;  // without pages where nothing was
  // Size and rotation alone, of all pages.
  std::vector<read::PdfPage> pages;
};

// Has `pdf` keep in `into`, which must outlive its reading.
void keep_recognised(read::Pdf& pdf, RecognisedPages& into);

}  // namespace kehoach::batch
