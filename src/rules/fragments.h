// Named pieces of patterns, put in place before a pattern is compiled.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace kehoach::rules {

// A pattern as written and where; `subject` names it in messages.
struct PatternSource {
  std::string text;
  Place place;
  std::string subject;
};

class Fragments {
 public:
  // `open` and `close` are the marks around a name: "{" "}" in token rules, "{{" "}}" in phrases.
  Fragments(std::string open, std::string close)
      : open_(std::move(open)), close_(std::move(close)) {}

  void define(const std::string& name, PatternSource source);  // replaces
  // Throws where a fragment is unknown or names itself in the end. The lexicon is needed for
  // {lexicon:TYPE} and {lexicon:TYPE:VALUE}.
  std::string expand(const PatternSource& source, const std::vector<LexiconEntry>& lexicon);

 private:
  std::string expand(const PatternSource& source, const std::vector<LexiconEntry>& lexicon,
                     std::vector<std::string>& stack);
  const std::string& fragment(const std::string& name, const PatternSource& user,
                              std::size_t offset, const std::vector<LexiconEntry>& lexicon,
                              std::vector<std::string>& stack);
  const std::string& forms(const std::string& name, const PatternSource& user, std::size_t offset,
                           const std::vector<LexiconEntry>& lexicon);

  std::string open_, close_;
  std::map<std::string, PatternSource> sources_;
  std::map<std::string, std::string> expanded_;
};

// A pattern may be broken over lines: a line end with the spaces around it counts for nothing.
std::string join_lines(std::string_view pattern);

}  // namespace kehoach::rules
