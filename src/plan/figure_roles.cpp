#include "plan/figure_roles.h"

namespace kehoach::plan {
namespace {

bool is_past(const DocumentTimes& times, std::optional<int> year) {
  return year && times.first_year && *year < *times.first_year;
}

FigureRole role_of(const BlockContext& context, const DocumentTimes& times, FigureRole cue,
                   std::optional<int> year) {
  if (cue == FigureRole::kTarget) return cue;
  if (cue == FigureRole::kResult || is_past(times, year)) return FigureRole::kResult;
  switch (context.section) {
    case SectionClass::kGoal:
    case SectionClass::kAim:
    case SectionClass::kTasks:
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
  return times.plans ? FigureRole::kTarget : FigureRole::kResult;
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
  if (frame.shape != FrameShape::kHead && frame.shape != FrameShape::kInner) return false;
  return frame.subjects.empty() || frame.subjects.front().name.empty();
}

double soft_confidence(const Frame& frame, bool backed, FigureRole role) {
  switch (frame.shape) {
    case FrameShape::kNameVerb:
    case FrameShape::kVerbName:
      return backed ? 0.95 : 0.8;
    case FrameShape::kInherited:
      return backed || !frame.quantity->change.empty() || frame.bracketed ? 0.85 : 0.7;
    case FrameShape::kHead:
      return backed ? 0.95 : role == FigureRole::kTarget ? 0.8 : 0;
    case FrameShape::kInner:
      return backed ? 0.75 : role == FigureRole::kTarget ? 0.6 : 0;
    case FrameShape::kBare:
      return backed ? 0.8 : 0;
  }
  return 0;
}

// What must hold before a count, an amount of money or a duration can be a figure at all.
bool is_hard_figure(const Frame& frame, FigureRole role) {
  const Quantity& quantity = *frame.quantity;
  const bool target = role == FigureRole::kTarget;
  const bool changes = frame.change == "increase" || frame.change == "decrease";
  if (frame.part_of) return false;
  if (quantity.fraction && (frame.bracketed || target)) return false;
  if (frame.bracketed && target && !changes && !quantity.bound) return false;
  return quantity.unit != "duration" || !quantity.change.empty() || frame.timed;
}

double hard_confidence(const Frame& frame, const BlockContext& context, bool backed,
                       FigureRole role) {
  if (!is_hard_figure(frame, role)) return 0;
  const bool target = role == FigureRole::kTarget;
  switch (frame.shape) {
    case FrameShape::kNameVerb:
      if (backed || (target && frame.quantity->floor)) return 0.85;
      return target && context.section == SectionClass::kTasks ? 0.55 : 0;
    case FrameShape::kVerbName:
      return backed || (target && frame.quantity->floor) ? 0.85 : 0;
    case FrameShape::kHead:
    case FrameShape::kInner:
      return backed ? 0.7 : target && frame.quantity->floor ? 0.6 : 0;
    case FrameShape::kInherited:
    case FrameShape::kBare:
      return backed || (target && frame.quantity->floor) ? 0.75 : 0;
  }
  return 0;
}

}  // namespace

Verdict judge(const Frame& frame, const BlockContext& context, const DocumentTimes& times,
              FigureRole cue, std::optional<int> year) {
  const FigureRole role = role_of(context, times, cue, year);
  if (role == FigureRole::kUnknown || context.section == SectionClass::kAward) return {};
  const bool past = role == FigureRole::kResult && is_past(times, year);
  const bool later =
      role == FigureRole::kTarget && year && times.first_year && *year > *times.first_year;
  const bool named = frame.shape != FrameShape::kInner && frame.shape != FrameShape::kHead;
  const bool backed = is_backed(context, role, cue) || (past && named) || later;
  if (frame.nested) return {};
  if (frame.quantity->trend && (!backed || role == FigureRole::kResult)) return {};
  if (is_nameless(frame)) return {};
  if (frame.quantity->share && (role == FigureRole::kResult || frame.bracketed)) return {};
  const double confidence = is_soft(frame.quantity->unit)
                                ? soft_confidence(frame, backed, role)
                                : hard_confidence(frame, context, backed, role);
  if (confidence == 0) return {};
  return {role, confidence};
}

}  // namespace kehoach::plan
