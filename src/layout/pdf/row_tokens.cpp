#include "layout/pdf/row_tokens.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"

namespace kehoach::layout {

RowTokens::RowTokens(const PageRow& row, const match::Matcher& matcher) {
  for (const auto& word : row.words) {
    if (!text_.empty() && !word.joined) text_ += ' ';
    offsets_.push_back(text_.size());
    text_ += language::exact_form(word.text);
  }
  sequence_ = matcher.tokenize(text_, "layout");
}

std::optional<std::pair<std::size_t, std::size_t>> RowTokens::words_of(
    std::string_view type) const {
  const auto word_at = [&](std::size_t offset) {
    const auto after = std::upper_bound(offsets_.begin(), offsets_.end(), offset);
    return static_cast<std::size_t>(after - offsets_.begin()) - 1;
  };
  for (const auto& token : sequence_.tokens)
    if (token.is(type))
      return std::pair{word_at(token.span.begin), word_at(token.span.end - 1) + 1};
  return std::nullopt;
}

bool RowTokens::starts(std::string_view type, std::string_view value) const {
  if (sequence_.tokens.empty()) return false;
  const match::Token& first = sequence_.tokens.front();
  return value.empty() ? first.is(type) : first.is(type, value);
}

bool RowTokens::is(std::string_view type) const {
  return starts(type) && std::all_of(sequence_.tokens.begin() + 1, sequence_.tokens.end(),
                                     [](const match::Token& token) { return token.is("punct"); });
}

bool is_all_capitals(std::string_view text) {
  bool any = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = base::next_code_point(text, i);
    if (!language::is_letter(c)) continue;
    if (language::upper_code_point(c) != c) return false;
    any = true;
  }
  return any;
}

}  // namespace kehoach::layout
