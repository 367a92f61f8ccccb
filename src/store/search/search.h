// A query over the archive → the documents that fit, a page of them at a time.
//
// Purpose: find a plan again by its words, its number, its people and places, and what it promised.
// Contract: hits are documents, by their current version. Newest first (by date of issue, else of
// publication) or by relevance; relevance ranks the newest 2,000 hits, and the answer says so where
// there are more. Totals count up to 200 hits, or to the end of the page; facets (and totals with
// them) up to 1,000; both up to 100 where a filter has to look into the entries of each document;
// and say where there are more. One answer sees the archive as it is at one moment, also while an
// ingest writes it. Throws base::Error "query-syntax", "query-too-long", and those of statement.h.
// Example: search(archive, {.query = "\"cải cách hành chính\" sipas"}). Refused: counting and
// ranking every hit (seconds over a million plans); offsets into other archives' answers (a page is
// asked for again, not kept).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/archive.h"
#include "store/filter.h"
#include "store/relations.h"
#include "store/search/snippet.h"

namespace kehoach::store {

inline constexpr std::size_t kMostRanked = 2000;
inline constexpr std::size_t kMostCounted = 200;
inline constexpr std::size_t kMostInFacets = 1000;
inline constexpr std::size_t kMostCountedCloser = 100;  // where filters look into every entry

struct SearchRequest {
  enum class Order { kNewest, kRelevance };
  std::string query;  // empty: all documents that the filter chooses
  Filter filter;
  Order order = Order::kNewest;
  std::size_t offset = 0, limit = 20;
  bool facets = false;
};

// What a document says at the place that was found, or what the filter asked for.
struct FoundValue {
  std::string kind;  // number, title …; target, result, task, citation
  std::string text;
  double confidence = 0;
  std::optional<std::int64_t> page;
};

struct Hit {
  DocumentLine document;
  double score = 0;  // only of relevance
  std::optional<Snippet> snippet;
  std::size_t start = 0, end = 0;    // of its first match in the text, in code points
  std::optional<std::int64_t> page;  // of its first match
  std::vector<FoundValue> values;
};

struct Facet {
  std::string name;
  std::vector<std::pair<std::string, std::size_t>> values;  // the most frequent first
};

struct Suggestion {
  std::string query;
  std::size_t documents = 0;  // that it finds; at most kMostCounted
  bool more = false;          // there are more
  std::string why;
};

struct SearchAnswer {
  std::vector<Hit> hits;
  std::size_t total = 0;
  bool more = false;    // there are more than `total`; where it is ranked, only so many were ranked
  bool ranked = false;  // by relevance: without words there is none
  std::vector<Facet> facets;            // of the newest hits
  std::size_t facets_of = 0;            // of how many
  std::vector<Suggestion> suggestions;  // only where nothing was found
  std::vector<std::string> notes;       // what the person should know of the query, or of filters
};

SearchAnswer search(Archive& archive, const SearchRequest& request);

}  // namespace kehoach::store
