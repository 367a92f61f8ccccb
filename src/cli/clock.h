// What time it is, for what is written down.
#pragma once

#include <string>

namespace kehoach::cli {

// "2026-01-02T03:04:05Z"
std::string utc_now();

}  // namespace kehoach::cli
