// How an entry of a record's list is known again in another reading of the document, where its
// position and its values may differ.
#pragma once

#include <cstddef>
#include <optional>

#include "store/json_values.h"

namespace kehoach::store {

// The words that the entry was read from, what is printed of its figure or number, and where.
Json entry_anchor(const Json& entry);

// The entry of `list` that the anchor means: the same words and print, else the same print in
// words that overlap; of several, the nearest. None where no entry is it.
std::optional<std::size_t> anchored_entry(const Json& list, const Json& anchor);

}  // namespace kehoach::store
