#include "cli/clock.h"

#include <ctime>

namespace kehoach::cli {

namespace {

constexpr std::time_t kVietnamAhead = 7 * 60 * 60;  // seconds; it has no summer time

std::string written(std::time_t time, const char* form) {
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  char text[32];
  std::strftime(text, sizeof text, form, &parts);
  return text;
}

}  // namespace

std::string utc_now() { return written(std::time(nullptr), "%Y-%m-%dT%H:%M:%SZ"); }

std::string vietnam_day() { return written(std::time(nullptr) + kVietnamAhead, "%Y-%m-%d"); }

}  // namespace kehoach::cli
