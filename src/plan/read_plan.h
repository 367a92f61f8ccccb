// Document and its normalized text → Record: what a plan is.
//
// Purpose: read every field of docs/record.md that the text gives.
// Contract: every value carries evidence that is exactly a slice of the normalized text; what the
// text does not say is absent; losers of a conflict are diagnostics. Linear in the text.
// Source hashes, path and sizes are the caller's (output::finish).
#pragma once

#include "layout/document.h"
#include "match/matcher.h"
#include "plan/record.h"
#include "text/normalized_text.h"

namespace kehoach::plan {

Record read_plan(const layout::Document& document, const text::NormalizedText& text,
                 const match::Matcher& matcher);

}  // namespace kehoach::plan
