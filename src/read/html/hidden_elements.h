// Would a browser show this element? Judged by the element alone, without style sheets.
#pragma once

#include "read/html/markup.h"

namespace kehoach::read {

// By its name (<noscript>, <option>, fallbacks of <video> …), its attributes (hidden, aria-hidden,
// type="hidden") or its own style (display:none, visibility:hidden). A page whose <html> or <body>
// is hidden waits for a script to show it: those two never count.
bool is_hidden(const MarkupNode& element);

// Browsers show what is aria-hidden; it is taken for hidden because icons and doubles are so. But a
// dialog that is open while the page is saved makes all the rest of it aria-hidden: an element that
// is hidden by nothing else and holds more than half of the page's text is not hidden. Linear.
void show_main_text(std::vector<MarkupNode>& nodes);

}  // namespace kehoach::read
