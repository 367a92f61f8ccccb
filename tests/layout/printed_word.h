// A word as print of 13 points has it, for tests that put pages together out of words.
#pragma once

#include <string>

#include "layout/pdf/page_text.h"

namespace kehoach::layout {

// Begins at x, on the baseline y, and is `width` points wide.
inline PageWord printed_word(double x, double y, const std::string& text, double width = 30) {
  PageWord word;
  word.text = text;
  word.size = 13;
  word.baseline = y;
  word.box = {x, y - 10, x + width, y};
  return word;
}

}  // namespace kehoach::layout
