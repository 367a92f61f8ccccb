// The letters of a word between the signs before and behind it, and which words stand together.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "layout/pdf/page_text.h"

namespace kehoach::layout {

struct WordCore {
  std::size_t begin = 0, end = 0;  // end 0: it has no letters
  bool plain = true;               // nothing but letters

  std::string_view of(const std::string& text) const {
    return std::string_view(text).substr(begin, end - begin);
  }
};

WordCore core_of(const std::string& text);

// Words of a row that are no cells or columns apart.
bool stand_together(const PageWord& left, const PageWord& right);
// The row is the next line of what the one above says, as far as its height on the page tells.
bool lies_below(const PageRow& above, const PageRow& row);

// Puts `letters` in place of the word's own; it keeps what was read as its original.
void put_letters(PageWord& word, const WordCore& core, std::string_view letters);

}  // namespace kehoach::layout
