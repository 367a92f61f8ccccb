#include "plan/document/iso_time.h"

#include <charconv>
#include <cstdio>

#include "match/values.h"

namespace kehoach::plan {
namespace {

constexpr std::string_view kVietnam = "+07:00";
constexpr int kVietnamMinutes = 7 * 60;
constexpr int kDay = 24 * 60;

bool digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return false;
  for (auto i = at; i < at + count; ++i)
    if (text[i] < '0' || text[i] > '9') return false;
  return true;
}

int value(std::string_view text, std::size_t at) {
  return match::parse_int(text.substr(at, 2)).value_or(0);
}

bool is_at(std::string_view text, std::size_t at, char c) {
  return at < text.size() && text[at] == c;
}

// "+07:00" of "Z", "+0700", "+07", "" at `at`.
std::string offset_at(std::string_view text, std::size_t at) {
  if (is_at(text, at, 'Z') || is_at(text, at, 'z')) return "Z";
  const bool sign = is_at(text, at, '+') || is_at(text, at, '-');
  if (!sign || !digits(text, at + 1, 2)) return std::string(kVietnam);
  std::string out(text.substr(at, 3));
  const auto minutes = is_at(text, at + 3, ':') ? at + 4 : at + 3;
  return out + ":" + (digits(text, minutes, 2) ? std::string(text.substr(minutes, 2)) : "00");
}

// Minutes east of Greenwich.
int offset_minutes(std::string_view offset) {
  if (offset.size() != kVietnam.size()) return 0;
  const int minutes = value(offset, 1) * 60 + value(offset, 4);
  return offset.front() == '-' ? -minutes : minutes;
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// The day before or after.
std::string shifted(int year, int month, int day, int by) {
  const auto length = [&](int m) {
    constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return m == 2 && is_leap(year) ? 29 : kLengths[m - 1];
  };
  day += by;
  if (day < 1) {
    if (--month < 1) {
      month = 12;
      --year;
    }
    day = length(month);
  } else if (day > length(month)) {
    day = 1;
    if (++month > 12) {
      month = 1;
      ++year;
    }
  }
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
  return out;
}

}  // namespace

std::optional<std::string> parse_iso_time(std::string_view text) {
  if (!digits(text, 0, 4) || !is_at(text, 4, '-') || !digits(text, 5, 2) || !is_at(text, 7, '-') ||
      !digits(text, 8, 2) || digits(text, 10, 1))
    return std::nullopt;
  const auto date = match::iso_date(text.substr(8, 2), text.substr(5, 2), text.substr(0, 4));
  if (!date) return std::nullopt;
  const bool timed = (is_at(text, 10, 'T') || is_at(text, 10, 't') || is_at(text, 10, ' ')) &&
                     digits(text, 11, 2) && is_at(text, 13, ':') && digits(text, 14, 2);
  if (!timed || value(text, 11) > 23 || value(text, 14) > 59) return date;
  std::string seconds = "00";
  std::size_t at = 16;
  if (is_at(text, at, ':') && digits(text, at + 1, 2)) {
    seconds = text.substr(at + 1, 2);
    at += 3;
    if (is_at(text, at, '.') || is_at(text, at, ','))
      for (++at; digits(text, at, 1);) ++at;
  }
  while (is_at(text, at, ' ')) ++at;
  return *date + "T" + std::string(text.substr(11, 5)) + ":" + seconds + offset_at(text, at);
}

std::string day_in_vietnam(const std::string& iso) {
  const std::string_view text = iso;
  if (iso.size() < 20) return iso.substr(0, 10);
  const int minutes =
      value(text, 11) * 60 + value(text, 14) + kVietnamMinutes - offset_minutes(text.substr(19));
  if (minutes >= 0 && minutes < kDay) return iso.substr(0, 10);
  const int year = match::parse_int(text.substr(0, 4)).value_or(0);
  return shifted(year, value(text, 5), value(text, 8), minutes < 0 ? -1 : 1);
}

}  // namespace kehoach::plan
