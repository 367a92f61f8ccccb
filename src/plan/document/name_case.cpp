#include "plan/document/name_case.h"

#include <algorithm>
#include <vector>

#include "language/comparison.h"
#include "language/syllable.h"

namespace kehoach::plan {
namespace {

bool all_capitals(std::string_view text) {
  return language::upper(text) == text && language::lower(text) != text;
}

// How the lexicons spell the words, whatever their case here; empty if they do not know them.
std::string lexicon_spelling(const Reading& reading, const std::string& folded) {
  const rules::RuleSet& rules = reading.matcher.rules();
  for (const std::size_t i : rules.entries_of("body")) {
    if (language::comparison_form(rules.lexicon[i].form) == folded) return rules.lexicon[i].form;
  }
  return {};
}

// As the document itself prints the words elsewhere, in mixed case; empty if it does not.
std::string spelling_in_text(const Reading& reading, const std::string& lowered) {
  const std::string text = language::lower(reading.text.utf8);
  if (text.size() != reading.text.utf8.size()) return {};
  for (std::size_t at = text.find(lowered); at != std::string::npos;
       at = text.find(lowered, at + 1)) {
    const std::string printed = reading.text.utf8.substr(at, lowered.size());
    if (printed != language::upper(printed) && printed != lowered)
      return language::upper_first(printed);
  }
  return {};
}

// Where what names the function begins: after the words that name the kind of body.
std::size_t function_at(const Reading& reading, std::string_view capitals) {
  const auto tokens = reading.matcher.tokenize(capitals, "names");
  if (tokens.tokens.size() < 2 || !tokens.tokens.front().is("agency")) return 0;
  return tokens.tokens[1].span.begin;
}

void spell_provinces(const Reading& reading, std::string& name) {
  const std::string lowered = language::lower(name);
  if (lowered.size() != name.size()) return;
  for (const auto& unit : reading.matcher.rules().units) {
    if (unit.level != "province") continue;
    const std::size_t at = lowered.find(" " + language::lower(unit.name));
    if (at == std::string::npos) continue;
    const std::size_t end = at + 1 + unit.name.size();
    if (end == lowered.size() || lowered[end] == ' ')
      name.replace(at + 1, unit.name.size(), unit.name);
  }
}

std::string by_rule(const Reading& reading, std::string_view capitals) {
  const std::size_t function = function_at(reading, capitals);
  std::string name;
  for (const std::string_view word : language::space_separated(capitals)) {
    const auto at = static_cast<std::size_t>(word.data() - capitals.data());
    if (!name.empty()) name += ' ';
    const std::string lowered = language::lower(word);
    if (word.size() > 1 && !language::is_syllable(word)) {
      name += word;  // an abbreviation
    } else {
      name += at == 0 || at == function ? language::upper_first(lowered) : lowered;
    }
  }
  spell_provinces(reading, name);
  return name;
}

}  // namespace

std::string title_case(std::string_view name) {
  std::string out;
  for (const std::string_view word : language::space_separated(name)) {
    if (!out.empty()) out += ' ';
    out += language::upper_first(language::lower(word));
  }
  return out;
}

std::string recase(const Reading& reading, std::string_view capitals) {
  if (!all_capitals(capitals) || capitals.find(' ') == std::string_view::npos) {
    return std::string(capitals);
  }
  std::string known = lexicon_spelling(reading, language::comparison_form(capitals));
  if (known.empty()) known = spelling_in_text(reading, language::lower(capitals));
  return known.empty() ? by_rule(reading, capitals) : known;
}

}  // namespace kehoach::plan
