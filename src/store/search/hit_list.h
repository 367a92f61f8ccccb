// The rows of the index that fit a request, in its order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/archive.h"
#include "store/search/compiled_query.h"
#include "store/search/search.h"

namespace kehoach::store {

struct HitRow {
  std::int64_t row = 0;
  double score = 0;
};

struct HitList {
  std::vector<HitRow> page;        // from the request's offset on
  std::vector<std::int64_t> rows;  // of the newest, at most kMostInFacets
  std::size_t total = 0;           // seen
  bool more = false;
  bool ranked = false;  // relevance was asked for, and there are words to weigh
};

HitList list_hits(Archive& archive, const SearchRequest& request, const CompiledQuery& query);

// How many documents the query finds, up to `most`.
std::size_t count_hits(Archive& archive, const Filter& filter, const CompiledQuery& query,
                       std::size_t most);

}  // namespace kehoach::store
