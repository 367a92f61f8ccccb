// Web pages in the codes of old fonts: which font draws which text, and the page made readable.
#pragma once

#include <optional>
#include <vector>

#include "language/legacy/legacy_encoding.h"
#include "read/html/markup.h"

namespace kehoach::layout {

// For each node the old font that <font face> or font-family of a style attribute gives it, itself
// or around it. Empty if the page names none.
using NodeFonts = std::vector<std::optional<language::LegacyFont>>;
NodeFonts old_fonts(const read::Markup& markup);

// The same page with its texts decoded, for whoever judges by words what a part of it is; nothing
// if the page needs none. Texts only: nodes, attributes and positions stay. Linear.
std::optional<read::Markup> decoded_markup(const read::Markup& markup, const NodeFonts& fonts);

}  // namespace kehoach::layout
