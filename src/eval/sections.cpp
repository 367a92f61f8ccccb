// Headings: the gold names the outer ones as "LABEL TITLE", inner ones as "OUTER / INNER".
#include <algorithm>

#include "eval/entry_list.h"
#include "eval/fields.h"
#include "language/comparison.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

// One heading of ours with those above it, outermost first.
struct Heading {
  Words label, whole;
};
using HeadingPath = std::vector<Heading>;

void flatten(const json& sections, const HeadingPath& above, std::vector<HeadingPath>& out) {
  if (!sections.is_array()) return;
  for (const json& section : sections) {
    const std::string label = text_at(section, "label");
    HeadingPath path = above;
    path.push_back({language::comparison_words(label),
                    language::comparison_words(label + " " + text_at(section, "title"))});
    out.push_back(path);
    flatten(at(section, "children"), path, out);
  }
}

// "Điều 1" alone means the label; "3. Giao Sở Tư pháp ..." means how the heading begins.
bool is_heading(std::string_view wanted, const Heading& heading) {
  const Words words = language::comparison_words(wanted);
  if (words.empty()) return false;
  if (words == heading.whole || words == heading.label) return true;
  const bool begins = wanted.ends_with("...") || wanted.ends_with("…");
  return begins && words.size() <= heading.whole.size() &&
         std::equal(words.begin(), words.end(), heading.whole.begin());
}

std::vector<std::string> split(const std::string& wanted) {
  static constexpr std::string_view kSeparator = " / ";
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end; (end = wanted.find(kSeparator, begin)) != std::string::npos;) {
    parts.push_back(wanted.substr(begin, end - begin));
    begin = end + kSeparator.size();
  }
  parts.push_back(wanted.substr(begin));
  return parts;
}

// The last part is the heading, the others stand above it in this order.
bool is_path(const std::vector<std::string>& wanted, const HeadingPath& path) {
  if (!is_heading(wanted.back(), path.back())) return false;
  auto above = path.begin();
  for (std::size_t i = 0; i + 1 < wanted.size(); ++i) {
    const auto end = std::prev(path.end());
    above = std::find_if(above, end, [&](const Heading& h) { return is_heading(wanted[i], h); });
    if (above == end) return false;
    ++above;
  }
  return true;
}

}  // namespace

void score_sections(const json& record, const json& gold, Judgements& out) {
  if (!gold.contains("sections")) return;
  std::vector<HeadingPath> paths;
  flatten(at(record, "sections"), {}, paths);
  json ours = json::array();
  for (std::size_t i = 0; i < paths.size(); ++i) ours.push_back(i);
  ListRules rules;
  rules.field = "sections";
  rules.right = [&](const json& wanted, const json& index) -> std::optional<double> {
    if (!is_path(split(wanted.get<std::string>()), paths[index.get<std::size_t>()])) {
      return std::nullopt;
    }
    return -index.get<double>();  // the first such heading
  };
  rules.near = rules.optional = [](const json&, const json&) { return std::nullopt; };
  rules.shown = [&](const json& entry) {
    if (entry.is_string()) return entry;
    json words = json::array();
    for (const Heading& heading : paths[entry.get<std::size_t>()]) words.push_back(heading.whole);
    return words;
  };
  // The gold does not go down to every level, so a heading more is no fault, unless none may be.
  rules.recall_only = !gold["sections"].empty();
  score_list(rules, gold["sections"], {}, ours, out);
}

}  // namespace kehoach::eval
