// What a person types to search → a tree of words and phrases.
//
// Purpose: a small language of our own, so that nothing that is typed reaches SQLite as syntax.
// Contract: words side by side must all occur; "…" (also curly) are words in a row; AND, OR, NOT in
// capitals; brackets; a star at the end of a word or phrase leaves its end open. NOT takes away
// from what stands beside it. All other signs separate words. Throws base::Error "query-syntax"
// (what is wrong, the query, a caret below the place) and "query-too-long". Linear in the query,
// which may be any bytes. Example: `"cải cách" (sipas OR par*) NOT 2021`. Refused: FTS5's own
// syntax (":", "^", "+", "NEAR" and columns mean something there, and an error says nothing of
// where); "-word" for NOT (titles and years are typed with dashes).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::store {

inline constexpr std::size_t kLongestQuery = 16 << 10;  // bytes

struct QueryNode {
  enum class Kind {
    kTerms,  // words in a row, as typed
    kAll,    // all children, none of `without`
    kAny,
  };
  Kind kind = Kind::kAll;
  std::string text;  // of kTerms
  bool open_end = false;
  std::vector<QueryNode> children;
  std::vector<QueryNode> without;  // of kAll
};

QueryNode parse_query(std::string_view query);

// "(a b)": for tests and messages. Children of kAll in brackets, of kAny in angle brackets.
std::string to_text(const QueryNode& node);

}  // namespace kehoach::store
