// Text set in columns: where a page has a gutter that its rows keep free.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/pdf/flow_line.h"
#include "layout/pdf/page_text.h"

namespace kehoach::layout {

struct Gutter {
  std::size_t begin = 0, end = 0;  // rows
  double x = 0;
};

// Among rows [from, to). Columns of running text only, whose lines are mostly full: the cells of a
// table without lines stand beside each other too, but belong together row by row. Linear in the
// words.
std::optional<Gutter> find_gutter(const std::vector<PageRow>& rows, std::size_t from,
                                  std::size_t to, const Margins& margins);

// Words left and right of it.
struct GutterParts {
  PageRow left, right;
};
GutterParts part_at(const PageRow& row, double x);

}  // namespace kehoach::layout
