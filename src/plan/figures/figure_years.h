// The year and the baseline of one frame: from its clause, its sentence, its lead-in or the plan.
#pragma once

#include <optional>

#include "plan/figures/figure_clauses.h"
#include "plan/figures/figure_context.h"
#include "plan/figures/figure_roles.h"

namespace kehoach::plan {

struct FrameYear {
  std::optional<TimeMark> stated;  // by the sentence, beside the name or the quantity
  std::optional<TimeMark> inside;  // by words within the name: weaker
};

FrameYear year_in_sentence(const Passage& passage, const Frame& frame);

// The baseline that the sentence gives the frame: the first one after it, in its clause or closed
// into its bracket, or one that opens its clause.
std::optional<TimeMark> baseline_in_sentence(const Passage& passage, const Frame& frame);

// "mỗi năm", "/năm" beside the quantity or before its clause.
bool is_yearly(const Passage& passage, const Frame& frame);

}  // namespace kehoach::plan
