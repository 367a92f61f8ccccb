// Words in the head of a scan that are in doubt, read again: type, title, what the document rests
// on.
//
// Contract: a word is in doubt where it is no syllable in use or where other marks would suit its
// neighbours better; its line is read again. What two readings have, and more than agree with the
// first one, is taken where it stands beside more of its neighbours (language/context_marks.h);
// words that may be names never, but in capitals. It keeps what was read first as its original.
// Cost: a fifth of a second a line, for a few lines.
#pragma once

#include "language/syllable_pairs.h"
#include "layout/pdf/page_text.h"
#include "read/scan/page_eyes.h"

namespace kehoach::layout {

void look_at_head_words(PageText& page, const read::PageEyes& eyes,
                        const language::SyllablePairs& pairs);

}  // namespace kehoach::layout
