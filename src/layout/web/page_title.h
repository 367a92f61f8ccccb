// The headline of the article among the lines of a page.
#pragma once

#include <cstddef>
#include <string>

#include "layout/web/markup_text.h"
#include "layout/web/page_parts.h"
#include "read/html/markup.h"

namespace kehoach::layout {

// The line that says the same as <title>, og:title or the declared headline, or the first h1; the
// number of lines if none.
std::size_t find_title_line(const read::Markup& markup, const MarkupText& text,
                            const std::string& declared, PageParts& parts);

}  // namespace kehoach::layout
