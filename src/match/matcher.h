// A stretch of text × a RuleSet → tokens and phrase matches. The only room that knows RE2.
//
// Purpose: level 1 cuts text into a sequence of typed tokens (every word and sign is a token; what
// a rule or lexicon knows has a type and a value). Level 2 matches phrase rules over that sequence:
// each (type, value) pair is one symbol, a phrase rule is compiled to RE2 over symbols, so that
// phrase matching is linear too.
// Contract: tokens are sorted, do not overlap and cover every non-space character; where candidates
// overlap the earlier start wins, then higher priority, then the longer match. Line ends become
// tokens of type "break"; no token and no phrase crosses one unless a rule names {break}.
// Immutable after construction: one Matcher serves many threads. Cost linear in the text.
// Example: tokenize("tăng 5-7 bậc") gives change:increase "tăng", range "5-7", unit:rank "bậc".
// Refused: RE2::Set (out of memory answers "no match"); matching line by line (loses a tenth).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <typeindex>
#include <typeinfo>
#include <utility>
#include <vector>

#include "base/span.h"
#include "rules/rule_set.h"
#include "rules/units.h"

namespace kehoach::match {

// A part captured by a token rule's named group; its span lies in the tokenized text.
struct Part {
  std::string_view name;  // owned by the Matcher
  base::LocalSpan span;
};

struct Token {
  std::string_view type;   // "word", "punct", "break" or a rule's type; owned by the Matcher
  std::string_view value;  // constant of rule or lexicon entry; empty if none
  base::LocalSpan span;
  std::vector<Part> parts;
  const rules::TokenRule* rule = nullptr;  // one of these two, or neither
  const rules::LexiconEntry* entry = nullptr;

  bool is(std::string_view t) const { return type == t; }
  bool is(std::string_view t, std::string_view v) const { return type == t && value == v; }
};

// Indices into TokenSequence::tokens, half-open.
struct TokenRange {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
  std::size_t size() const { return end - begin; }
};

struct TokenSequence {
  std::string_view text;  // must outlive the sequence
  std::vector<Token> tokens;
  std::string symbols;                      // one UTF-8 symbol a token
  std::vector<std::uint32_t> symbol_begin;  // byte offset of each token's symbol, then the end

  base::LocalSpan span(TokenRange range) const;
  std::string_view slice(base::LocalSpan span) const {
    return text.substr(span.begin, span.size());
  }
  std::string_view slice(const Token& token) const { return slice(token.span); }
  std::string_view slice(TokenRange range) const { return slice(span(range)); }
  std::string_view part(const Token& token, std::string_view name) const;  // empty if absent
  // The tokens that lie wholly in `span`, by binary search.
  TokenRange within(base::LocalSpan span) const;
};

struct PhraseMatch {
  const rules::PhraseRule* rule = nullptr;
  TokenRange whole;
  std::vector<std::pair<std::string_view, TokenRange>> parts;  // named groups that took part

  std::optional<TokenRange> part(std::string_view name) const;
};

class Matcher {
 public:
  // Compiles lazily; throws base::Error "pattern-pack" at first use of a rule RE2 refuses.
  explicit Matcher(rules::RuleSet rules);
  ~Matcher();
  Matcher(Matcher&&) noexcept;

  const rules::RuleSet& rules() const;
  // The index of rules().units; made at first use.
  const rules::UnitIndex& units() const;
  // `stage`: one of rules::kStages; any other name is read as "fields".
  TokenSequence tokenize(std::string_view text, std::string_view stage = "fields") const;
  // All matches of the rules of `field` inside `within`: for each rule leftmost-first and not
  // overlapping itself; between rules the higher priority, then the earlier start, then the longer
  // match keeps its tokens and overlapping ones are dropped. Sorted by start.
  std::vector<PhraseMatch> phrases(const TokenSequence& sequence, std::string_view field,
                                   TokenRange within) const;
  std::vector<PhraseMatch> phrases(const TokenSequence& sequence, std::string_view field) const {
    return phrases(sequence, field, {0, sequence.tokens.size()});
  }
  // Matches of one rule alone, whatever other rules say; `rule` is one of rules().phrases.
  std::vector<PhraseMatch> phrases_of(const TokenSequence& sequence,
                                      const rules::PhraseRule& rule) const;
  // A T made of rules() at first use, one for all threads; the constructor T(const rules::RuleSet&)
  // must not ask for another. For what other rooms look words up in.
  template <class T>
  const T& made_of_rules() const {
    return *static_cast<const T*>(
        made_of_rules(typeid(T), [](const rules::RuleSet& rules) -> std::shared_ptr<const void> {
          return std::make_shared<const T>(rules);
        }));
  }
  // Compiles every rule now; throws as at first use.
  void compile() const;

 private:
  using Make = std::shared_ptr<const void> (*)(const rules::RuleSet&);
  const void* made_of_rules(std::type_index type, Make make) const;

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// What `kehoach patterns check` reports: every example run. Empty: all good.
struct CheckFailure {
  std::string rule, file;
  int line = 0;
  std::string message;
};
std::vector<CheckFailure> check(const Matcher& matcher);

}  // namespace kehoach::match
