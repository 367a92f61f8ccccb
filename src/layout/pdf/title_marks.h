// The title of a document that has no letterhead, by how it is set.
#pragma once

#include "layout/text/marked_text.h"
#include "match/matcher.h"

namespace kehoach::layout {

// Marks the first lines of the text where they are a title: a type in the middle of a line of its
// own, in whatever case, with its abstract below; or a title in capitals with the line below it
// that says what it was issued with. Texts with a letterhead keep to their words.
void mark_title(MarkedText& text, const match::Matcher& matcher);

}  // namespace kehoach::layout
