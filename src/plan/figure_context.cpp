#include "plan/figure_context.h"

namespace kehoach::plan {
namespace {

using layout::BlockKind;

// Headings by level, then lead-in paragraphs, then list items by depth.
int rank_of(const layout::Block& block) {
  if (block.kind == BlockKind::kHeading) return block.level;
  return block.kind == BlockKind::kListItem ? 200 + block.level : 100;
}

bool ends_with_colon(std::string_view text) {
  const auto last = text.find_last_not_of(' ');
  return last != std::string_view::npos && text[last] == ':';
}

}  // namespace

// A heading or a block that ends with a colon speaks for what follows it; of any other block only
// a time that opens it, up to a colon ("Đến năm 2050: …").
Inherited ContextWalk::said_by(std::size_t block) const {
  const auto range = reading_.block_tokens(block);
  Inherited said;
  const bool whole = reading_.block(block).kind == BlockKind::kHeading ||
                     ends_with_colon(reading_.block_text(block));
  std::size_t end = range.end;
  if (!whole) {
    end = range.begin;
    for (std::size_t i = range.begin; i < range.end && i < range.begin + 24; ++i)
      if (reading_.tokens.slice(reading_.tokens.tokens[i]) == ":") end = i;
  }
  if (end == range.begin) return said;
  for (const auto& mark : read_times(reading_, {range.begin, end})) {
    if (mark.kind == TimeMark::Kind::kYear) said.year = mark;
    if (mark.kind == TimeMark::Kind::kBaseline || mark.kind == TimeMark::Kind::kBaselineBefore)
      said.baseline = mark;
  }
  return said;
}

BlockContext ContextWalk::enter(std::size_t block) {
  const int rank = rank_of(reading_.block(block));
  while (!stack_.empty() && stack_.back().rank >= rank) stack_.pop_back();
  BlockContext context;
  for (const auto& level : stack_) {
    if (level.said.year) context.inherited.year = level.said.year;
    if (level.said.baseline) context.inherited.baseline = level.said.baseline;
  }
  const auto chain = chain_at(sections_, reading_.text.blocks[block].span.begin);
  context.before_headings = chain.empty();
  context.section = classify(reading_.matcher, chain);
  stack_.push_back({rank, said_by(block)});
  return context;
}

}  // namespace kehoach::plan
