// The label "Nơi nhận" at the foot of a scan: where the recipients begin, and the signature beside
// them.
//
// Contract: what dirt left before the label goes, and a label without its first letter is put
// right. Where the label stands between two lines of the signature, readers make one line of both
// and letters of neither: such a line, which ends in who signs and has a list in dashes below it,
// is read again without the signature. Cost: a tenth of a second where it is read again.
#pragma once

#include <cstddef>
#include <optional>

#include "layout/pdf/page_text.h"
#include "match/matcher.h"
#include "read/scan/page_eyes.h"

namespace kehoach::layout {

inline constexpr double kFootLeft = 0.3;  // of the page's width: recipients begin before it

// The row of the label, or the one that it is lost in.
std::optional<std::size_t> find_recipients_label(PageText& page, const read::PageEyes& eyes,
                                                 const match::Matcher& matcher);

// How many words stand before the first wide gap.
std::size_t foot_left_part(const PageRow& row);

}  // namespace kehoach::layout
