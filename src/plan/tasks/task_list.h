// Lists inside running text, as news pages set them: "Kế hoạch gồm các nhiệm vụ: A. B. C." or
// "… tập trung vào: “A” ; “B”". Internal to this room.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "match/matcher.h"

namespace kehoach::plan {

// Spans of the listed items in `paragraph`, without quotes and final signs; empty if no cue of the
// stage `task-cues` introduces a list there.
std::vector<base::LocalSpan> inline_items(const match::Matcher& matcher,
                                          std::string_view paragraph);

// Half-open ranges of the sentences of `text`: cut at ". " before a capital.
std::vector<base::LocalSpan> sentences(std::string_view text);

// The span without spaces, quotes around the whole and signs at its ends.
base::LocalSpan trimmed(std::string_view text, base::LocalSpan span);

// Cut at semicolons outside brackets and quotes.
std::vector<base::LocalSpan> clauses(std::string_view text, base::LocalSpan span);

}  // namespace kehoach::plan
