// Why a filter leaves nothing.
#pragma once

#include <string>
#include <vector>

#include "store/search/compiled_query.h"
#include "store/search/search.h"

namespace kehoach::store {

// What to tell of a request that found nothing: an archive without documents, filters that no
// document fits by themselves, how many the query finds without them. Empty: the words are the
// reason.
std::vector<std::string> why_nothing(Archive& archive, const SearchRequest& request,
                                     const CompiledQuery& query);

}  // namespace kehoach::store
