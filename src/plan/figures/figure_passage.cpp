#include "plan/figures/figure_passage.h"

#include <algorithm>
#include <span>

#include "language/comparison.h"

namespace kehoach::plan {
namespace {

std::vector<Mark> marks_of(const Reading& reading, std::string_view field,
                           match::TokenRange range) {
  std::vector<Mark> marks;
  for (const auto& match : reading.matcher.phrases(reading.tokens, field, range)) {
    const auto kind = match.rule->set.find("kind");
    marks.push_back(
        {match.part("dropped").value_or(match.whole),
         kind == match.rule->set.end() ? std::string_view() : std::string_view(kind->second)});
  }
  return marks;
}

// The marks, sorted and not overlapping, that touch `range`: the first, and one behind the last.
template <class M>
std::span<const M> touching(const std::vector<M>& marks, match::TokenRange range) {
  auto first =
      std::lower_bound(marks.begin(), marks.end(), range.begin,
                       [](const M& mark, std::size_t value) { return mark.range.end <= value; });
  auto last = first;
  while (last != marks.end() && last->range.begin < range.end) ++last;
  return {first, last};
}

// A full stop ends a sentence where the next word starts with a capital or a sign follows it.
bool ends_sentence(const Passage& passage, std::size_t i) {
  const std::string_view text = passage.text(i);
  if (passage.token(i).is("break")) return true;
  if (text != "." && text != "!" && text != "?" && text != "./.") return false;
  if (i + 1 >= passage.range.end) return true;
  const auto& next = passage.token(i + 1);
  if (next.span.begin == passage.token(i).span.end) return !next.is("word") && !next.is("number");
  return !next.is("word") || language::starts_upper(passage.text(i + 1));
}

// Longer sentences are cut, so that cost stays linear in the text.
constexpr std::size_t kLongestSentence = 1500;

std::vector<match::TokenRange> cut_sentences(const Passage& passage) {
  std::vector<match::TokenRange> sentences;
  std::size_t begin = passage.range.begin;
  for (std::size_t i = passage.range.begin; i < passage.range.end; ++i) {
    const bool too_long = i - begin > kLongestSentence;
    if (!too_long && !ends_sentence(passage, i)) continue;
    if (i > begin) sentences.push_back({begin, i});
    begin = i + 1;
  }
  if (begin < passage.range.end) sentences.push_back({begin, passage.range.end});
  return sentences;
}

// Depth of brackets for each token, and for each "(" where its ")" stands.
void read_brackets(Passage& passage) {
  std::vector<std::size_t> open;
  passage.closing.assign(passage.range.size(), passage.range.end);
  for (std::size_t i = passage.range.begin; i < passage.range.end; ++i) {
    if (passage.text(i) == ")" && !open.empty()) {
      passage.closing[open.back() - passage.range.begin] = i;
      open.pop_back();
    }
    passage.depth.push_back(static_cast<int>(open.size()));
    if (passage.text(i) == "(") open.push_back(i);
  }
}

// Whether the word that is counted is one that joins clauses: "01/5 và …" counts nothing.
bool counts_nothing(const Passage& passage, const Quantity& quantity) {
  return quantity.unit.empty() && quantity.number.end < quantity.amount.end &&
         passage.starting(passage.links, quantity.number.end);
}

bool is_dropped(const Passage& passage, const Quantity& quantity) {
  if (counts_nothing(passage, quantity)) return true;
  const auto times = touching(passage.times, quantity.amount);
  return std::any_of(times.begin(), times.end(),
                     [](const TimeMark& mark) { return mark.kind != TimeMark::Kind::kRate; });
}

// "Tỷ lệ trẻ tiêm đủ 8 loại vắc xin đạt 90%": a count between the head of a rate and the verb that
// says its level is part of the name.
bool is_within_name(const Passage& passage, const Quantity& quantity, const Quantity& next) {
  if (!quantity.unit.empty() || !quantity.change.empty() || quantity.bound) return false;
  if (next.change.empty() || (next.unit != "percent" && next.unit != "point")) return false;
  const auto stops = [&](std::size_t i) {
    return passage.punct(i) || passage.starting(passage.links, i);
  };
  for (std::size_t i = quantity.whole.end; i < next.whole.begin; ++i)
    if (stops(i)) return false;
  for (std::size_t i = quantity.whole.begin; i-- > passage.range.begin && !stops(i);)
    if (const auto* head = passage.starting(passage.heads, i)) return head->kind == "index";
  return false;
}

// Each within one sentence: "… bằng 112% dự toán. Thu nhập đạt 71 triệu đồng" allots nothing.
std::vector<Mark> drops_of(const Passage& passage) {
  std::vector<Mark> drops;
  for (const auto& sentence : passage.sentences) {
    auto found = marks_of(passage.reading, "figure.drop", sentence);
    drops.insert(drops.end(), std::make_move_iterator(found.begin()),
                 std::make_move_iterator(found.end()));
  }
  return drops;
}

// Takes away what drop rules cover and marks what they call a share.
void keep_quantities(Passage& passage) {
  const auto drops = drops_of(passage);
  std::vector<Quantity> kept;
  for (std::size_t i = 0; i < passage.quantities.size(); ++i) {
    Quantity& quantity = passage.quantities[i];
    bool dropped = is_dropped(passage, quantity) ||
                   (i + 1 < passage.quantities.size() &&
                    is_within_name(passage, quantity, passage.quantities[i + 1]));
    for (const auto& mark : touching(drops, quantity.amount)) {
      if (mark.kind == "share") quantity.share = true;
      if (mark.kind.empty()) dropped = true;
    }
    if (!dropped) kept.push_back(std::move(quantity));
  }
  passage.quantities = std::move(kept);
}

// The mark that begins or ends at the position.
template <class M>
const M* mark_with(const std::vector<M>& marks, std::size_t match::TokenRange::*edge,
                   std::size_t position) {
  const auto found = std::lower_bound(
      marks.begin(), marks.end(), position,
      [edge](const M& mark, std::size_t value) { return mark.range.*edge < value; });
  return found != marks.end() && found->range.*edge == position ? &*found : nullptr;
}

}  // namespace

const Mark* Passage::starting(const std::vector<Mark>& marks, std::size_t position) const {
  return mark_with(marks, &match::TokenRange::begin, position);
}

const Mark* Passage::ending(const std::vector<Mark>& marks, std::size_t position) const {
  return mark_with(marks, &match::TokenRange::end, position);
}

const TimeMark* Passage::time_starting(std::size_t position) const {
  return mark_with(times, &match::TokenRange::begin, position);
}

const TimeMark* Passage::time_ending(std::size_t position) const {
  return mark_with(times, &match::TokenRange::end, position);
}

bool Passage::parted(std::size_t from, std::size_t to) const {
  for (std::size_t i = from; i < to; ++i)
    if (text(i) == ";") return true;
  return false;
}

// Whether `goal` sets a goal that goes on to `mark` without a sign between them.
bool Passage::is_set_by(const Mark& goal, const Mark& mark, match::TokenRange sentence) const {
  if (goal.kind != "goal" || goal.range.begin < sentence.begin) return false;
  for (std::size_t i = goal.range.end; i < mark.range.begin; ++i)
    if (punct(i)) return false;
  return true;
}

Cue Passage::cue_before(match::TokenRange sentence, const Quantity& quantity,
                        bool among_goals) const {
  auto mark =
      std::lower_bound(cues.begin(), cues.end(), quantity.amount.begin,
                       [](const Mark& cue, std::size_t value) { return cue.range.begin < value; });
  bool ahead = false, past_part = false;
  while (mark != cues.begin() && (--mark)->range.begin >= sentence.begin) {
    if (mark->kind == "none" || mark->kind == "name") continue;
    if (mark->kind == "goal") return {FigureRole::kTarget, false};
    if (mark->kind == "ahead") {
      ahead = true;
      continue;
    }
    const bool touches = mark->range.end == quantity.whole.begin;
    if (ahead) break;
    // "Phấn đấu thu ngân sách 6 tháng đầu năm đạt 55%": a time within what a goal is set for.
    if (mark->kind == "months" && mark != cues.begin() && is_set_by(*(mark - 1), *mark, sentence))
      return {FigureRole::kTarget, false};
    // "Phát hiện ít nhất 1.150 bệnh nhân" among goals: there the verb tells what is to come.
    if (mark->kind == "event" && among_goals) continue;
    const bool of_its_part = mark->kind == "past" || mark->kind == "event";
    if (of_its_part && parted(mark->range.end, quantity.whole.begin)) {
      past_part = true;
      continue;
    }
    if (mark->kind != "past" || touches || !among_goals) return {FigureRole::kResult, false};
  }
  if (ahead) return {FigureRole::kTarget, true};
  return past_part && !among_goals ? Cue{FigureRole::kResult, false} : Cue{};
}

Passage read_passage(const Reading& reading, match::TokenRange range) {
  Passage passage{reading, range, {}, {}, {}, {}, {}, {}, {}, {}, {}};
  passage.times = read_times(reading, range);
  passage.quantities = read_quantities(reading, range);
  if (passage.quantities.empty()) return passage;
  passage.sentences = cut_sentences(passage);
  passage.cues = marks_of(reading, "figure.cue", range);
  passage.links = marks_of(reading, "figure.link", range);
  passage.heads = marks_of(reading, "figure.head", range);
  passage.deeds = marks_of(reading, "figure.deed", range);
  read_brackets(passage);
  keep_quantities(passage);
  return passage;
}

}  // namespace kehoach::plan
