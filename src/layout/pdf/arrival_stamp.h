// The stamp of the office that received a document, beside its letterhead: a frame with the
// office's name, "ĐẾN", a number and a day written by hand.
//
// On a scan in black its words stand in the rows of the title and of the number. Contract: the
// words within a frame in the upper half of the page whose four sides are drawn and end at its
// corners, so that it is no cell of a table, become a loose text "stamp" and leave their rows; only
// where they are such a stamp's (tokens of type "arrival_stamp") or came out as nothing that print
// is, never where they are an urgency or secrecy. Quadratic in the lines of the page's head, of
// which no more than a hundred are looked at.
#pragma once

#include "layout/pdf/page_text.h"
#include "match/matcher.h"

namespace kehoach::layout {

void set_arrival_stamps_aside(PageText& page, const match::Matcher& matcher);

}  // namespace kehoach::layout
