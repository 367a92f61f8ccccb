// Where a stretch in capitals ends: in one flow the change of case is all that parts a title or a
// heading from the sentence after it.
#pragma once

#include <cstddef>

#include "layout/text/stream.h"

namespace kehoach::layout {

// The end of the stretch in capitals that begins at token i: the first token that belongs to a
// sentence. Numbers, signs, codes ("31/CT-TTg") and whatever stands in quotes belong to the
// stretch. Stops at the end of the line unless `over_lines` and the next line is in capitals too.
// Gives i if none begins there.
std::size_t capitals_end(const Stream& stream, std::size_t i, bool over_lines);

// Words in capitals in [begin, end).
std::size_t capital_words(const Stream& stream, std::size_t begin, std::size_t end);

}  // namespace kehoach::layout
