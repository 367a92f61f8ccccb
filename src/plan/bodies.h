// A cell or phrase that names bodies, cut into names.
//
// "Sở Y tế; Sở Nội vụ và các đơn vị liên quan" gives three. A name keeps its own commas ("Sở Văn
// hóa, Thể thao và Du lịch"), and a listing of kinds stays one ("Các sở, ban, ngành, đoàn thể",
// "UBND cấp huyện, cấp xã").
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "match/matcher.h"

namespace kehoach::plan {

std::vector<std::string> split_bodies(const match::Matcher& matcher, std::string_view phrase);

// The longest stretch from the start of `text` that names one or more bodies; nullopt if the text
// does not open with one. "Sở Nội vụ chủ trì, theo dõi" gives "Sở Nội vụ".
std::optional<base::LocalSpan> leading_bodies(const match::Matcher& matcher, std::string_view text);

}  // namespace kehoach::plan
