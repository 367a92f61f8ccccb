#include "plan/numbers.h"

#include "language/comparison.h"
#include "match/values.h"

namespace kehoach::plan {
namespace {

bool joins(char c) { return c == '/' || c == '-'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

}  // namespace

std::string tidy_number(std::string_view printed) {
  std::string out;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    if (!is_space(printed[i])) {
      out += printed[i];
      continue;
    }
    std::size_t next = i;
    while (next < printed.size() && is_space(printed[next])) ++next;
    const bool at_edge = out.empty() || next == printed.size();
    if (!at_edge && !joins(out.back()) && !joins(printed[next])) out += ' ';
    i = next - 1;
  }
  return out;
}

std::string spell_number(const rules::RuleSet& rules, std::string number) {
  for (const std::size_t i : rules.entries_of("symbol_case")) {
    const rules::LexiconEntry& entry = rules.lexicon[i];
    if (!number.ends_with(entry.form)) continue;
    const std::size_t at = number.size() - entry.form.size();
    if (at > 0 && joins(number[at - 1])) number.replace(at, std::string::npos, entry.value);
  }
  return number;
}

Number to_number(const match::TokenSequence& tokens, const match::Token& token) {
  Number number;
  number.printed = tidy_number(tokens.slice(token));
  if (!token.is("doc_number")) {
    number.complete = false;
    number.serial = match::parse_int(number.printed);
    return number;
  }
  number.serial = match::parse_int(tokens.part(token, "serial"));
  number.year = match::parse_int(tokens.part(token, "year"));
  const std::string symbol = tidy_number(tokens.part(token, "symbol"));
  if (!symbol.empty()) number.symbol = symbol;
  return number;
}

std::optional<std::string> type_of_symbol(const rules::RuleSet& rules, std::string_view symbol) {
  const std::string folded =
      language::comparison_form(symbol.substr(0, symbol.find_first_of("-/")));
  for (const std::size_t i : rules.entries_of("doc_type")) {
    const rules::LexiconEntry& entry = rules.lexicon[i];
    const auto code = entry.attributes.find("code");
    if (code != entry.attributes.end() && language::comparison_form(code->second) == folded) {
      return entry.value;
    }
  }
  return std::nullopt;
}

std::string code_of_type(const rules::RuleSet& rules, std::string_view type) {
  for (const std::size_t i : rules.entries_of("doc_type")) {
    const rules::LexiconEntry& entry = rules.lexicon[i];
    if (entry.value != type) continue;
    const auto code = entry.attributes.find("code");
    if (code != entry.attributes.end()) return code->second;
  }
  return {};
}

std::optional<std::string> to_iso(const match::TokenSequence& tokens, const match::Token& token) {
  return match::iso_date(tokens.part(token, "day"), tokens.part(token, "month"),
                         tokens.part(token, "year"));
}

}  // namespace kehoach::plan
