// Why a filter leaves nothing.
#pragma once

#include <string>
#include <vector>

#include "store/filter.h"
#include "store/search/compiled_query.h"

namespace kehoach::store {

// What to tell of a query and a filter that found nothing: an archive without documents, filters
// that no document fits by themselves, how many the query finds without them. Empty: the words are
// the reason.
std::vector<std::string> why_nothing(Archive& archive, const Filter& filter,
                                     const CompiledQuery& query);

}  // namespace kehoach::store
