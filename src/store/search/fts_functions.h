// What SQLite's full-text search needs of us: the cutting into words, and the weighing of hits.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <string>
#include <vector>

namespace kehoach::store {

// How much a phrase of the query says. Phrases of one group that follow each other count as one:
// the words that an open end stands for.
struct PhraseWeight {
  double weight = 0;  // 0: it does not count
  std::int64_t group = 0;
};

// What must stand in a row: for each place of it, phrases of the query (single words, by their
// number) of which one stands there; none: any word may.
using WordRow = std::vector<std::vector<std::int64_t>>;

// As SQL hands them over.
std::string packed(const std::vector<PhraseWeight>& weights);
std::string packed(const std::vector<WordRow>& rows);

// Makes known to this connection:
// - the tokenizer "kehoach": words that were cut before (store/search/prepared_text.h), between
//   spaces; "|" stands between words of one position;
// - the function relevance(document_text, weights): how well the row fits, higher is better: BM25
//   with the weights given, since SQLite's own goes through all rows of a phrase to find its
//   weight;
// - the function in_a_row(document_text, rows): whether each of the rows stands somewhere.
// Throws base::Error "archive".
void register_search_functions(sqlite3* database);

}  // namespace kehoach::store
