// Times as metadata write them: ISO 8601, more or less.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kehoach::plan {

// "2022-07-12T01:15:00+07:00" of "2022-07-12T01:15", "2022-07-12 01:15:00.000" (Vietnam's offset),
// "2022-07-11T18:15:00Z" as "2022-07-11T18:15:00Z"; "2022-07-12" as it is. Nullopt if `text` does
// not begin with such a date, or the date does not exist.
std::optional<std::string> parse_iso_time(std::string_view text);

// The day in Vietnam at that time: "2022-07-12" of "2022-07-11T18:15:00Z".
std::string day_in_vietnam(const std::string& iso);

}  // namespace kehoach::plan
