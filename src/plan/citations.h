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

// A page about a document names bodies of its own province without it ("UBND tỉnh"): completes them
// with `province`.
void complete_issuers(const Reading& reading, const std::string& province,
                      std::vector<Citation>& citations);

}  // namespace kehoach::plan
