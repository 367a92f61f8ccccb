// The tokens of one row of a page, and which of its words they are made of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/pdf/page_text.h"
#include "match/matcher.h"

namespace kehoach::layout {

class RowTokens {
 public:
  RowTokens(const PageRow& row, const match::Matcher& matcher);
  RowTokens(const RowTokens&) = delete;
  RowTokens& operator=(const RowTokens&) = delete;

  // The words [first, last) of the first token of that type.
  std::optional<std::pair<std::size_t, std::size_t>> words_of(std::string_view type) const;
  bool has(std::string_view type) const { return words_of(type).has_value(); }
  // The row begins with such a token (of that value, if one is given).
  bool starts(std::string_view type, std::string_view value = {}) const;
  // The row is one such token and nothing else but signs.
  bool is(std::string_view type) const;
  const std::string& text() const { return text_; }

 private:
  std::string text_;                  // composed and cleaned
  std::vector<std::size_t> offsets_;  // of each word
  match::TokenSequence sequence_;
};

// Only capitals, signs and numbers, with at least one word.
bool is_all_capitals(std::string_view text);

}  // namespace kehoach::layout
