#include <algorithm>

#include "match/matcher.h"

namespace kehoach::match {

base::LocalSpan TokenSequence::span(TokenRange range) const {
  if (range.empty()) return {};
  return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

std::string_view TokenSequence::part(const Token& token, std::string_view name) const {
  for (const auto& part : token.parts)
    if (part.name == name) return slice(part.span);
  return {};
}

TokenRange TokenSequence::within(base::LocalSpan span) const {
  const auto first = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.span.begin < span.begin;
  });
  const auto last = std::partition_point(
      first, tokens.end(), [&](const Token& token) { return token.span.end <= span.end; });
  return {static_cast<std::size_t>(first - tokens.begin()),
          static_cast<std::size_t>(last - tokens.begin())};
}

std::optional<TokenRange> PhraseMatch::part(std::string_view name) const {
  for (const auto& [part_name, range] : parts)
    if (part_name == name) return range;
  return std::nullopt;
}

}  // namespace kehoach::match
