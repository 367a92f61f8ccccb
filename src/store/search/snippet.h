// Where in a text a query's words stand, and the stretch that shows them best.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/search/compiled_query.h"

namespace kehoach::store {

struct Place {
  std::size_t begin = 0, end = 0;  // bytes
};

struct Snippet {
  std::string text;            // one line, "…" where it was cut
  std::vector<Place> matches;  // in `text`
  Place source;                // of the first match, in the text that was searched
};

// The stretch of about `length` bytes with the most different phrases of the query, the earliest of
// those; nothing if none of them stands there. Linear in the text; of a text over 1 MiB, what comes
// behind that is looked at only while nothing was found.
std::optional<Snippet> find_snippet(std::string_view text, const CompiledQuery& query,
                                    std::size_t length = 200);

}  // namespace kehoach::store
