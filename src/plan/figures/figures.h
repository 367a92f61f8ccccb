// The figures of a document: what is to be reached (targets) and what was reached (results).
//
// Purpose: one entry for each indicator and each quantity, as docs/record.md settles it.
// Contract: a figure is a target or a result, never both; said twice, it is one entry. Evidence is
// exact slices: the clause from indicator to baseline, then inherited context (a heading's year, a
// baseline stated once). Allotted money, award conditions, thresholds, legal limits, clock times,
// ages, shares and numbers of tasks or annexes are no figures. Linear in the tokens.
// Example: "Phấn đấu PAR Index và SIPAS năm 2022 tăng 5-7 bậc so với năm 2021" gives two targets.
// Refused: deciding target or result by "tăng" and "giảm" (both tell of past and future alike).
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

struct Figures {
  std::vector<Figure> targets, results;
  base::Diagnostics diagnostics;
};

// `fields` gives the plan's period, title and date; `facts` the time a page was posted.
Figures read_figures(const Reading& reading, const DocumentFields& fields,
                     const SourceFacts& facts);

}  // namespace kehoach::plan
