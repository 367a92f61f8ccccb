// Words of rows and tables that a machine read off an image.
#pragma once

#include <functional>
#include <string_view>

#include "layout/tables/page_table.h"

namespace kehoach::layout {

bool was_recognised(const PageRow& row);  // any word of it
bool was_recognised(const PageTable& table);

// Has a cell of the table such a line?
bool any_line(const PageTable& table, const std::function<bool(const PageRow&)>& is);

// What dirt is taken for has neither.
bool has_letter_or_digit(std::string_view text);

}  // namespace kehoach::layout
