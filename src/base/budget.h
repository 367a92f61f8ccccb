// Limits on what one document may cost. Handed in by the caller: no room below the command line
// reads the clock or the environment.
#pragma once

#include <cstddef>

namespace kehoach::base {

struct Budget {
  std::size_t max_bytes = 256u << 20;  // of the source
  std::size_t max_text_bytes =
      8u << 20;  // of text that is read for facts; the rest is cut, and said
  std::size_t max_blocks = 1'000'000;
  std::size_t max_pages = 5'000;
  std::size_t max_depth = 512;           // of nested elements or objects
  std::size_t max_elements = 1'000'000;  // of one page: elements, attributes or glyphs
  // Of a PDF.
  std::size_t max_glyphs = 4'000'000;        // of all its pages together
  std::size_t max_marks = 100'000;           // of one page: lines and boxes; images; links
  std::size_t max_operators = 5'000'000;     // of one page: drawing steps
  std::size_t max_content_bytes = 16 << 20;  // of one page, decoded; forms as often as drawn
};

}  // namespace kehoach::base
