// How sure it is that words were read right, where they were read off an image.
#pragma once

#include "layout/document.h"

namespace kehoach::layout {

struct Certainty {
  double least = 1, mean = 1;  // of the words that stand there; 1 for text that was not recognised
};

// O(log n) and the words of the span.
Certainty certainty_of(const Document& document, base::SourceSpan span);

}  // namespace kehoach::layout
