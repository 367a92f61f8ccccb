// Blocks of a web page.
//
// Purpose: give a page the same blocks as a plain text with the same words has, so that every rule
// for fields holds for both; and what only a page has: the structure of its tables and lists, its
// own word for title, site, address, posted time and attached files (Document::page_facts).
// Contract: content, headline, list items, tables (with spans) and the boxes of Decree 30 are
// blocks as in layout/text/text_layout.h; the site's parts are noise blocks with a note, kept and
// marked. Tables that only place things (a letterhead in two columns, a page in three) are no
// tables. Blocks stand in the order of the page. Linear in the nodes.
#pragma once

#include "base/budget.h"
#include "layout/document.h"
#include "match/matcher.h"
#include "read/html/markup.h"

namespace kehoach::layout {

Document layout_web(const read::Markup& markup, const match::Matcher& matcher,
                    const base::Budget& budget);

}  // namespace kehoach::layout
