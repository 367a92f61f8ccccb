// What a document says at a place of its text, and on which page that stands.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "store/archive.h"
#include "store/filter.h"
#include "store/search/search.h"

namespace kehoach::store {

// The page of this place (code points of the version's text). Of versions that were stored without
// their pages, as near as values tell: the page of the last value before it.
std::optional<std::int64_t> page_of(Archive& archive, std::int64_t version, std::size_t position);

// Values whose evidence touches [start, end); of entries at most `most`.
std::vector<FoundValue> values_at(Archive& archive, std::int64_t version, std::size_t start,
                                  std::size_t end, std::size_t most = 3);

// Entries of the version that the filter asks for, the surest first; none if it asks for none.
std::vector<FoundValue> values_asked_for(Archive& archive, const Filter& filter,
                                         std::int64_t version, std::size_t most = 3);

}  // namespace kehoach::store
