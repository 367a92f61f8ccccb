// The document that a news page is about: from the sentence that reports it.
//
// Contract: number, type, date, issuer and title come from one statement ("Ngày 15/7/2022, UBND
// tỉnh ban hành Kế hoạch số 142/KH-UBND về việc …"); nothing is put together from two. The posted
// date is no issue date, but gives the year to a printed day and month. The province of a bare
// "UBND tỉnh" comes from the title, the text or the site's lines, and is said to be inferred.
#pragma once

#include <optional>

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

// Nullopt: the source reports no administrative document.
std::optional<DocumentFields> read_about(const Reading& reading, const SourceFacts& source,
                                         base::Diagnostics& diagnostics);

}  // namespace kehoach::plan
