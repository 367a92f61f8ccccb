// Rows of boxes of one kind: other headlines with a few words each, comments of readers.
//
// An article says each thing once; a site repeats. Siblings that are each a few words long and
// carry the same marks (a link for a line of its own, or a label with a day or a count) are such
// boxes, whatever they are called and whatever they link to.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/pdf/page_evidence.h"

namespace kehoach::layout {

// Sets ElementFacts::card of every such box to what it is. Asks for text and lines of the facts.
void mark_cards(const read::Markup& markup, const MarkupText& text, std::size_t title_line,
                std::vector<ElementFacts>& facts);

}  // namespace kehoach::layout
