#include "plan/figures/figure_years.h"

#include <algorithm>

namespace kehoach::plan {
namespace {

using Kind = TimeMark::Kind;

// How far before a quantity the semicolon is looked for that its part of the sentence begins with.
constexpr std::size_t kPartTokens = 80;

bool is_baseline(const TimeMark& mark) {
  return mark.kind == Kind::kBaseline || mark.kind == Kind::kBaselineBefore;
}

// Marks from the first one at or after `from`.
auto from_position(const Passage& passage, std::size_t from) {
  return std::lower_bound(
      passage.times.begin(), passage.times.end(), from,
      [](const TimeMark& mark, std::size_t value) { return mark.range.begin < value; });
}

// Nothing but signs between two positions.
bool touches(const Passage& passage, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i)
    if (!passage.punct(i)) return false;
  return true;
}

// Nothing but signs and words that join.
bool joined(const Passage& passage, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    const auto* link = passage.starting(passage.links, i);
    if (!passage.punct(i) && !(link && link->kind == "and")) return false;
  }
  return true;
}

// "vào năm 2028 và không có …": another clause follows, no other year.
bool ends_before_link(const Passage& passage, std::size_t end) {
  const auto* link = passage.starting(passage.links, end);
  return link && (link->kind == "and" || link->kind == "turn") &&
         !passage.time_starting(link->range.end) && !passage.token(link->range.end).is("number");
}

// A year after the quantity counts where it follows at once or closes the clause.
bool closes(const Passage& passage, const Frame& frame, const TimeMark& mark) {
  return touches(passage, frame.quantity->whole.end, mark.range.begin) ||
         mark.range.end >= frame.clause.end || passage.punct(mark.range.end) ||
         passage.time_starting(mark.range.end) || ends_before_link(passage, mark.range.end);
}

// "từ 76% năm 2024 lên 80%": the year between the two ends of a change is that of its start.
bool dates_start(const Passage& passage, const Frame& frame, const TimeMark& mark) {
  if (!frame.quantity->ends || frame.quantity == passage.quantities.data()) return false;
  const Quantity& start = *(frame.quantity - 1);
  return start.starts && start.unit == frame.quantity->unit &&
         start.whole.end <= mark.range.begin &&
         touches(passage, mark.range.end, frame.quantity->whole.begin);
}

// The baseline that a stretch of a sentence opens with.
std::optional<TimeMark> baseline_at(const Passage& passage, const Frame& frame, std::size_t begin) {
  const auto first = from_position(passage, begin);
  const bool opens = first != passage.times.end() && is_baseline(*first) &&
                     first->range.begin < frame.sentence.end &&
                     touches(passage, begin, first->range.begin);
  return opens ? std::optional(*first) : std::nullopt;
}

// "so với năm 2021 giảm 12 vụ, giảm 05 người chết": a baseline that opens a sentence, or a part of
// one up to a semicolon, holds for all of it.
std::optional<TimeMark> opening_baseline(const Passage& passage, const Frame& frame) {
  const std::size_t quantity = frame.quantity->whole.begin;
  for (std::size_t i = quantity; i > frame.sentence.begin && quantity - i < kPartTokens; --i) {
    if (passage.text(i - 1) != ";") continue;
    if (const auto part = baseline_at(passage, frame, i)) return part;
    break;
  }
  return baseline_at(passage, frame, frame.sentence.begin);
}

// "đến năm 2025 và năm 2030 lần lượt đạt 45% và 60%": as many years side by side as quantities.
std::optional<TimeMark> shared_year(const Passage& passage, const Frame& frame) {
  if (frame.shares < 2) return std::nullopt;
  std::vector<TimeMark> run;
  for (auto mark = from_position(passage, frame.sentence.begin);
       mark != passage.times.end() && mark->range.end <= frame.shared_begin; ++mark) {
    if (mark->kind != Kind::kYear) continue;
    if (!run.empty() && !joined(passage, run.back().range.end, mark->range.begin)) run.clear();
    run.push_back(*mark);
  }
  return run.size() == frame.shares ? std::optional(run[frame.share]) : std::nullopt;
}

}  // namespace

FrameYear year_in_sentence(const Passage& passage, const Frame& frame) {
  FrameYear result;
  result.stated = shared_year(passage, frame);
  if (result.stated) return result;
  const std::size_t quantity = frame.quantity->whole.begin;
  for (auto mark = from_position(passage, frame.sentence.begin);
       mark != passage.times.end() && mark->range.begin < frame.clause.end; ++mark) {
    if (mark->kind != Kind::kYear) continue;
    const bool before = mark->range.end <= quantity;
    if (before && dates_start(passage, frame, *mark)) continue;
    if (passage.depth_at(mark->range.begin) > passage.depth_at(quantity)) continue;
    if (before && mark->range.begin >= frame.left.begin && mark->range.end <= frame.left.end) {
      result.inside = *mark;
    } else if (before) {
      result.stated = *mark;
    } else if (mark->range.begin >= frame.quantity->whole.end) {
      if (!closes(passage, frame, *mark))
        result.inside = *mark;
      else if (!result.stated || result.stated->range.end < frame.left.begin ||
               touches(passage, frame.quantity->whole.end, mark->range.begin))
        result.stated = *mark;
    } else if (!frame.quantity->from_to) {
      result.stated = *mark;  // between verb and number
    }
  }
  return result;
}

std::optional<TimeMark> baseline_in_sentence(const Passage& passage, const Frame& frame) {
  const std::size_t quantity = frame.quantity->amount.begin;
  const int depth = passage.depth_at(quantity);
  std::size_t i = frame.quantity->whole.begin;
  const std::optional<TimeMark> opening = opening_baseline(passage, frame);
  for (auto mark = from_position(passage, frame.clause.begin);
       mark != passage.times.end() && mark->range.begin < frame.sentence.end; ++mark) {
    for (; i < mark->range.begin; ++i) {
      if (passage.text(i) == ";") return opening;
      if (passage.text(i) == ")" && passage.depth_at(i) + 1 < depth) return opening;
    }
    if (!is_baseline(*mark)) continue;
    const bool deeper = passage.depth_at(mark->range.begin) > depth;
    if (deeper && !(mark->range.begin > 0 && passage.text(mark->range.begin - 1) == "(")) continue;
    return *mark;
  }
  return opening;
}

bool is_yearly(const Passage& passage, const Frame& frame) {
  const std::size_t end = std::max(frame.clause.end, frame.quantity->whole.end);
  for (auto mark = from_position(passage, frame.zone_begin);
       mark != passage.times.end() && mark->range.begin <= end; ++mark)
    if (mark->kind == Kind::kRate) return true;
  return false;
}

}  // namespace kehoach::plan
