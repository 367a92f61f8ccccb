// The one text that facts are read from: the blocks of a document in reading order, noise left
// out, one block a line, table cells separated by a tab; and the map back to the source.
//
// Contract: positions convert only through the map; a start inside a changed stretch maps to the
// start of the stretch, an end to its end (starts round down, ends round up).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "layout/document.h"

namespace kehoach::text {

// Monotonous map from one text to the one it was made from, as stretches: inside a copied stretch
// offsets run in parallel; a changed stretch maps as a whole.
struct Stretch {
  std::size_t to_begin = 0, to_end = 0;      // in the newer text
  std::size_t from_begin = 0, from_end = 0;  // in the older
  bool copied = true;
};

class OffsetMap {
 public:
  OffsetMap() = default;
  explicit OffsetMap(std::vector<Stretch> stretches) : stretches_(std::move(stretches)) {}
  base::SourceSpan to_source(base::TextSpan span) const;  // O(log n)

 private:
  std::vector<Stretch> stretches_;  // sorted by to_begin, without gaps
};

// Where one block stands in the normalized text.
struct BlockSpan {
  std::size_t block = 0;  // index into Document::blocks
  base::TextSpan span;    // without the line end
};

struct NormalizedText {
  std::string utf8;
  OffsetMap map;
  std::vector<BlockSpan> blocks;  // in order; noise blocks have none

  std::string_view slice(base::TextSpan span) const {
    return std::string_view(utf8).substr(span.begin, span.size());
  }
  // The block that holds `position`, by binary search; blocks.size() if none does.
  std::size_t block_at(std::size_t position) const;
};

NormalizedText normalize(const layout::Document& document);

}  // namespace kehoach::text
