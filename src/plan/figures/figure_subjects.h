// The indicators that a noun phrase names: one for each, with their codes.
#pragma once

#include <vector>

#include "plan/figures/figure_clauses.h"

namespace kehoach::plan {

// "PAR Index và SIPAS" gives two; "số vụ, số người chết" one; an empty range one without a name.
std::vector<Subject> subjects_of(const Passage& passage, match::TokenRange range);

}  // namespace kehoach::plan
