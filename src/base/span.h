// Half-open byte ranges, one type for each space that positions live in.
//
// A position in the source and a position in the normalized text are different types, so that no
// code can mix them up; only the offset map (text/offset_map.h) converts. All offsets are bytes of
// UTF-8; code points appear only in the output (output/code_points.h).
#pragma once

#include <algorithm>
#include <cstddef>

namespace kehoach::base {

template <class Space>
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool contains(std::size_t position) const { return begin <= position && position < end; }
  bool covers(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  // The smallest span that covers both.
  Span join(Span other) const { return {std::min(begin, other.begin), std::max(end, other.end)}; }
  bool operator==(const Span&) const = default;
};

struct SourceSpace {};   // the source, decoded to UTF-8
struct ContentSpace {};  // layout::Document::content
struct TextSpace {};     // text::NormalizedText::utf8
struct LocalSpace {};    // whatever string a function was given

using SourceSpan = Span<SourceSpace>;
using ContentSpan = Span<ContentSpace>;
using TextSpan = Span<TextSpace>;
using LocalSpan = Span<LocalSpace>;

// A rectangle on a page: PDF points, origin top left.
struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  bool operator==(const Box&) const = default;
};

}  // namespace kehoach::base
