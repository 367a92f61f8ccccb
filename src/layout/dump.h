// A document's blocks as text, one a line, for tests and for people.
#pragma once

#include <string>

#include "layout/document.h"

namespace kehoach::layout {

// "kind [label] level pN (note): text", a part, label, level or note only where there is one.
std::string dump(const Document& document);

}  // namespace kehoach::layout
