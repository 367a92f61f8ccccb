// A token rule made ready to run.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "match/lazy_regex.h"
#include "rules/rule_set.h"

namespace kehoach::match {

class TokenPattern {
 public:
  explicit TokenPattern(const rules::TokenRule& rule);

  const rules::TokenRule& rule() const { return rule_; }
  // The first match in `text` at `from` or later that starts and ends at word borders and cuts no
  // number (unless the rule may match inside words).
  std::optional<LazyRegex::Found> next(std::string_view text, std::size_t from) const;
  void compile() const { regex_.compile(); }

 private:
  std::optional<LazyRegex::Found> shortened(std::string_view text, base::LocalSpan whole) const;

  const rules::TokenRule& rule_;
  LazyRegex regex_;
};

// Byte offset in `source` of what RE2 complains about; and its complaint in our words.
struct RegexFault {
  std::string message;
  std::size_t offset = 0;
  bool in_source = true;  // false: not found in `source`, it came with a fragment
};
RegexFault regex_fault(const RE2& regex, std::string_view source);

}  // namespace kehoach::match
