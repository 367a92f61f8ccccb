// Values are no surer than the words that they were read from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "layout/reading_certainty.h"
#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

// Of the words that `span` of the normalized text was read from.
layout::Certainty certainty_at(const Reading& reading, base::TextSpan span);

// "… cannot be read for sure in the image, …": `subject` what, `outcome` what is made of it and
// what to do.
base::Diagnostic illegible(const std::string& subject, std::string_view outcome,
                           std::optional<int> page, const std::vector<base::Box>& boxes);

// Multiplies the confidence of every value and entry by the mean certainty of the words of its main
// evidence; leaves out targets and results with a digit that is not sure, with a diagnostic each,
// so too a signer whose name has a word that is not sure or a sign that stands in no name, and an
// issuer that was hardly read; doubts a title with a word that is none. Nothing changes where no
// word was read off an image.
void weigh_by_certainty(const Reading& reading, Record& record);

}  // namespace kehoach::plan
