// What an element does to the flow of a page's text, as browsers lay it out without style sheets.
#pragma once

#include <string>
#include <string_view>

#include "read/html/markup.h"

namespace kehoach::layout {

// Begins and ends lines.
bool is_block_element(const read::MarkupNode& node);
// Its text is no text of the page: head, buttons' lists, drawings, frames.
bool is_left_out(const read::MarkupNode& node);
// 1-6 for <h1>-<h6>; 0 for others.
int heading_of(const read::MarkupNode& node);
// align, text-align or <center>.
bool is_centred(const read::MarkupNode& node);

// Set in bold by its name or its own style; set in letters of usual weight by its style.
bool is_bold(const read::MarkupNode& node);
bool is_plain(const read::MarkupNode& node);

// The value of a property in the style attribute, lower case, without spaces; empty if not set.
std::string style_of(const read::MarkupNode& node, std::string_view property);

}  // namespace kehoach::layout
