// The tree of an HTML5 parser, laid out flat.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "read/html/markup.h"
#include "read/html/markup_bounds.h"

namespace kehoach::read {

// The nodes of the page in preorder; positions are those of the page before it was bounded.
// Elements deeper than `max_depth` give their children to the last one that is not. Nothing if the
// parser needs more than `max_memory`: elements that it reopens again and again.
std::optional<std::vector<MarkupNode>> parse_markup(const BoundedMarkup& page,
                                                    std::size_t max_depth, std::size_t max_memory);

}  // namespace kehoach::read
