// Blocks of a PDF.
//
// Purpose: give a PDF the same blocks as a plain text with the same words has, in the order a
// reader takes them, each with its place on the page. Contract: text comes from where glyphs stand,
// never from the order they were drawn in; what geometry knows overrides words (marked_text.h).
// What is no text of the document is noise: running headers, page numbers, marks of footnotes,
// stamps, notes of signatures, watermarks. Pages without text, or whose text is broken, give no
// blocks to read, and a diagnostic each. Linear in glyphs, but for sorting them.
#pragma once

#include "base/budget.h"
#include "layout/document.h"
#include "match/matcher.h"
#include "read/pdf/pdf.h"

namespace kehoach::layout {

Document layout_pdf(const read::Pdf& pdf, const match::Matcher& matcher,
                    const base::Budget& budget);

}  // namespace kehoach::layout
