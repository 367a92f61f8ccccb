// What a source with structure (a web page) says for sure of its lines, before any word is looked
// at. A plain text says nothing.
#pragma once

#include <optional>
#include <vector>

#include "base/span.h"
#include "layout/document.h"
#include "layout/text/mark.h"

namespace kehoach::layout {

// How a line is drawn: lines all in bold head what follows, where words alone could not tell.
enum class Weight { kUnknown, kPlain, kBold };

struct GivenLine {
  enum class Kind {
    kText,      // words decide what it is
    kHeadline,  // the page's own
    kContent,   // the page's own, whatever its words look like
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
  // Of a text line: the block that it is, whatever its words say.
  std::optional<BlockKind> block;
  int level = 0;  // of that block, if it is a heading or an item
  Weight weight = Weight::kUnknown;
  bool whole = false;  // a whole paragraph: never joined with its neighbours
  // Of a text whose every line is set as a paragraph: may go on with the line before.
  bool wrapped = false;
};

}  // namespace kehoach::layout
