// What time it is, for what is written down.
#pragma once

#include <string>

namespace kehoach::cli {

// "2026-01-02T03:04:05Z"
std::string utc_now();

// "2026-01-02": the day in Vietnam, whose deadlines these are, wherever the program runs.
std::string vietnam_day();

}  // namespace kehoach::cli
