// A PDF, page by page.
//
// Purpose: the only room that knows Poppler; one pass of its OutputDev over each page.
// Contract: no bytes make this hang or grow without bound: pages, operators, glyphs, lines and
// nested forms are bounded by the budget; a page that goes over its bound is given as far as it was
// read, with a diagnostic, and the next one is read all the same. Encrypted files are opened with
// the empty user password; one that asks for another throws base::Error "encrypted"; one that
// cannot be repaired throws "broken" (a file that broke off is read as far as it goes). Signatures
// are read, never trusted: `valid` says what can be said offline. Cost is linear in the operators
// of the pages.
// What a hostile file can still do inside Poppler (its tables of objects are read without a bound,
// and so are inline images of layers that are not shown) is ended by the limits of the worker.
// Refused: the public cpp interface (no ruling lines, no signatures), pdftotext's order of words.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "base/source.h"
#include "read/pdf/pdf_page.h"
#include "read/scan/page_eyes.h"

namespace kehoach::read {

struct DigitalSignature {
  std::string signer;
  std::string time;  // ISO 8601 with offset
  // True: the signed bytes are unchanged and fit the certificate that came along (who vouches for
  // that cannot be known offline); false: changed since; absent: of a kind that cannot be checked.
  std::optional<bool> valid;
  std::optional<int> page;  // where its stamp stands
  std::optional<base::Box> box;
};

struct Pdf {
  std::vector<PdfPage> pages;
  std::vector<DigitalSignature> signatures;
  int page_count = 0;  // as the file says; pages.size() may be less
  std::string title, producer, creator;
  base::Diagnostics diagnostics;
  // For another look at the pages. Needs the source and the budget to live.
  std::shared_ptr<const PageEyes> eyes;
};

Pdf read_pdf(const base::Source& source, const base::Budget& budget);

}  // namespace kehoach::read
