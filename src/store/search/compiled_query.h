// A query as the full-text table takes it, with what is needed to weigh hits and to show them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/search/fts_functions.h"
#include "store/search/query_syntax.h"
#include "store/search/vocabulary.h"

namespace kehoach::store {

// Words in a row; at each place any of several.
struct QueryPhrase {
  std::vector<std::vector<std::string>> places;
  bool open_end = false;  // the last place's words are beginnings
  bool wanted = true;     // false below NOT
};

struct CompiledQuery {
  std::string expression;             // of FTS5; every word quoted, nothing that was typed outside
  std::vector<PhraseWeight> weights;  // of the expression's phrases, in their order
  std::vector<WordRow> rows;          // what the expression does not ask, and must stand too
  std::vector<QueryPhrase> phrases;   // as typed, for showing
  std::vector<std::string> notes;     // what the person should know
};

// Words typed without marks stand for all marks, words with marks for themselves. An open end takes
// in the commonest 100 words that begin so. Empty expression: nothing in it to search for (signs
// only).
CompiledQuery compile_query(const QueryNode& query, Vocabulary& vocabulary);

}  // namespace kehoach::store
