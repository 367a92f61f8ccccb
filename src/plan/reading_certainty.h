// Values are no surer than the words that they were read from.
#pragma once

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

// Multiplies the confidence of every value and entry by the mean certainty of the words of its main
// evidence; leaves out targets and results with a digit that is not sure, with a diagnostic each,
// and an issuer that was hardly read. Nothing changes where no word was read off an image.
void weigh_by_certainty(const Reading& reading, Record& record);

}  // namespace kehoach::plan
