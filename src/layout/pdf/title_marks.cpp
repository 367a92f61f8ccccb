#include "layout/pdf/title_marks.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "layout/pdf/row_tokens.h"

namespace kehoach::layout {
namespace {

std::string_view text_of(const MarkedText& text, const MarkedLine& line) {
  return std::string_view(text.utf8).substr(line.span.begin, line.span.size());
}

// The first two lines that are text, if words are to decide on both.
std::pair<MarkedLine*, MarkedLine*> first_lines(MarkedText& text) {
  MarkedLine* first = nullptr;
  for (auto& line : text.lines) {
    if (line.kind && is_noise(*line.kind)) continue;
    if (line.kind) break;
    if (first) return {first, &line};
    first = &line;
  }
  return {nullptr, nullptr};
}

}  // namespace

void mark_title(MarkedText& text, const match::Matcher& matcher) {
  const auto [first, second] = first_lines(text);
  if (!first || !first->centred || !second->centred) return;
  const auto above = matcher.tokenize(text_of(text, *first), "layout").tokens;
  const auto below = matcher.tokenize(text_of(text, *second), "layout");
  const bool typed = !above.empty() && above.front().is("doc_type");
  if (typed && above.size() == 1 && first->weight == Weight::kBold &&
      second->weight == Weight::kBold) {
    first->kind = BlockKind::kType;
    second->kind = BlockKind::kAbstract;
    return;
  }
  const bool issued = below.tokens.size() > 1 && below.slice(below.tokens[0]) == "(" &&
                      below.tokens[1].is("issued_with");
  if (typed || !issued || !is_all_capitals(text_of(text, *first))) return;
  first->kind = BlockKind::kAbstract;
  second->kind = BlockKind::kReference;
}

}  // namespace kehoach::layout
