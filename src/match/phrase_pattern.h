// The small language of phrase rules, translated into RE2 over symbols.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "match/lazy_regex.h"
#include "match/matcher.h"
#include "match/symbol_table.h"
#include "match/text_units.h"
#include "rules/rule_set.h"

namespace kehoach::match {

// What stands in a phrase pattern, one after another.
struct PhraseElement {
  enum class Kind { kClass, kLiteral, kSyntax } kind = Kind::kSyntax;
  std::string text;        // inside {…} or "…"; regex syntax as it is
  std::size_t offset = 0;  // in the pattern
};

// Throws base::Error "pattern-pack" with a caret where the pattern is not well formed.
std::vector<PhraseElement> parse_phrase(const rules::PhraseRule& rule);

class PhrasePattern {
 public:
  // The symbols must be numbered. `vocabulary` knows the literals' words.
  PhrasePattern(const rules::PhraseRule& rule, const std::vector<PhraseElement>& elements,
                const SymbolTable& symbols, const Vocabulary& vocabulary);

  const rules::PhraseRule& rule() const { return rule_; }
  const LazyRegex& regex() const { return regex_; }

 private:
  const rules::PhraseRule& rule_;
  LazyRegex regex_;
};

// Matches of one rule in the range, leftmost first, none overlapping another.
std::vector<PhraseMatch> phrase_matches(const TokenSequence& sequence, const PhrasePattern& pattern,
                                        TokenRange within);

}  // namespace kehoach::match
