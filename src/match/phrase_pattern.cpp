#include "match/phrase_pattern.h"

#include <algorithm>

#include "match/token_pattern.h"
#include "rules/pack_error.h"

namespace kehoach::match {
namespace {

[[noreturn]] void fail(const rules::PhraseRule& rule, std::string_view message,
                       std::size_t offset) {
  // Offsets are those of the expanded pattern; without fragments that is the one as written.
  const bool same = rule.pattern == rule.source;
  const std::string& text = rule.pattern;
  if (same || rule.source.find('\n') == std::string::npos)
    throw rules::pattern_error(rule.source_place, rules::rule_subject(rule.id), message, text,
                               offset);
  // A pattern over several lines: find the same words in it, to point at the right line.
  const std::size_t end = std::min(text.find_first_of(" }\"", offset + 1), text.size());
  const std::size_t at = rule.source.find(text.substr(offset, end - offset));
  const bool found = at != std::string::npos;
  throw rules::pattern_error(rule.source_place, rules::rule_subject(rule.id), message,
                             found ? rule.source : text, found ? at : offset);
}

std::size_t group_length(std::string_view rest) {
  if (rest.starts_with("(?:")) return 3;
  if (!rest.starts_with("(?P<")) return 1;
  const std::size_t end = rest.find('>');
  return end == std::string_view::npos ? 1 : end + 1;
}

class Translator {
 public:
  Translator(const rules::PhraseRule& rule, const SymbolTable& symbols,
             const Vocabulary& vocabulary)
      : rule_(rule), symbols_(symbols), vocabulary_(vocabulary) {}

  std::string translate(const std::vector<PhraseElement>& elements) const {
    std::string regex;
    for (const auto& element : elements) {
      switch (element.kind) {
        case PhraseElement::Kind::kSyntax:
          regex += element.text;
          break;
        case PhraseElement::Kind::kClass:
          regex += token_class(element);
          break;
        case PhraseElement::Kind::kLiteral:
          regex += literal(element);
          break;
      }
    }
    return regex;
  }

 private:
  // {any}, {type}, {type:v1|v2}, {type1,type2:v}
  std::string token_class(const PhraseElement& element) const {
    std::set<char32_t> symbols;
    if (element.text == "any") {
      symbols_.collect_type("break", symbols);
      return "[^" + SymbolTable::ranges(symbols) + "]";
    }
    for (std::size_t begin = 0; begin <= element.text.size();) {
      const std::size_t end = std::min(element.text.find(',', begin), element.text.size());
      alternative(element.text.substr(begin, end - begin), element, symbols);
      begin = end + 1;
    }
    return "[" + SymbolTable::ranges(symbols) + "]";
  }

  void alternative(const std::string& text, const PhraseElement& element,
                   std::set<char32_t>& symbols) const {
    const std::size_t colon = text.find(':');
    const std::string type = text.substr(0, colon);
    if (!symbols_.has_type(type))
      fail(rule_, "no rule or lexicon makes tokens of type \"" + type + "\"", element.offset);
    if (colon == std::string::npos) return symbols_.collect_type(type, symbols);
    for (std::size_t begin = colon + 1; begin <= text.size();) {
      const std::size_t end = std::min(text.find('|', begin), text.size());
      const std::string value = text.substr(begin, end - begin);
      if (!symbols_.has_value(type, value))
        fail(rule_, "type \"" + type + "\" has no value \"" + value + "\"", element.offset);
      symbols_.collect_value(type, value, symbols);
      begin = end + 1;
    }
  }

  // The words one by one, or any run of them as one token that a lexicon makes of it.
  std::string literal(const PhraseElement& element) const {
    std::vector<std::uint32_t> ids;
    for (const auto& unit : cut_units(element.text, &vocabulary_)) ids.push_back(unit.id);
    return "(?:" + rest_of_literal(ids, 0) + ")";
  }

  std::string rest_of_literal(const std::vector<std::uint32_t>& ids, std::size_t from) const {
    std::string result;
    for (std::size_t end = from + 1; end <= ids.size(); ++end) {
      const std::vector<std::uint32_t> run(ids.begin() + static_cast<std::ptrdiff_t>(from),
                                           ids.begin() + static_cast<std::ptrdiff_t>(end));
      const std::string symbols = symbols_.literal_class(symbols_.literal(run));
      if (symbols.empty()) continue;
      if (!result.empty()) result += '|';
      result += symbols;
      if (end < ids.size()) result += "(?:" + rest_of_literal(ids, end) + ")";
    }
    return result;
  }

