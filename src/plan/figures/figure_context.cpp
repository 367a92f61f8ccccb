#include "plan/figures/figure_context.h"

#include "base/utf8.h"
#include "language/letters.h"

namespace kehoach::plan {
namespace {

using layout::BlockKind;

// Headings by level, then lead-in paragraphs, then list items by depth.
int rank_of(const layout::Block& block) {
  if (block.kind == BlockKind::kHeading) return block.level;
  return block.kind == BlockKind::kListItem ? 200 + block.level : 100;
}

// Labels of one list look alike.
char style_of(const layout::Block& block) {
  if (block.label.empty()) return 0;
  const char first = block.label.front();
  if (first >= '0' && first <= '9') return '1';
  const bool sign = first == '-' || first == '+' || first == '*' || (first & 0x80) != 0;
  return sign ? first : 'a';
}

bool ends_with_colon(std::string_view text) {
  const auto last = text.find_last_not_of(' ');
  return last != std::string_view::npos && text[last] == ':';
}

// Whether the last word of a lead-in that says what figures are sets a goal.
bool sets_goals(const Reading& reading, match::TokenRange range) {
  bool goals = false;
  for (const auto& cue : reading.matcher.phrases(reading.tokens, "figure.cue", range)) {
    const auto kind = cue.rule->set.find("kind");
    if (kind != cue.rule->set.end()) goals = kind->second == "goal";
  }
  return goals;
}

// A number that is left of a page's edge, or dirt.
bool is_without_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (language::is_letter(base::next_code_point(text, i))) return false;
  return true;
}

// "Giai đoạn 2025 - 2035", on a line of its own above a list.
bool is_time_alone(const Reading& reading, match::TokenRange range) {
  constexpr std::size_t kMostTokens = 6, kMostBefore = 2;
  if (range.empty() || range.end - range.begin > kMostTokens) return false;
  const auto times = read_times(reading, range);
  return times.size() == 1 && times[0].kind == TimeMark::Kind::kYear &&
         times[0].range.end == range.end && times[0].range.begin - range.begin <= kMostBefore;
}

}  // namespace

// A heading or a block that ends with a colon speaks for what follows it; of any other block only
// a time that is all of it or opens it, up to a colon ("Đến năm 2050: …").
Inherited ContextWalk::said_by(std::size_t block) const {
  const auto range = reading_.block_tokens(block);
  Inherited said;
  const bool lead_in = ends_with_colon(reading_.block_text(block));
  const bool whole = lead_in || reading_.block(block).kind == BlockKind::kHeading ||
                     is_time_alone(reading_, range);
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
  said.goals = lead_in && sets_goals(reading_, range);
  return said;
}

// Deeper, or as deep but a list of another look that a colon introduced.
bool ContextWalk::stands_below(const Level& level, const Level& above) {
  if (above.rank != level.rank) return above.rank < level.rank;
  return above.lead_in && level.style != 0 && above.style != level.style;
}

BlockContext ContextWalk::enter(std::size_t block) {
  if (is_without_letters(reading_.block_text(block))) return {};
  Level level{rank_of(reading_.block(block)),
              ends_with_colon(reading_.block_text(block)),
              style_of(reading_.block(block)),
              {}};
  while (!stack_.empty() && !stands_below(level, stack_.back())) stack_.pop_back();
  BlockContext context;
  for (const auto& above : stack_) {
    if (above.said.year) context.inherited.year = above.said.year;
    if (above.said.baseline) context.inherited.baseline = above.said.baseline;
    if (above.said.goals) context.inherited.goals = true;
  }
  const auto chain = chain_at(sections_, reading_.text.blocks[block].span.begin);
  context.before_headings = chain.empty();
  context.section = classify(reading_.matcher, chain);
  if (context.inherited.goals && context.section == SectionClass::kOther)
    context.section = SectionClass::kGoal;
  level.said = said_by(block);
  stack_.push_back(level);
  return context;
}

}  // namespace kehoach::plan
