// The text areas of pages, from where rows begin and end.
#pragma once

#include <vector>

#include "layout/pdf/flow_line.h"
#include "layout/pdf/page_text.h"

namespace kehoach::layout {

// One for each page; pages of few rows take those of the others of their width.
std::vector<Margins> find_margins(const std::vector<PageText>& pages);

// Of one column.
Margins margins_of(const std::vector<PageRow>& rows);

// The size of most letters.
double usual_size(const std::vector<PageText>& pages);

}  // namespace kehoach::layout
