#include "store/search/why_nothing.h"

#include "base/counted.h"
#include "store/search/hit_list.h"
#include "store/search/vocabulary.h"

namespace kehoach::store {
namespace {

struct Part {
  const char* option;
  Filter filter;
};

// Each condition by itself; those on figures are on one and the same figure.
std::vector<Part> parts(const Filter& whole) {
  std::vector<Part> out;
  const auto add = [&](const char* option, bool asked, auto copy) {
    if (!asked) return;
    out.push_back({option, {}});
    copy(out.back().filter);
  };
  add("--province", !whole.provinces.empty(), [&](Filter& f) { f.provinces = whole.provinces; });
  add("--year", whole.year_from || whole.year_to, [&](Filter& f) {
    f.year_from = whole.year_from;
    f.year_to = whole.year_to;
  });
  add("--type", !whole.types.empty(), [&](Filter& f) { f.types = whole.types; });
  add("--issuer", !whole.issuers.empty(), [&](Filter& f) { f.issuers = whole.issuers; });
  add("--indicator", !whole.indicators.empty(),
      [&](Filter& f) { f.indicators = whole.indicators; });
  add("--change", !whole.changes.empty(), [&](Filter& f) { f.changes = whole.changes; });
  add("--lead", !whole.leads.empty(), [&](Filter& f) { f.leads = whole.leads; });
  add("--due", !whole.due_from.empty() || !whole.due_to.empty(), [&](Filter& f) {
    f.due_from = whole.due_from;
    f.due_to = whole.due_to;
  });
  add("--cites", !whole.cites.empty(), [&](Filter& f) { f.cites = whole.cites; });
  return out;
}

std::string documents(std::size_t count) {
  if (count > kMostCounted) return "more than " + base::counted(kMostCounted, "document");
  return base::counted(count, "document");
}

}  // namespace

std::vector<std::string> why_nothing(Archive& archive, const Filter& filter,
                                     const CompiledQuery& query) {
  if (Vocabulary(archive).all_documents() == 0) return {"the archive holds no documents yet"};
  const std::vector<Part> asked = parts(filter);
  std::vector<std::string> out;
  for (const Part& part : asked)
    if (count_hits(archive, part.filter, {}, 1) == 0)
      out.push_back(std::string("no document of the archive fits ") + part.option);
  if (!out.empty() || asked.empty()) return out;
  const bool has_words = !query.expression.empty();
  Filter unsure = filter;
  unsure.min_confidence = 0;
  if (filter.min_confidence > 0)
    if (const std::size_t less = count_hits(archive, unsure, query, kMostCounted + 1); less > 0)
      return {"without --min-confidence, " + documents(less) + " would be found"};
  const std::size_t without = has_words ? count_hits(archive, {}, query, kMostCounted + 1) : 0;
  if (without > 0) return {"without the filters, " + documents(without) + " would be found"};
  if (!has_words && asked.size() > 1)
    return {"each of the filters fits some documents, no document fits all of them"};
  return out;
}

}  // namespace kehoach::store
