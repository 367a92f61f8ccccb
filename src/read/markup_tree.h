// The tree of an HTML5 parser, laid out flat.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "read/markup.h"

namespace kehoach::read {

// The nodes of `html` (valid UTF-8) in preorder. Comments, scripts, styles and templates are left
// out; elements deeper than `max_depth` give their children to the last one that is not. The
// caller has bounded depth, elements and attributes (read/markup_bounds.h): the parser takes
// quadratic time where they are not.
std::vector<MarkupNode> parse_markup(std::string_view html, std::size_t max_depth);

}  // namespace kehoach::read
