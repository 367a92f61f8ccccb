// How HTML5 tree building treats an element of a given name: the lists of the standard's section
// 13.2.6, as far as the depth of a page depends on them.
#pragma once

#include <gumbo.h>

#include <cstdint>

namespace kehoach::read {

struct TagTraits {
  bool empty : 1 = false;             // has no content and no end tag: <br>
  bool special : 1 = false;           // end tags of ordinary elements do not reach beyond it
  bool scope : 1 = false;             // end tags of blocks do not reach beyond it: <td>
  bool closes_paragraph : 1 = false;  // its start tag ends an open <p>
  bool scoped_end : 1 = false;        // its end tag ends whatever is open in it
  bool formatting : 1 = false;        // reopened in the next block if not closed: <b>
  bool heading : 1 = false;
  bool breaks_line : 1 = false;  // what stands in it and what follows are two lines
};

const TagTraits& traits(GumboTag tag);

}  // namespace kehoach::read
