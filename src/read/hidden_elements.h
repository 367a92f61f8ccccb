// Would a browser show this element? Judged by the element alone, without style sheets.
#pragma once

#include "read/markup.h"

namespace kehoach::read {

// By its name (<noscript>, <option>, fallbacks of <video> …), its attributes (hidden, aria-hidden,
// type="hidden") or its own style (display:none, visibility:hidden). A page whose <html> or <body>
// is hidden waits for a script to show it: those two never count.
bool is_hidden(const MarkupNode& element);

}  // namespace kehoach::read
