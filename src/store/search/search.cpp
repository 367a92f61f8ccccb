#include "store/search/search.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "base/utf8.h"
#include "store/put_record.h"
#include "store/read_snapshot.h"
#include "store/search/compiled_query.h"
#include "store/search/found_values.h"
#include "store/search/hit_list.h"
#include "store/search/suggestions.h"
#include "store/search/vocabulary.h"
#include "store/search/why_nothing.h"

namespace kehoach::store {
namespace {

constexpr std::size_t kFacetValues = 10;  // of each facet, the most frequent

Hit read_hit(Archive& archive, const HitRow& row) {
  Hit hit;
  hit.score = row.score;
  Statement& found =
      archive.statement("SELECT document_id FROM search_rows WHERE id = ?").bind(row.row);
  if (!found.step()) return hit;
  if (auto line = document_line(archive, found.integer(0))) hit.document = std::move(*line);
  return hit;
}

// Where its words stand, and what the document says there.
void show_place(Archive& archive, const CompiledQuery& query, Hit& hit) {
  const std::string text = stored_text(archive, hit.document.version);
  hit.snippet = find_snippet(text, query);
  if (!hit.snippet) return;
  const std::string_view whole = text;
  const Place place = hit.snippet->source;
  hit.start = base::code_points(whole.substr(0, place.begin));
  hit.end = hit.start + base::code_points(whole.substr(place.begin, place.end - place.begin));
  hit.page = page_of(archive, hit.document.version, hit.start);
  if (hit.values.empty()) hit.values = values_at(archive, hit.document.version, hit.start, hit.end);
}

Hit shown_hit(Archive& archive, const SearchRequest& request, const CompiledQuery& query,
              const HitRow& row) {
  Hit hit = read_hit(archive, row);
  hit.values = values_asked_for(archive, request.filter, hit.document.version);
  if (!query.phrases.empty()) show_place(archive, query, hit);
  return hit;
}

struct FacetSource {
  const char* name;
  const char* sql;  // values of one row of the index
};

constexpr FacetSource kFacetSources[] = {
    {"province",
     "SELECT d.province FROM search_rows r JOIN documents d ON d.id = r.document_id WHERE r.id = "
     "?"},
    {"year",
     "SELECT d.year FROM search_rows r JOIN documents d ON d.id = r.document_id WHERE r.id = ?"},
    {"type",
     "SELECT d.doc_type FROM search_rows r JOIN documents d ON d.id = r.document_id WHERE r.id = "
     "?"},
    {"issuer",
     "SELECT d.issuer FROM search_rows r JOIN documents d ON d.id = r.document_id WHERE r.id = ?"},
    {"indicator",
     "SELECT DISTINCT t.indicator_code FROM search_rows r JOIN targets t"
     " ON t.version_id = r.version_id WHERE r.id = ?"},
};

Facet count_facet(Archive& archive, const FacetSource& source,
                  const std::vector<std::int64_t>& rows) {
  std::map<std::string, std::size_t> counts;
  for (const std::int64_t row : rows) {
    Statement& values = archive.statement(source.sql).bind(row);
    while (values.step())
      if (!values.is_null(0)) ++counts[values.text(0)];
  }
  Facet facet{source.name, {counts.begin(), counts.end()}};
  std::stable_sort(facet.values.begin(), facet.values.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (facet.values.size() > kFacetValues) facet.values.resize(kFacetValues);
  return facet;
}

// Signs alone are no query, and not what "everything" is asked by.
CompiledQuery compiled(Archive& archive, const std::optional<QueryNode>& tree,
                       std::vector<std::string>& notes) {
  if (!tree) return {};
  Vocabulary vocabulary(archive);
  CompiledQuery query = compile_query(*tree, vocabulary);
  if (query.expression.empty())
    throw base::Error("query-syntax",
                      "cannot search: the query has no letters or digits; leave it out to list "
                      "every document that the filters choose");
  notes = query.notes;
  return query;
}

std::vector<Suggestion> suggestions(Archive& archive, const Filter& filter, const QueryNode& tree) {
  Vocabulary vocabulary(archive);
  return suggest(tree, vocabulary, [&](const QueryNode& other) {
    const CompiledQuery query = compile_query(other, vocabulary);
    return query.expression.empty() ? 0 : count_hits(archive, filter, query, kMostCounted + 1);
  });
}

}  // namespace

SearchAnswer search(Archive& archive, const SearchRequest& request) {
  std::optional<QueryNode> tree;
  if (!request.query.empty()) tree = parse_query(request.query);
  const ReadSnapshot snapshot(archive);
  SearchAnswer answer;
  const CompiledQuery query = compiled(archive, tree, answer.notes);
  const HitList list = list_hits(archive, request, query);
  answer.total = list.total;
  answer.more = list.more;
  answer.ranked = list.ranked;
  for (const HitRow& row : list.page)
    answer.hits.push_back(shown_hit(archive, request, query, row));
  if (request.facets)
    for (const FacetSource& source : kFacetSources)
      answer.facets.push_back(count_facet(archive, source, list.rows));
  if (request.facets) answer.facets_of = list.rows.size();
  if (answer.total == 0)
    for (std::string& reason : why_nothing(archive, request.filter, query))
      answer.notes.push_back(std::move(reason));
  if (answer.total == 0 && tree) answer.suggestions = suggestions(archive, request.filter, *tree);
  return answer;
}

}  // namespace kehoach::store
