#include "cli/search/search_command.h"

#include <map>

#include "cli/archive_place.h"
#include "cli/pattern_layers.h"
#include "cli/result_file.h"
#include "cli/search/province_hints.h"
#include "cli/search/province_reasons.h"
#include "cli/search/search_output.h"
#include "store/archive.h"
#include "store/search/search.h"

namespace kehoach::cli {
namespace {

store::SearchRequest request_of(const SearchOptions& options) {
  store::SearchRequest request;
  for (const std::string& part : options.query)
    request.query += (request.query.empty() ? "" : " ") + part;
  request.filter = make_filter(options.filter);
  if (options.order == "relevance") request.order = store::SearchRequest::Order::kRelevance;
  request.limit = options.per_page;
  request.offset = (options.page - 1) * options.per_page;
  request.facets = options.facets;
  return request;
}

// The same for every document of a province: asked for once.
ProvinceReason reasons(const SearchOptions& options) {
  if (options.filter.provinces.empty()) return [](const std::string&) { return std::string(); };
  return [asked = options.filter.provinces, &units = embedded_patterns().units,
          known = std::map<std::string, std::string>()](const std::string& province) mutable {
    const auto found = known.find(province);
    if (found != known.end()) return found->second;
    return known[province] = province_reason(units, asked, province);
  };
}

std::string formatted(const std::string& format, const SearchPage& page, const Terminal& terminal) {
  if (format == "json") return search_json(page);
  if (format == "csv") return search_csv(page);
  return format == "table" ? search_text(page, terminal) : search_lines(page);
}

// What a table or one JSON value says by itself must not be lost where a line is a hit.
void tell(const SearchPage& page, const std::string& format, const Terminal& terminal) {
  for (const std::string& note : page.answer.notes) terminal.note(note);
  if (format == "table" || format == "json") return;
  if (page.answer.ranked && page.answer.more) terminal.note("the hits are " + order_words(page));
  for (const std::string& line : suggestion_lines(page.answer)) terminal.note(line);
}

}  // namespace

ExitCode search(const SearchOptions& options, const Terminal& terminal) {
  refuse_archive_as_output(options.output, options.archive);
  const store::SearchRequest request = request_of(options);
  store::Archive archive = store::Archive::open(options.archive, store::Archive::Access::kRead);
  store::SearchAnswer answer = store::search(archive, request);
  if (answer.total == 0 && !options.filter.provinces.empty())
    for (std::string& hint : province_hints(embedded_patterns().units, options.filter.provinces))
      answer.notes.push_back(std::move(hint));
  const ProvinceReason reason = reasons(options);
  const SearchPage page{request, answer, reason, options.page};
  const bool to_terminal = options.output.empty() && terminal.output_is_terminal();
  const std::string format = !options.format.empty() ? options.format
                             : to_terminal           ? "table"
                                                     : "jsonl";
  tell(page, format, terminal);
  ResultFile file(options.output);
  file.write(formatted(format, page, terminal));
  file.close();
  return options.fail_empty && answer.total == 0 ? ExitCode::kNothingFound : ExitCode::kDone;
}

}  // namespace kehoach::cli
