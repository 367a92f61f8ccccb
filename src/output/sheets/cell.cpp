#include "output/sheets/cell.h"

#include <charconv>
#include <chrono>

namespace kehoach::output {

bool is_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto part = [&](std::size_t at, std::size_t size, int& value) {
    const char* end = text.data() + at + size;
    return text[at] != '-' && std::from_chars(text.data() + at, end, value).ptr == end;
  };
  int year = 0, month = 0, day = 0;
  if (!part(0, 4, year) || !part(5, 2, month) || !part(8, 2, day)) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

}  // namespace kehoach::output
