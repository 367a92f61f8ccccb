// A stretch of the body between two marks or line ends, before it is known what block it is.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/text/block_list.h"
#include "layout/text/mark.h"
#include "layout/text/stream.h"

namespace kehoach::layout {

struct Segment {
  std::optional<Mark> mark;
  std::size_t begin = 0;  // with the mark
  std::size_t body = 0;   // without it
  std::size_t end = 0;
  bool heading = false;  // its end shows that it is one: the case changed, a known phrase ended
  int given = 0;         // the level of a heading that the source says it is
};

// Decides for each segment, with a look at the next one, whether it is a heading, an item or a
// paragraph, and adds the blocks.
void add_segments(const Stream& stream, const std::vector<Segment>& segments, BlockList& blocks);

}  // namespace kehoach::layout
