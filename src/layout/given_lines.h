// What a source with structure (a web page) says for sure of its lines, before any word is looked
// at. A plain text says nothing.
#pragma once

#include <optional>
#include <vector>

#include "base/span.h"
#include "layout/document.h"
#include "layout/mark.h"

namespace kehoach::layout {

struct GivenLine {
  enum class Kind {
    kText,      // words decide what it is
    kHeadline,  // the page's own
    kTableRow,  // with `cells`
    kApart,     // not part of the text that words are looked up in: spaces to every reader
  };
  Kind kind = Kind::kText;
  base::ContentSpan span;  // the whole line, without the spaces around it
  // The number or bullet of a list that a browser draws: no characters of the text (size 0).
  std::optional<Mark> mark;
  int heading = 0;  // level of a heading, 1 the outermost; 0: not said to be one
  int table = -1;   // of a row: which table of the document
  std::vector<Cell> cells;
};

}  // namespace kehoach::layout
