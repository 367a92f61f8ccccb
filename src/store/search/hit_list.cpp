#include "store/search/hit_list.h"

#include <algorithm>

#include "store/search/facets.h"

namespace kehoach::store {
namespace {

// Both parts as one expression of FTS5; empty: every document.
std::string whole_expression(const Filter& filter, const CompiledQuery& query) {
  const std::string facets = facet_expression(filter);
  if (query.expression.empty() || facets.empty()) return query.expression + facets;
  return "(" + query.expression + ") AND (" + facets + ")";
}

// Steps through the rows that fit, the newest first.
class Rows {
 public:
  Rows(Archive& archive, const Filter& filter, const CompiledQuery& query, bool ranked)
      : rows_(archive.prepare(sql(filter, query, ranked))) {
    const std::string expression = whole_expression(filter, query);
    weights_ = packed(query.weights);
    words_ = packed(query.rows);
    if (!expression.empty()) rows_.bind(expression, Blob{weights_}, Blob{words_});
    if (needs_closer_look(filter)) look_closer(archive, filter);
  }

  bool next(HitRow& row) {
    while (rows_.step()) {
      row = {rows_.integer(0), rows_.real(1)};
      if (chosen(row.row)) return true;
    }
    return false;
  }

 private:
  static std::string sql(const Filter& filter, const CompiledQuery& query, bool ranked) {
    if (whole_expression(filter, query).empty())
      return "SELECT id, 0 FROM search_rows ORDER BY id DESC";
    const std::string score = ranked ? "relevance(document_text, ?2)" : "?2 IS NULL";
    const std::string rows = query.rows.empty() ? "?3 IS NOT NULL" : "in_a_row(document_text, ?3)";
    return "SELECT rowid, " + score + " FROM document_text WHERE document_text MATCH ?1 AND " +
           rows + " ORDER BY rowid DESC";
  }

  void look_closer(Archive& archive, const Filter& filter) {
    Filter entries = filter;  // the rest is in the expression
    entries.provinces = entries.types = entries.issuers = {};
    entries.year_from = entries.year_to = std::nullopt;
    condition_ = document_condition(entries);
    closer_.emplace(
        archive.prepare("SELECT 1 FROM search_rows r JOIN documents d ON d.id = r.document_id"
                        " WHERE " +
                        condition_.sql + " AND r.id = ?"));
  }

  bool chosen(std::int64_t row) {
    if (!closer_) return true;
    std::vector<SqlValue> parameters = condition_.parameters;
    parameters.emplace_back(row);
    closer_->bind_all(parameters);
    return closer_->step();
  }

  Statement rows_;
  std::string weights_, words_;
  Condition condition_;
  std::optional<Statement> closer_;
};

bool better(const HitRow& a, const HitRow& b) {
  return a.score != b.score ? a.score > b.score : a.row > b.row;
}

// The page of the best among those that were looked at.
void rank(HitList& list, std::vector<HitRow> ranked, const SearchRequest& request) {
  std::sort(ranked.begin(), ranked.end(), better);
  for (std::size_t i = request.offset; i < ranked.size() && list.page.size() < request.limit; ++i)
    list.page.push_back(ranked[i]);
}

}  // namespace

HitList list_hits(Archive& archive, const SearchRequest& request, const CompiledQuery& query) {
  HitList list;
  list.ranked = request.order == SearchRequest::Order::kRelevance && !query.expression.empty();
  const std::size_t page_end = request.offset + request.limit;
  const std::size_t counted = needs_closer_look(request.filter) ? kMostCountedCloser
                              : request.facets                  ? kMostInFacets
                                                                : kMostCounted;
  const std::size_t most = list.ranked ? kMostRanked : std::max(counted, page_end);
  std::vector<HitRow> seen;
  Rows rows(archive, request.filter, query, list.ranked);
  for (HitRow row; rows.next(row); ++list.total) {
    if (list.total == most) {
      list.more = true;
      break;
    }
    if (list.rows.size() < kMostInFacets) list.rows.push_back(row.row);
    if (list.ranked)
      seen.push_back(row);
    else if (list.total >= request.offset && list.total < page_end)
      list.page.push_back(row);
  }
  if (list.ranked) rank(list, std::move(seen), request);
  return list;
}

std::size_t count_hits(Archive& archive, const Filter& filter, const CompiledQuery& query,
                       std::size_t most) {
  Rows rows(archive, filter, query, false);
  std::size_t count = 0;
  for (HitRow row; count < most && rows.next(row); ++count) {
  }
  return count;
}

}  // namespace kehoach::store
