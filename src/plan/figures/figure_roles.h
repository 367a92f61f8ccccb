// Target, result or nothing: what a frame is in its place, and how sure that is.
#pragma once

#include <optional>

#include "plan/figures/figure_clauses.h"
#include "plan/figures/figure_context.h"

namespace kehoach::plan {

// What the whole document says about its figures.
struct DocumentTimes {
  std::optional<int> single_year;  // the one year of a plan or report
  std::optional<int> result_year;  // that of what a report tells, where its title looks ahead too
  std::optional<int> first_year;   // figures of years before it are past
  std::optional<int>
      first_month;      // the document's own, as year * 12 + month: months before it are over
  bool plans = false;   // a plan or an act that issues one; else reports and directives
  bool orders = false;  // a directive, telegram or letter
};

struct Verdict {
  FigureRole role = FigureRole::kUnknown;  // unknown: not to be listed
  double confidence = 0;
};

// `said` is the time that the sentence itself gives the figure; `cue` what its words say.
Verdict judge(const Frame& frame, const BlockContext& context, const DocumentTimes& times,
              const Cue& cue, const std::optional<TimeMark>& said);

}  // namespace kehoach::plan
