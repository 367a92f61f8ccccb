#include "language/normalize.h"

#include <utility>

#include "language/edits.h"
#include "language/normalize_steps.h"

namespace kehoach::language {

Normalized normalize(std::string_view utf8) {
  Normalized text = clean_characters(utf8);
  for (auto* step : {compose_letters, join_codes, join_syllables}) {
    Normalized next = step(text.utf8);
    if (next.edits.empty()) continue;
    next.edits = compose(text.edits, next.edits);
    text = std::move(next);
  }
  return text;
}

}  // namespace kehoach::language
