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

std::string bytes_of(const std::vector<double>& weights) {
  return {reinterpret_cast<const char*>(weights.data()), weights.size() * sizeof(double)};
}

// Steps through the rows that fit, the newest first.
class Rows {
 public:
  Rows(Archive& archive, const Filter& filter, const CompiledQuery& query, bool ranked)
      : rows_(make(archive, whole_expression(filter, query), ranked)) {
    if (ranked) weights_ = bytes_of(weights_of(query));
    bind(whole_expression(filter, query), ranked);
    if (needs_closer_look(filter)) look_closer(archive, filter);
  }

  bool next(HitRow& row) {
    while (rows_.step()) {
      row = {rows_.integer(0), rows_.columns() > 1 ? rows_.real(1) : 0};
      if (chosen(row.row)) return true;
    }
    return false;
  }

 private:
  static Statement make(Archive& archive, const std::string& expression, bool ranked) {
    if (expression.empty()) return archive.prepare("SELECT id FROM search_rows ORDER BY id DESC");
    return archive.prepare(ranked ? "SELECT rowid, relevance(document_text, ?2) FROM document_text"
                                    " WHERE document_text MATCH ?1 ORDER BY rowid DESC"
                                  : "SELECT rowid FROM document_text WHERE document_text MATCH ?1"
                                    " ORDER BY rowid DESC");
  }

  void bind(const std::string& expression, bool ranked) {
    if (expression.empty()) return;
    if (ranked)
      rows_.bind(expression, Blob{weights_});
    else
      rows_.bind(expression);
  }

  void look_closer(Archive& archive, const Filter& filter) {
    add_filter_functions(archive);
    condition_ = document_condition(filter);
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
  std::string weights_;
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
  const bool ranked =
      request.order == SearchRequest::Order::kRelevance && !query.expression.empty();
  const std::size_t page_end = request.offset + request.limit;
  const std::size_t most = ranked ? kMostRanked : std::max(kMostCounted, page_end);
  HitList list;
  std::vector<HitRow> seen;
  Rows rows(archive, request.filter, query, ranked);
  for (HitRow row; rows.next(row); ++list.total) {
    if (list.total == most) {
      list.more = true;
      break;
    }
    if (list.rows.size() < kMostCounted) list.rows.push_back(row.row);
    if (ranked)
      seen.push_back(row);
    else if (list.total >= request.offset && list.total < page_end)
      list.page.push_back(row);
  }
  if (ranked) rank(list, std::move(seen), request);
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
