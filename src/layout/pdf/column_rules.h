// The vertical rules of a page: what stands on two sides of one is no word.
#pragma once

#include <algorithm>
#include <vector>

#include "layout/tables/page_strokes.h"

namespace kehoach::layout {

class ColumnRules {
 public:
  ColumnRules() = default;
  // In the frame of the rows. Cost: sorting.
  explicit ColumnRules(const std::vector<read::RulingLine>& lines)
      : strokes_(join_strokes(lines, false)) {}

  // Does one stand between two places at a height? Looks at a few of those there.
  bool between(double left, double right, double y) const {
    constexpr int kMost = 16;
    auto stroke = std::upper_bound(strokes_.begin(), strokes_.end(), left,
                                   [](double x, const Stroke& s) { return x < s.at; });
    for (int i = 0; i < kMost && stroke != strokes_.end() && stroke->at < right; ++i, ++stroke)
      if (stroke->from <= y && y <= stroke->to) return true;
    return false;
  }

 private:
  std::vector<Stroke> strokes_;  // sorted by place
};

}  // namespace kehoach::layout
