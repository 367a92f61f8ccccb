// The numbers and bullets that a browser draws before list items.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/text/mark.h"
#include "read/html/markup.h"

namespace kehoach::layout {

// Follows the lists that are open while the nodes of a page are walked.
class WebLists {
 public:
  // `node` opens: a list or an item counts. Gives the mark of an item, if one is drawn.
  std::optional<Mark> open(const read::MarkupNode& node);
  void close(const read::MarkupNode& node);

 private:
  struct List {
    MarkKind kind = MarkKind::kNone;  // kNone: nothing is drawn
    bool numbered = false, capital = false, roman = false, letters = false;
    int next = 1;
  };
  List begin(const read::MarkupNode& node) const;

  std::vector<List> lists_;
};

}  // namespace kehoach::layout
