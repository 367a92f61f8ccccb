// The horizontal rules of a page, from top to bottom: for asking what stands between two rows.
#pragma once

#include <algorithm>
#include <vector>

#include "layout/pdf/page_text.h"

namespace kehoach::layout {

class PageRules {
 public:
  explicit PageRules(const PageText& page) {
    for (const auto& rule : page.rules)
      if (rule.horizontal) rules_.push_back(rule.box);
    std::sort(rules_.begin(), rules_.end(),
              [](const base::Box& a, const base::Box& b) { return a.y0 < b.y0; });
  }

  // Is there one between two heights that `fits`?
  template <class Fits>
  bool any(double above, double below, Fits fits) const {
    auto rule = std::partition_point(rules_.begin(), rules_.end(),
                                     [&](const base::Box& box) { return box.y0 <= above; });
    for (; rule != rules_.end() && rule->y0 < below; ++rule)
      if (rule->y1 < below && fits(*rule)) return true;
    return false;
  }

 private:
  std::vector<base::Box> rules_;
};

}  // namespace kehoach::layout
