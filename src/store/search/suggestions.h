// What a person may have meant by a query that finds nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "store/search/query_syntax.h"
#include "store/search/search.h"
#include "store/search/vocabulary.h"

namespace kehoach::store {

// Queries near the one that was typed which find something, the best first, at most three: words
// that no document has, spelt as one that is there (marks, a letter more, less, other or swapped);
// marks left away; a phrase's words apart; a word left out. `count` tells how many documents a
// query finds.
std::vector<Suggestion> suggest(const QueryNode& query, Vocabulary& vocabulary,
                                const std::function<std::size_t(const QueryNode&)>& count);

// The query as it is typed.
std::string typed_query(const QueryNode& node);

}  // namespace kehoach::store
