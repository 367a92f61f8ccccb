// One code point for each kind of token that phrase rules can tell apart.
//
// A kind is (type, value, literal): the literal is the word or words that phrase rules name in
// quotes, so that "so với" can match two words, or one lexicon token that covers both. Kinds are
// collected first, then numbered once; after that the table does not change.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace kehoach::match {

class SymbolTable {
 public:
  // Collecting. A literal is the list of its unit ids; its number is never 0.
  void add_kind(std::string_view type, std::string_view value);
  std::uint32_t add_literal(const std::vector<std::uint32_t>& units);
  void add_kind(std::string_view type, std::string_view value, std::uint32_t literal);
  void number_kinds();

  // After numbering. Unknown kinds fall back to their literal-free, then value-free kind.
  char32_t symbol(std::string_view type, std::string_view value, std::uint32_t literal) const;
  std::uint32_t literal(const std::vector<std::uint32_t>& units) const;  // 0 if none
  bool has_type(std::string_view type) const;
  bool has_value(std::string_view type, std::string_view value) const;

  // A character class for RE2, as in `[一七]`; empty if no kind has the literal.
  std::string literal_class(std::uint32_t literal) const;

  // Ranges of a class without the brackets, to join several.
  static std::string ranges(const std::set<char32_t>& symbols);
  void collect_type(std::string_view type, std::set<char32_t>& into) const;
  void collect_value(std::string_view type, std::string_view value, std::set<char32_t>& into) const;

 private:
  using Kind = std::tuple<std::string, std::string, std::uint32_t>;
  std::map<Kind, char32_t, std::less<>> symbols_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> literals_;
  std::map<std::uint32_t, std::set<char32_t>> by_literal_;
};

}  // namespace kehoach::match
