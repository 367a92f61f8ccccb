// What stands at the edges of pages and is no part of their text: running headers and footers, page
// numbers, footnotes.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "layout/pdf/flow_line.h"
#include "layout/pdf/page_text.h"

namespace kehoach::layout {

enum class RowRole { kText, kRunning, kPageNumber, kFootnote };

// One role for each row of each page. `inside`: rows of tables or boxes, which stay text.
std::vector<std::vector<RowRole>> find_row_roles(const std::vector<PageText>& pages,
                                                 const std::vector<Margins>& margins,
                                                 const std::vector<std::vector<char>>& inside,
                                                 double text_size);

// What a raised word says as a mark, without brackets and stops: "1" of "[1],".
std::string bare_mark(const std::string& word);
// The marks of all raised words of a page.
std::set<std::string> raised_marks(const PageText& page);

// The mark that a footnote's first row begins with: "1", "*"; empty where the row begins none. It
// is raised, or one of `marks`, which stand raised in the text, and may then be glued to the row's
// text.
std::string footnote_label(const PageRow& row, const std::set<std::string>& marks);

}  // namespace kehoach::layout
