#include "plan/figures/figure_roles.h"

namespace kehoach::plan {
namespace {

// A year before those of the plan, or a month before that of the document.
bool is_past(const DocumentTimes& times, const std::optional<TimeMark>& said) {
  if (!said || !said->year || !times.first_year) return false;
  if (*said->year < *times.first_year) return true;
  return said->month && times.first_month && *said->year * 12 + *said->month < *times.first_month;
}

FigureRole role_of(const BlockContext& context, const DocumentTimes& times, FigureRole cue,
                   bool past, bool ordered) {
  if (cue == FigureRole::kTarget) return cue;
  if (cue == FigureRole::kResult || past) return FigureRole::kResult;
  switch (context.section) {
    case SectionClass::kGoal:
    case SectionClass::kAim:
    case SectionClass::kTasks:
    case SectionClass::kOutlook:
    case SectionClass::kAssignment:
      return FigureRole::kTarget;
    case SectionClass::kSituation:
      return FigureRole::kResult;
    case SectionClass::kBudget:
    case SectionClass::kAward:
    case SectionClass::kReporting:
      return FigureRole::kUnknown;
    case SectionClass::kOther:
      break;
  }
  if (times.plans || ordered) return FigureRole::kTarget;
  return context.ordered ? FigureRole::kUnknown : FigureRole::kResult;
}

// "ít nhất", not "không quá".
bool is_least(const Frame& frame) { return frame.bounds.min && !frame.bounds.max; }

// "ít nhất 01 bình chữa cháy": what a directive asks for; what has been has no floor. So is all of
// something in a letter or directive, "gửi thư xin lỗi đối với 100% hồ sơ trễ hạn", and what an
// item of one says to do: "lắp đặt 40 camera".
bool is_ordered(const Frame& frame, const BlockContext& context, const DocumentTimes& times) {
  const Quantity& quantity = *frame.quantity;
  if ((quantity.floor && is_least(frame)) || (context.ordered && (frame.does || frame.bids)))
    return true;
  return times.orders && quantity.unit == "percent" && quantity.change.empty() &&
         frame.bounds.min == 100 && !frame.bracketed;
}

// Percentages, points and places are said of indicators; counts, money and durations of anything.
bool is_soft(const std::string& unit) {
  return unit == "percent" || unit == "percentage_point" || unit == "rank" || unit == "point";
}

// Whether goal words or a goal section stand behind it, or words or a section of the past.
bool is_backed(const BlockContext& context, FigureRole role, FigureRole cue) {
  if (cue == role) return true;
  if (role == FigureRole::kTarget) return context.section == SectionClass::kGoal;
  return context.section == SectionClass::kSituation;
}

// A quantity that opens a clause and names nothing is a threshold or a label.
bool is_nameless(const Frame& frame) {
  const bool level = frame.change == "reach" || frame.change == "maintain";
  if (frame.shape == FrameShape::kVerbName
          ? !level
          : frame.shape != FrameShape::kHead && frame.shape != FrameShape::kInner)
    return false;
  return frame.subjects.empty() || frame.subjects.front().name.empty();
}

// "chiếm 12 %" is a figure only as a goal of its own: "phấn đấu kinh tế số chiếm 20 %".
bool is_share_only(const Frame& frame, FigureRole role, bool backed) {
  return role == FigureRole::kResult || frame.bracketed || !backed ||
         frame.shape == FrameShape::kInherited;
}

double soft_confidence(const Frame& frame, bool backed, FigureRole role) {
  switch (frame.shape) {
    case FrameShape::kNameVerb:
    case FrameShape::kVerbName:
      return backed ? 0.95 : 0.9;
    case FrameShape::kInherited:
      return backed || !frame.quantity->change.empty() || frame.bracketed ? 0.9 : 0.8;
    case FrameShape::kHead:
      return backed ? 0.95 : role == FigureRole::kTarget ? 0.9 : 0;
    case FrameShape::kInner:
      return backed ? 0.9 : role == FigureRole::kTarget ? 0.8 : 0;
    case FrameShape::kBare:
      return backed ? 0.9 : 0;
  }
  return 0;
}

// What must hold before a count, an amount of money or a duration can be a figure at all.
bool is_hard_figure(const Frame& frame, const BlockContext& context, FigureRole role,
                    FigureRole cue) {
  const Quantity& quantity = *frame.quantity;
  const bool target = role == FigureRole::kTarget;
  const bool changes = frame.change == "increase" || frame.change == "decrease";
  // "trong đó khách quốc tế đạt 250.000 lượt", "trong đó đưa 4.200 lao động đi": a part that has a
  // verb of its own, or opens with its number, may be a goal.
  const bool goal = context.section == SectionClass::kGoal || cue == FigureRole::kTarget;
  const bool own_verb = !quantity.change.empty() || frame.shape == FrameShape::kHead || frame.does;
  if (frame.part_of && !(target && goal && own_verb)) return false;
  if (quantity.fraction && (frame.bracketed || (target && frame.shape == FrameShape::kInner)))
    return false;
  if (frame.bracketed && target && !changes && !quantity.bound) return false;
  return quantity.unit != "duration" || !quantity.change.empty() || frame.timed;
}

// A number of things in the middle of a clause needs more than a word that looks ahead; one that
// bounds its noun ("từ 30 hộ trở lên") is a threshold unless a goal stands before it.
bool is_offhand(const Frame& frame, const BlockContext& context, const Cue& cue) {
  if (frame.shape != FrameShape::kInner && frame.shape != FrameShape::kHead) return false;
  if (frame.quantity->after) return cue.role == FigureRole::kUnknown || !frame.left.empty();
  return cue.weak && context.section != SectionClass::kGoal;
}

// A number of things that a task, or a sentence about the plan's own years, sets out to do.
bool is_set_deed(const Frame& frame, const BlockContext& context, bool dated) {
  if (!frame.deed || frame.bracketed || frame.quantity->after) return false;
  return dated || context.ordered || context.section == SectionClass::kGoal ||
         context.section == SectionClass::kAim || context.section == SectionClass::kTasks ||
         context.section == SectionClass::kAssignment;
}

double hard_confidence(const Frame& frame, const BlockContext& context, bool backed, bool dated,
                       FigureRole role, FigureRole cue) {
  if (!is_hard_figure(frame, context, role, cue)) return 0;
  const bool target = role == FigureRole::kTarget;
  switch (frame.shape) {
    case FrameShape::kNameVerb:
      if (backed || (target && frame.quantity->floor)) return 0.95;
      return target && context.section == SectionClass::kTasks ? 0.8 : 0;
    case FrameShape::kVerbName:
      return backed || (target && frame.quantity->floor) ? 0.95 : 0;
    case FrameShape::kHead:
    case FrameShape::kInner:
      if (backed) return 0.9;
      return target && (frame.quantity->floor || is_set_deed(frame, context, dated)) ? 0.8 : 0;
    case FrameShape::kBare:
      if (target && is_set_deed(frame, context, dated)) return 0.8;
      if (target && frame.headed && context.section == SectionClass::kTasks) return 0.8;
      [[fallthrough]];
    case FrameShape::kInherited:
      return backed || (target && frame.quantity->floor) ? 0.9 : 0;
  }
  return 0;
}

}  // namespace

Verdict judge(const Frame& frame, const BlockContext& context, const DocumentTimes& times,
              const Cue& cue, const std::optional<TimeMark>& said) {
  // "(năm 2021 xếp thứ 60/63)" beside a goal tells where it started.
  const bool over = is_past(times, said);
  const bool aside = frame.bracketed && over;
  const int year = said ? said->year.value_or(0) : 0;
  const FigureRole role = role_of(context, times, aside ? FigureRole::kResult : cue.role, over,
                                  is_ordered(frame, context, times));
  if (role == FigureRole::kUnknown || context.section == SectionClass::kAward) return {};
  // "Tổng kinh phí dự kiến 6.480 tỷ đồng, trong đó …": what a plan costs is no goal.
  if (context.section == SectionClass::kBudget && frame.quantity->unit == "money" && cue.weak)
    return {};
  const bool past = role == FigureRole::kResult && over;
  // "Năm 2010, toàn tỉnh có 286 cặp" tells as much as a verb.
  const bool named = (frame.shape != FrameShape::kInner && frame.shape != FrameShape::kHead) ||
                     (past && frame.quantity->possessed);
  const bool dated =
      role == FigureRole::kTarget && year != 0 && times.first_year && year >= *times.first_year;
  const bool later = dated && (year > *times.first_year || named);
  const bool backed = is_backed(context, role, cue.role) || (past && named) || later;
  if (frame.nested) return {};
  if (frame.quantity->trend && (!backed || role == FigureRole::kResult)) return {};
  if (is_nameless(frame) && !(backed && frame.shape == FrameShape::kVerbName)) return {};
  if (frame.quantity->share && is_share_only(frame, role, backed)) return {};
  const double confidence =
      is_soft(frame.quantity->unit)
          ? soft_confidence(frame, backed, role)
          : hard_confidence(frame, context, backed && !is_offhand(frame, context, cue), dated, role,
                            cue.role);
  if (confidence == 0) return {};
  return {role, confidence};
}

}  // namespace kehoach::plan