  const rules::PhraseRule& rule_;
  const SymbolTable& symbols_;
  const Vocabulary& vocabulary_;
};

[[noreturn]] void refuse(const rules::PhraseRule& rule, const RE2& regex) {
  const RegexFault fault = regex_fault(regex, rule.source);
  throw rules::pattern_error(rule.source_place, rules::rule_subject(rule.id), fault.message,
                             rule.source, fault.offset);
}

}  // namespace

std::vector<PhraseElement> parse_phrase(const rules::PhraseRule& rule) {
  const std::string_view text = rule.pattern;
  std::vector<PhraseElement> elements;
  const auto syntax = [&](std::size_t offset, std::size_t length) {
    elements.push_back(
        {PhraseElement::Kind::kSyntax, std::string(text.substr(offset, length)), offset});
    return offset + length;
  };
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (c == ' ' || c == '\n' || c == '\t') {
      ++i;
    } else if (c == '"') {
      const std::size_t end = text.find('"', i + 1);
      if (end == std::string_view::npos) fail(rule, "a quote that nothing closes", i);
      if (cut_units(text.substr(i + 1, end - i - 1), nullptr).empty())
        fail(rule, "an empty literal", i);
      elements.push_back(
          {PhraseElement::Kind::kLiteral, std::string(text.substr(i + 1, end - i - 1)), i});
      i = end + 1;
    } else if (c == '{') {
      const std::size_t end = text.find('}', i);
      if (end == std::string_view::npos) fail(rule, "a brace that nothing closes", i);
      const std::string_view inside = text.substr(i + 1, end - i - 1);
      if (!inside.empty() && inside.front() >= '0' && inside.front() <= '9') {
        i = syntax(i, end + 1 - i);
      } else {
        elements.push_back({PhraseElement::Kind::kClass, std::string(inside), i});
        i = end + 1;
      }
    } else if (c == '(') {
      i = syntax(i, group_length(text.substr(i)));
    } else if (std::string_view(")|*+?^$").find(c) != std::string_view::npos) {
      i = syntax(i, 1);
    } else {
      fail(rule, "words stand in quotes, types in braces", i);
    }
  }
  return elements;
}

PhrasePattern::PhrasePattern(const rules::PhraseRule& rule,
                             const std::vector<PhraseElement>& elements, const SymbolTable& symbols,
                             const Vocabulary& vocabulary)
    : rule_(rule),
      regex_(Translator(rule, symbols, vocabulary).translate(elements), false,
             [&rule](const RE2& regex) { refuse(rule, regex); }) {}

std::vector<PhraseMatch> phrase_matches(const TokenSequence& sequence, const PhrasePattern& pattern,
                                        TokenRange within) {
  const std::size_t origin = sequence.symbol_begin[within.begin];
  const std::string_view symbols =
      std::string_view(sequence.symbols).substr(origin, sequence.symbol_begin[within.end] - origin);
  const auto token_at = [&](std::size_t offset) {
    const auto found = std::lower_bound(sequence.symbol_begin.begin(), sequence.symbol_begin.end(),
                                        origin + offset);
    return static_cast<std::size_t>(found - sequence.symbol_begin.begin());
  };
  const auto range = [&](base::LocalSpan span) {
    return TokenRange{token_at(span.begin), token_at(span.end)};
  };
  std::vector<PhraseMatch> matches;
  for (std::size_t from = 0; from < symbols.size();) {
    const auto found = pattern.regex().find(symbols, from);
    if (!found) break;
    from = found->whole.end;
    if (found->whole.empty()) {  // on by one symbol
      from = sequence.symbol_begin[token_at(found->whole.begin) + 1] - origin;
      continue;
    }
    PhraseMatch match{&pattern.rule(), range(found->whole), {}};
    for (const auto& [name, span] : found->groups) match.parts.emplace_back(name, range(span));
    matches.push_back(std::move(match));
  }
  return matches;
}

}  // namespace kehoach::match
