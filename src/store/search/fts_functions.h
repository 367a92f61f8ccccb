// What SQLite's full-text search needs of us: the cutting into words, and the weighing of hits.
#pragma once

#include <sqlite3.h>

namespace kehoach::store {

// Makes known to this connection:
// - the tokenizer "kehoach": words that were cut before (store/search/prepared_text.h), separated
// by
//   spaces; "|" separates words of one position;
// - the function relevance(document_text, weights): how well the row fits, higher is better; BM25
//   with the weight of each phrase given (a blob of doubles, in the order of the query's phrases),
//   since SQLite's own goes through all rows of each phrase to find it.
// Throws base::Error "archive".
void register_search_functions(sqlite3* database);

}  // namespace kehoach::store
