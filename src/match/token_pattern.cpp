#include "match/token_pattern.h"

#include "base/utf8.h"
#include "match/text_units.h"
#include "rules/pack_error.h"

namespace kehoach::match {
namespace {

// Offset of the first ")" that closes nothing, or else of the last "(" that nothing closes.
std::size_t unbalanced(std::string_view pattern) {
  std::vector<std::size_t> open;
  bool in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
    } else if (c == '(') {
      open.push_back(i);
    } else if (c == ')') {
      if (open.empty()) return i;
      open.pop_back();
    }
  }
  return open.empty() ? pattern.size() : open.back();
}

[[noreturn]] void refuse(const rules::TokenRule& rule, const RE2& regex) {
  const RegexFault fault = regex_fault(regex, rule.source);
  const std::string subject = rules::rule_subject(rule.id);
  if (fault.in_source)
    throw rules::pattern_error(rule.source_place, subject, fault.message, rule.source,
                               fault.offset);
  const RegexFault expanded = regex_fault(regex, rule.pattern);
  throw rules::pattern_error(rule.source_place, subject,
                             fault.message + " (once its fragments stand in place)", rule.pattern,
                             expanded.offset);
}

bool borders_fit(std::string_view text, base::LocalSpan span) {
  const bool in_character = span.end < text.size() && base::is_continuation(text[span.end]);
  return !in_character && is_word_border(text, span.begin) && is_word_border(text, span.end) &&
         is_number_border(text, span.begin) && is_number_border(text, span.end);
}

}  // namespace

RegexFault regex_fault(const RE2& regex, std::string_view source) {
  switch (regex.error_code()) {
    case RE2::ErrorMissingParen:
    case RE2::ErrorUnexpectedParen: {
      const std::size_t at = unbalanced(source);
      const bool closing = at < source.size() && source[at] == ')';
      return {closing ? "unexpected ')'" : "missing ')'", at, at < source.size()};
    }
    default:
      break;
  }
  const std::size_t at =
      regex.error_arg().empty() ? std::string_view::npos : source.find(regex.error_arg());
  return {regex.error_code() == RE2::ErrorMissingBracket ? "missing ']'" : regex.error(),
          at == std::string_view::npos ? 0 : at, at != std::string_view::npos};
}

TokenPattern::TokenPattern(const rules::TokenRule& rule)
    : rule_(rule),
      regex_(rule.pattern, rule.ignore_case, [&rule](const RE2& regex) { refuse(rule, regex); }) {}

// RE2 has no look-ahead: a greedy match may run into the next word ("KH-UBND - Ba|n"). Then the
// same start is tried with the end held back to the border before, a few times.
std::optional<LazyRegex::Found> TokenPattern::shortened(std::string_view text,
                                                        base::LocalSpan whole) const {
  constexpr int kTries = 4;
  std::size_t end = whole.end;
  for (int i = 0; i < kTries; ++i) {
    do --end;
    while (end > whole.begin && !borders_fit(text, {whole.begin, end}));
    if (end <= whole.begin) return std::nullopt;
    auto found = regex_.find_at(text, whole.begin, end);
    if (!found) continue;
    if (!found->whole.empty() && borders_fit(text, found->whole)) return found;
    end = found->whole.end + 1;
  }
  return std::nullopt;
}

std::optional<LazyRegex::Found> TokenPattern::next(std::string_view text, std::size_t from) const {
  while (from < text.size()) {
    auto found = regex_.find(text, from);
    if (!found) return found;
    const bool empty = found->whole.empty();
    if (!empty && (rule_.inside_word || borders_fit(text, found->whole))) return found;
    if (!empty && is_word_border(text, found->whole.begin) &&
        is_number_border(text, found->whole.begin))
      if (auto shorter = shortened(text, found->whole)) return shorter;
    // On to the next place where a token may start.
    from = found->whole.begin + 1;
    while (from < text.size() && (base::is_continuation(text[from]) ||
                                  (!rule_.inside_word && !is_word_border(text, from))))
      ++from;
  }
  return std::nullopt;
}

}  // namespace kehoach::match
