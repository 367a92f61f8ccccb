// A page cut down to what its reader needs, before a parser sees it.
//
// Purpose: the parser costs time by the square of depth and of attributes, and memory by the bytes
// of scripts and inline images; so scripts, styles, comments, templates, drawings and the payload
// of data: addresses are taken out here, and depth, elements, attributes and text are bounded.
// Contract: what is left gives the tree that a browser would build of the whole page, but for what
// the limits took. Elements that are too deep are not dropped: those around them are closed early.
// Linear in the page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "base/diagnostic.h"

namespace kehoach::read {

struct BoundedMarkup {
  std::string html;
  std::size_t elements = 0;  // at most, reopened formatting not counted
  std::size_t texts = 0;     // likewise
  std::size_t attributes = 0;
  std::string saved_from;  // address in the comment that browsers leave, or empty
  base::Diagnostics diagnostics;

  // Where the byte at `position` of `html` came from.
  std::size_t source_position(std::size_t position) const;

  // From `bounded` on, bytes come from `source` on.
  struct Run {
    std::size_t bounded = 0, source = 0;
  };
  std::vector<Run> runs;
};

enum class Formatting { kKept, kLeftOut };  // <b>, <font> …

// `html` must be valid UTF-8.
BoundedMarkup bound_markup(std::string_view html, const base::Budget& budget,
                           Formatting formatting);

}  // namespace kehoach::read
