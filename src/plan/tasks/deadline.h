// When something is to be done: "Tháng 3/2023", "trước ngày 15/5/2025", "hàng năm".
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"
#include "match/matcher.h"
#include "plan/record.h"

namespace kehoach::plan {

// Reads a text that is known to be a deadline (a cell, the words after "Thời gian hoàn thành:").
// `text` is kept as printed without the final stop; from, to and recurring where it says them.
// "quý II/2023" 2023-04-01 to 2023-06-30; "trước ngày 15/5/2025" to 2025-05-15; a month or quarter
// without a year takes `year`, where given.
Deadline read_deadline(const match::Matcher& matcher, std::string_view text,
                       std::optional<int> year = {});

// The stretch of a running sentence that sets a deadline: "hoàn thành trước ngày 15/5/2025" gives
// "trước ngày 15/5/2025". Nullopt if none does.
std::optional<base::LocalSpan> find_deadline(const match::Matcher& matcher,
                                             std::string_view sentence);
std::optional<match::TokenRange> find_deadline(const match::TokenSequence& tokens,
                                               match::TokenRange within);

}  // namespace kehoach::plan
