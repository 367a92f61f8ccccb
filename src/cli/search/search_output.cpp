#include "cli/search/search_output.h"

#include "base/counted.h"
#include "base/utf8.h"
#include "cli/document_choice.h"
#include "output/display_width.h"
#include "output/record_json.h"
#include "output/sheets/csv.h"
#include "output/value_json.h"

namespace kehoach::cli {
namespace {

using output::Json;
using store::FoundValue;
using store::Hit;

Json snippet_json(const Hit& hit) {
  if (!hit.snippet) return nullptr;
  const std::string_view text = hit.snippet->text;
  Json matches = Json::array();
  for (const store::Place& place : hit.snippet->matches) {
    const std::size_t begin = base::code_points(text.substr(0, place.begin));
    matches.push_back(
        {begin, begin + base::code_points(text.substr(place.begin, place.end - place.begin))});
  }
  return {{"text", text},
          {"matches", std::move(matches)},
          {"start", hit.start},
          {"end", hit.end},
          {"page", output::or_null(hit.page)}};
}

Json hit_json(const Hit& hit, const SearchPage& page) {
  Json values = Json::array();
  for (const FoundValue& value : hit.values)
    values.push_back({{"kind", value.kind},
                      {"text", value.text},
                      {"confidence", value.confidence},
                      {"page", output::or_null(value.page)}});
  Json out = document_json(hit.document);
  out["snippet"] = snippet_json(hit);
  out["values"] = std::move(values);
  if (page.answer.ranked) out["score"] = hit.score;
  if (const std::string reason = page.reason(hit.document.province); !reason.empty())
    out["reason"] = reason;
  return out;
}

std::string count_words(std::size_t count, bool more) {
  return more ? "more than " + std::to_string(count) + " documents"
              : base::counted(count, "document");
}

std::string value_line(const FoundValue& value) {
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, " (%.2f)", value.confidence);
  return value.kind + ": " + value.text + confidence;
}

// The matched words in bold.
std::string snippet_line(const Hit& hit, const Terminal& terminal) {
  std::string out;
  std::size_t at = 0;
  const std::string_view text = hit.snippet->text;
  for (const store::Place& place : hit.snippet->matches) {
    out += text.substr(at, place.begin - at);
    out += terminal.bold(text.substr(place.begin, place.end - place.begin));
    at = place.end;
  }
  return out.append(text.substr(at));
}

constexpr std::size_t kNoLimit = 100'000;  // columns

// One line, cut to the terminal; what would steer it becomes a space.
void add_line(std::string& out, const std::string& text, std::size_t width) {
  out += "      " + output::fit(text, width > 8 ? width - 6 : kNoLimit) + "\n";
}

std::string head_line(const Hit& hit) {
  const std::string id = std::to_string(hit.document.id);
  std::string out = std::string(id.size() < 4 ? 4 - id.size() : 0, ' ') + id + "  ";
  out += output::pad(hit.document.date.empty() ? "no date" : hit.document.date, 10);
  for (const std::string* part : {&hit.document.type, &hit.document.number, &hit.document.issuer})
    if (!part->empty()) out += "  " + *part;
  return out;
}

std::string hit_text(const Hit& hit, const SearchPage& page, const Terminal& terminal) {
  const std::size_t width = terminal.width();
  std::string out = terminal.bold(output::fit(head_line(hit), width > 0 ? width : kNoLimit)) + "\n";
  if (!hit.document.title.empty()) add_line(out, hit.document.title, width);
  if (const std::string reason = page.reason(hit.document.province); !reason.empty())
    add_line(out, "(" + reason + ")", width);
  if (hit.snippet)
    out += "      " + (hit.page ? "page " + std::to_string(*hit.page) + ": " : "") +
           snippet_line(hit, terminal) + "\n";
  for (const FoundValue& value : hit.values) add_line(out, value_line(value), width);
  return out;
}

std::string summary(const SearchPage& page) {
  const store::SearchAnswer& answer = page.answer;
  if (answer.total == 0) return "nothing found\n";
  const std::string all = count_words(answer.total, answer.more) + ", " + order_words(page);
  if (answer.hits.empty()) return all + "; this page is behind the last\n";
  const std::size_t first = page.request.offset + 1;
  const std::size_t last = page.request.offset + answer.hits.size();
  if (first == 1 && last == answer.total && !answer.more) return all + "\n";
  std::string out = std::to_string(first) + "-" + std::to_string(last) + " of " + all;
  if (last < answer.total || answer.more)
    out += "; --page " + std::to_string(page.number + 1) + " goes on";
  return out + "\n";
}

std::string facets_text(const store::SearchAnswer& answer) {
  std::string out;
  if (!answer.facets.empty() && (answer.facets_of < answer.total || answer.more))
    out += "of the newest " + std::to_string(answer.facets_of) + ":\n";
  for (const store::Facet& facet : answer.facets) {
    std::string line;
    for (const auto& [value, count] : facet.values)
      line += (line.empty() ? "" : ", ") + value + " " + std::to_string(count);
    if (!line.empty()) out += output::pad(facet.name, 9) + "  " + line + "\n";
  }
  return out;
}

std::string suggestions_text(const store::SearchAnswer& answer) {
  std::string out;
  for (const std::string& line : suggestion_lines(answer)) out += line + "\n";
  return out;
}

const output::Sheet kSheet = {"hits",
                              {{"id"},
                               {"issue_date"},
                               {"published"},
                               {"number"},
                               {"type"},
                               {"issuer"},
                               {"province"},
                               {"title"},
                               {"page"},
                               {"snippet"},
                               {"values"},
                               {"reason"}}};

}  // namespace

