// From a text cut into tokens to its blocks: the one way for plain texts and web pages.
#pragma once

#include "base/diagnostic.h"
#include "layout/text/block_list.h"
#include "layout/text/stream.h"
#include "match/matcher.h"

namespace kehoach::layout {

// Letterhead, body and closing of a document, or the article of a page.
void read_content_blocks(const Stream& stream, const match::Matcher& matcher, BlockList& blocks);

// Says that the budget's number of blocks was reached.
base::Diagnostic blocks_cut(const base::Budget& budget);

}  // namespace kehoach::layout
