// What stands at the edges of pages and is no part of their text: running headers and footers, page
// numbers, footnotes.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "layout/flow_line.h"
#include "layout/page_text.h"

namespace kehoach::layout {

enum class RowRole { kText, kRunning, kPageNumber, kFootnote };

// One role for each row of each page. `inside`: rows of tables or boxes, which stay text.
std::vector<std::vector<RowRole>> find_row_roles(const std::vector<PageText>& pages,
                                                 const std::vector<Margins>& margins,
                                                 const std::vector<std::vector<char>>& inside,
                                                 double text_size);

// The mark that a footnote's first row begins with: "1", "*"; empty where the row begins none.
std::string footnote_label(const PageRow& row);

}  // namespace kehoach::layout
