// The text of a PDF's pages that facts may be taken from: the file's own where it is sound, what
// was recognised on the image of the page where it is not.
#pragma once

#include <vector>

#include "base/budget.h"
#include "layout/document.h"
#include "layout/pdf/page_text.h"
#include "match/matcher.h"
#include "read/pdf/pdf.h"

namespace kehoach::layout {

// Sets the document's encoding and text_origin, and adds what is to be said of the pages. Pages
// whose text is of no use have no rows. Throws base::Error where recognition cannot work at all
// and no page has a text.
std::vector<PageText> readable_pages(const read::Pdf& pdf, const match::Matcher& matcher,
                                     const base::Budget& budget, Document& document);

}  // namespace kehoach::layout
