// Where in the normalized text another page begins.
#pragma once

#include <cstddef>
#include <vector>

#include "text/normalized_text.h"

namespace kehoach::text {

struct PageStart {
  std::size_t position = 0;  // in characters (code points) of the text
  int page = 1;
};

// In the order of the text, in which a page may come twice (footnotes stand behind the closing).
// Empty: the source has no pages. A paragraph that goes on on the next page is cut there.
std::vector<PageStart> page_starts(const NormalizedText& text, const layout::Document& document);

}  // namespace kehoach::text
