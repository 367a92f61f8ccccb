// Does the full-text index say what the stored texts say?
#pragma once

#include <functional>

#include "store/archive.h"
#include "store/check/findings.h"

namespace kehoach::store {

// Every document has its row in the index, of its current version, and no other row is there.
void check_index_rows(Archive& archive, const FindingSink& found);

// Every row holds the words of its document's text at their places, and none else: all of the index
// is read, and all texts are cut anew. `goes_on` is asked before each text. Reads only: FTS5's own
// integrity check takes the right to write.
void check_index_words(Archive& archive, const FindingSink& found,
                       const std::function<bool()>& goes_on);

}  // namespace kehoach::store
