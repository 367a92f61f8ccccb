// Which pages of a PDF have a text that facts may be taken from, and what is said of the others.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "language/page_health.h"
#include "layout/pdf/page_text.h"

namespace kehoach::layout {

language::PageHealth judge(const PageText& page);

// `page-without-text`, `page-text-broken`, `page-text-suspicious`: one diagnostic for each run of
// pages in the same state for the same reason.
base::Diagnostics report_states(const std::vector<PageText>& pages,
                                const std::vector<language::PageHealth>& health);

// Turns the rows of a page into loose text, which no reader looks at.
void set_aside(PageText& page);

}  // namespace kehoach::layout
