// Every other document that the text names.
//
// Contract: each document once, at its fullest mention, other mentions as further evidence; the
// document itself is none (`own`); one with neither number nor date is none; an impossible date is
// null and a diagnostic `impossible-date`.
#pragma once

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

std::vector<Citation> read_citations(const Reading& reading, const DocumentFields& own,
                                     base::Diagnostics& diagnostics);

}  // namespace kehoach::plan
