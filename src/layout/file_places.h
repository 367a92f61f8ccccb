// From bytes of a file's text to lines and columns.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/document.h"

namespace kehoach::layout {

// A position in the source text and the byte of the file that stands there.
struct FileOffset {
  std::size_t source = 0, file = 0;
};

// Linear in the file (and n log n in the offsets, which need not be in the file's order).
std::vector<SourceAnchor> to_anchors(std::string_view file, std::vector<FileOffset> offsets);

// Follows the characters of a text node through the file: entities are one character in the one and
// several in the other.
class NodeAlignment {
 public:
  NodeAlignment(std::string_view file, std::string_view text, std::size_t begin)
      : file_(file), text_(text), at_(begin) {}
  // Where in the file byte `i` of the text stands; `i` must not decrease.
  std::size_t at(std::size_t i);

 private:
  void step();
  std::size_t entity_end() const;

  std::string_view file_, text_;
  std::size_t at_ = 0;    // in the file
  std::size_t done_ = 0;  // in the text
  bool lost_ = false;     // the two differ: the rest is said to stand here
};

}  // namespace kehoach::layout
