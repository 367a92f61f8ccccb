// Blocks of a plain text: of a plan copied from a law portal, of a news page, of a typed file.
//
// Purpose: give plain text the same shape as a page would have. Law portals run the header boxes,
// the title, headings and list items together in one flow with hard line ends in mid-sentence;
// news pages have one paragraph a line, between menus, counters and other headlines.
// Contract: every character of the content is in exactly one block (spaces and line ends between
// blocks aside); blocks stand in source order; linear in the text.
// Words that layout must know ("Nơi nhận:", "lượt xem") are token rules of stage `layout`.
#pragma once

#include "base/budget.h"
#include "layout/document.h"
#include "match/matcher.h"
#include "read/text.h"

namespace kehoach::layout {

Document layout_text(const read::Text& text, const match::Matcher& matcher,
                     const base::Budget& budget);

}  // namespace kehoach::layout
