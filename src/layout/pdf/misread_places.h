// Blanks of a letterhead that were filled in by hand or with a stamp, which recognition makes signs
// and letters of: "Số: l1C/KH-UBND", "ngày>2 tháng 6 năm 2025".
//
// Contract: what is clear stays, the rest is blank; the words keep what was recognised as their
// original, and a diagnostic `illegible` says where to look. What they may look like is data
// (tokens of type "misread", patterns/tokens/layout-scan.toml). Linear in the rows.
#pragma once

#include "base/diagnostic.h"
#include "layout/pdf/page_text.h"
#include "match/matcher.h"

namespace kehoach::layout {

void blank_misread(PageText& page, const match::Matcher& matcher, base::Diagnostics& diagnostics);

}  // namespace kehoach::layout
