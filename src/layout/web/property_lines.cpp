#include "layout/web/property_lines.h"

#include <algorithm>

#include "language/comparison.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kLongestLine = 2'000;  // bytes; a longer one is running text

bool is_bullet(std::string_view sign) {
  return sign == "-" || sign == "+" || sign == "•" || sign == "*" || sign == "|";
}

}  // namespace

std::vector<PropertyLabel> property_labels(std::string_view line, const match::Matcher& matcher) {
  std::vector<PropertyLabel> labels;
  if (line.size() > kLongestLine) return labels;
  const match::TokenSequence sequence = matcher.tokenize(line, "properties");
  const auto& tokens = sequence.tokens;
  const auto text = [&](std::size_t i) {
    return i < tokens.size() ? sequence.slice(tokens[i]) : std::string_view();
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool opens = i == 0 || (i == 1 && is_bullet(text(0)));
    if (labels.empty() && !opens) break;
    if (!tokens[i].is("property")) continue;
    const bool colon = text(i + 1) == ":";
    const auto next = text(i + 1);
    // "Hiệu lực thi hành kể từ …" is a sentence.
    const bool value = next.empty() || language::starts_upper(next) ||
                       (next[0] >= '0' && next[0] <= '9') || next[0] == '-';
    if (!colon && !(labels.empty() && value)) continue;
    labels.push_back(
        {std::string(tokens[i].value), tokens[i].span.begin, tokens[colon ? i + 1 : i].span.end});
  }
  return labels;
}

bool is_blank_value(std::string_view value) {
  return std::none_of(value.begin(), value.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool marked_letter = byte >= 0xC3 && byte <= 0xE1;  // dashes and dots begin with E2
    return marked_letter || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') ||
           ('0' <= c && c <= '9');
  });
}

}  // namespace kehoach::layout
