// The tables of a web page: which hold data and which only place things, and the grid of the
// former.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "match/matcher.h"
#include "read/html/markup.h"

namespace kehoach::layout {

struct WebCell {
  std::size_t node = 0;    // <td> or <th>
  std::size_t column = 0;  // of the grid
  int rowspan = 1, colspan = 1;
  bool header = false;
};

struct WebTable {
  std::optional<std::size_t> caption;      // node
  std::vector<std::vector<WebCell>> rows;  // without those that hold no text
};

// The table at `node` if it holds data: rows and columns of cells. A letterhead in two columns, a
// signature beside recipients, a page in three columns, a list of headlines with pictures are none.
// Spans are clipped to the table; where they would blow the grid up beyond its cells they count as
// one. Linear in the nodes of the table.
std::optional<WebTable> read_web_table(const read::Markup& markup, std::size_t node,
                                       const match::Matcher& matcher);

}  // namespace kehoach::layout
