// A new end for a PDF that lost its own.
//
// Downloads break off: what is gone is the table of objects and the trailer, which stand last, and
// with some producers the page tree too. Poppler finds the objects again by itself, but must be
// told which is the catalogue.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::read {

// What to append to `file` so that Poppler can read it: a trailer that names its catalogue or, if
// there is none, a catalogue of the pages that are found. Empty if there are none. Linear.
std::string new_end(std::string_view file);

}  // namespace kehoach::read
