#include "match/line_tokenizer.h"

#include <algorithm>
#include <tuple>

namespace kehoach::match {

LineTokenizer::LineTokenizer(std::string_view text, std::span<const TextUnit> units,
                             const LexiconTrie& lexicon,
                             const std::vector<const TokenPattern*>& patterns)
    : text_(text),
      line_(text.substr(units.front().begin, units.back().end - units.front().begin)),
      origin_(units.front().begin),
      units_(units),
      lexicon_(lexicon) {
  for (const auto* pattern : patterns) candidates_.push_back({pattern, pattern->next(line_, 0)});
  std::erase_if(candidates_, [](const Candidate& candidate) { return !candidate.found; });
}

// Candidates that what was taken overlaps are looked for anew behind it.
void LineTokenizer::refresh(std::size_t position) {
  bool ended = false;
  for (auto& candidate : candidates_) {
    if (origin_ + candidate.found->whole.begin >= position) continue;
    candidate.found = candidate.pattern->next(line_, position - origin_);
    ended = ended || !candidate.found;
  }
  if (ended)
    std::erase_if(candidates_, [](const Candidate& candidate) { return !candidate.found; });
}

// The earliest in [begin, end), then the highest priority, then the longest.
const LineTokenizer::Candidate* LineTokenizer::best_in(std::size_t begin, std::size_t end) const {
  const Candidate* best = nullptr;
  const auto rank = [](const Candidate& candidate) {
    return std::tuple(-static_cast<std::ptrdiff_t>(candidate.found->whole.begin),
                      candidate.pattern->rule().priority, candidate.found->whole.size());
  };
  for (const auto& candidate : candidates_) {
    const std::size_t at = origin_ + candidate.found->whole.begin;
    if (at < begin || at >= end) continue;
    if (!best || rank(candidate) > rank(*best)) best = &candidate;
  }
  return best;
}

void LineTokenizer::plain(const TextUnit& unit, std::size_t begin, std::size_t end,
                          std::vector<Token>& out) const {
  if (begin >= end) return;
  Token token;
  token.type = unit.kind == UnitKind::kWord ? "word" : "punct";
  token.span = {begin, end};
  out.push_back(std::move(token));
}

Token LineTokenizer::by_rule(const Candidate& candidate) const {
  const auto moved = [this](base::LocalSpan span) {
    return base::LocalSpan{span.begin + origin_, span.end + origin_};
  };
  Token token;
  token.rule = &candidate.pattern->rule();
  token.type = token.rule->type;
  token.value = token.rule->value;
  token.span = moved(candidate.found->whole);
  for (const auto& [name, span] : candidate.found->groups)
    token.parts.push_back({name, moved(span)});
  return token;
}

Token LineTokenizer::by_entry(const LexiconHit& hit, std::size_t unit) const {
  Token token;
  token.entry = hit.entry;
  token.type = hit.entry->type;
  token.value = hit.entry->value;
  token.span = {units_[unit].begin, units_[unit + hit.units - 1].end};
  return token;
}

void LineTokenizer::run(std::vector<Token>& out) {
  std::size_t position = origin_;
  for (std::size_t i = 0; i < units_.size();) {
    const TextUnit& unit = units_[i];
    if (unit.end <= position) {
      ++i;
      continue;
    }
    const std::size_t begin = std::max<std::size_t>(unit.begin, position);
    const LexiconHit hit =
        begin == unit.begin ? lexicon_.longest(text_, units_.subspan(i)) : LexiconHit{};
    const Candidate* best = best_in(begin, hit.entry ? begin + 1 : unit.end);
    const std::size_t hit_size = hit.entry ? units_[i + hit.units - 1].end - begin : 0;
    const bool rule_wins =
        best && (!hit.entry || best->pattern->rule().priority > 0 ||
                 (best->pattern->rule().priority == 0 && best->found->whole.size() > hit_size));
    if (rule_wins) {
      plain(unit, begin, origin_ + best->found->whole.begin, out);
      out.push_back(by_rule(*best));
    } else if (hit.entry) {
      out.push_back(by_entry(hit, i));
    } else {
      plain(unit, begin, unit.end, out);
    }
    position = out.back().span.end;
    refresh(position);
  }
}

}  // namespace kehoach::match
