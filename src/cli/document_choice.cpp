#include "cli/document_choice.h"

#include "base/error.h"
#include "output/value_json.h"

namespace kehoach::cli {
namespace {

constexpr std::size_t kNamed = 5;

std::string list(const std::vector<store::DocumentLine>& documents) {
  std::string out;
  for (std::size_t i = 0; i < documents.size() && i < kNamed; ++i)
    out += "\n  " + std::to_string(documents[i].id) + "  " + name_of(documents[i]);
  if (documents.size() > kNamed)
    out += "\n  and " + std::to_string(documents.size() - kNamed) + " more";
  return out;
}

}  // namespace

store::DocumentLine chosen_document(store::Archive& archive, const std::string& typed) {
  const std::vector<store::DocumentLine> found = store::documents_named(archive, typed);
  if (found.empty())
    throw base::Error(
        "document", archive.path() + " has no document " + typed + "; kehoach search finds its id");
  if (found.size() > 1)
    throw base::Error("document", std::to_string(found.size()) + " documents have the number " +
                                      typed + "; give the id of one:" + list(found));
  if (found.front().version == 0)
    throw base::Error("document", "document " + typed +
                                      " is empty: what it held was found to be another document's");
  return found.front();
}

std::string name_of(const store::DocumentLine& document) {
  std::string out;
  for (const std::string* part : {&document.number, &document.date, &document.issuer})
    if (!part->empty()) out += (out.empty() ? "" : ", ") + *part;
  return out.empty() ? document.title : out;
}

output::Json document_json(const store::DocumentLine& document) {
  using output::text_or_null;
  return {{"id", document.id},
          {"role", text_or_null(document.role)},
          {"number", text_or_null(document.number)},
          {"type", text_or_null(document.type)},
          {"issue_date", text_or_null(document.issued)},
          {"published", text_or_null(document.published)},
          {"issuer", text_or_null(document.issuer)},
          {"province", text_or_null(document.province)},
          {"title", text_or_null(document.title)}};
}

}  // namespace kehoach::cli