std::string order_words(const SearchPage& page) {
  if (!page.answer.ranked) return "newest first";
  if (!page.answer.more) return "by relevance";
  return "by relevance, of the newest " + std::to_string(store::kMostRanked);
}

std::vector<std::string> suggestion_lines(const store::SearchAnswer& answer) {
  std::vector<std::string> out;
  for (const store::Suggestion& suggestion : answer.suggestions)
    out.push_back("did you mean: " + suggestion.query + "  (" + suggestion.why + ": " +
                  count_words(suggestion.documents, suggestion.more) + ")");
  return out;
}

std::string search_json(const SearchPage& page) {
  const store::SearchAnswer& answer = page.answer;
  Json hits = Json::array(), suggestions = Json::array(), facets = Json::object();
  for (const Hit& hit : answer.hits) hits.push_back(hit_json(hit, page));
  for (const store::Suggestion& suggestion : answer.suggestions)
    suggestions.push_back({{"query", suggestion.query},
                           {"documents", suggestion.documents},
                           {"more", suggestion.more},
                           {"why", suggestion.why}});
  for (const store::Facet& facet : answer.facets)
    for (const auto& [value, count] : facet.values) facets[facet.name][value] = count;
  return output::to_pretty({{"query", page.request.query},
                            {"total", answer.total},
                            {"more", answer.more},
                            {"order", order_words(page)},
                            {"page", page.number},
                            {"hits", std::move(hits)},
                            {"facets", std::move(facets)},
                            {"facets_of", answer.facets_of},
                            {"suggestions", std::move(suggestions)},
                            {"notes", answer.notes}}) +
         "\n";
}

std::string search_lines(const SearchPage& page) {
  std::string out;
  for (const Hit& hit : page.answer.hits) out += output::to_line(hit_json(hit, page)) + "\n";
  return out;
}

std::string search_csv(const SearchPage& page) {
  std::string out = output::csv_head(kSheet);
  for (const Hit& hit : page.answer.hits) {
    std::string values;
    for (const FoundValue& value : hit.values)
      values += (values.empty() ? "" : "; ") + value_line(value);
    out += output::csv_line(
        {hit.document.id, hit.document.issued, hit.document.published, hit.document.number,
         hit.document.type, hit.document.issuer, hit.document.province, hit.document.title,
         hit.page ? output::Cell(*hit.page) : output::Cell(), hit.snippet ? hit.snippet->text : "",
         values, page.reason(hit.document.province)},
        output::Formulas::kGuard);
  }
  return out;
}

std::string search_text(const SearchPage& page, const Terminal& terminal) {
  std::string out;
  for (const Hit& hit : page.answer.hits) out += hit_text(hit, page, terminal);
  if (!page.answer.hits.empty()) out += "\n";
  return out + summary(page) + suggestions_text(page.answer) + facets_text(page.answer);
}

}  // namespace kehoach::cli
