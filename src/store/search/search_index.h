// The full-text index, kept in step with the documents.
//
// Contract: every committed Transaction leaves the index saying what the tables say: triggers note
// which documents changed, and the transaction's end calls update_search_index(). Rows stand in the
// order of dates, so that the newest hits come first for nothing; a document's own id never
// changes, its row in the index does when its date changes.
// Refused: FTS5's external content (it reads the old text again to take it out, when it is gone
// already); an index that is rebuilt at times (search would not know the latest plan).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/archive.h"
#include "store/search/prepared_text.h"

namespace kehoach::store {

// Takes in what changed since the last call. Cost: the texts of those documents. To be called
// within a transaction.
void update_search_index(Archive& archive);

// Has everything indexed anew by the next transaction's end.
void forget_search_index(Archive& archive);

// The index grows in parts, and a query has to look into each of them. Puts them together into one
// where that pays: a third of all documents was written since it was last done, and there are at
// least `fewest`. A bounded piece of the work, in a transaction of its own; false: nothing is left
// to do. Whenever it is stopped the index is whole, and the next call goes on.
inline constexpr std::int64_t kFewestMerged = 5000;
bool merge_search_index(Archive& archive, std::int64_t fewest = kFewestMerged);

// What stands in the index for a document with this head and these facets (as search_rows has
// them); its words go to `counter`.
struct IndexedColumns {
  std::string head, body, facets;
};
IndexedColumns indexed_columns(std::string_view head, std::string_view facets,
                               const PreparedText& text, WordCounter& counter);

// Rows of one day begin here and take up kRowsOfDay; of the day before: one kRowsOfDay lower.
// `date`: "2022-07-15", or only its year; anything else stands before every date.
inline constexpr std::int64_t kRowsOfDay = std::int64_t{1} << 24;
std::int64_t first_row(const std::optional<std::string>& date);

}  // namespace kehoach::store
