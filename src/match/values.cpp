#include "match/values.h"

#include <array>
#include <cstdlib>

namespace kehoach::match {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t digits_at(std::string_view text, std::size_t from) {
  std::size_t n = 0;
  while (from + n < text.size() && is_digit(text[from + n])) ++n;
  return n;
}

int days_in(int month, int year) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

int roman_digit(char c) {
  switch (c) {
    case 'I':
      return 1;
    case 'V':
      return 5;
    case 'X':
      return 10;
    case 'L':
      return 50;
    case 'C':
      return 100;
    default:
      return 0;
  }
}

// More digits than a double tells apart count nothing: an account, a barcode, damage.
constexpr std::size_t kMostDigits = 18;

std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

std::optional<double> parse_number(std::string_view printed) {
  std::string plain;
  std::size_t i = 0;
  if (!printed.empty() && printed.front() == '-') plain += printed[i++];
  const std::size_t head = digits_at(printed, i);
  if (head == 0) return std::nullopt;
  plain.append(printed.substr(i, head));
  i += head;
  const auto group_at = [&](std::size_t at) {
    return at < printed.size() && printed[at] == '.' && digits_at(printed, at + 1) == 3;
  };
  while (head <= 3 && group_at(i)) {
    plain.append(printed.substr(i + 1, 3));
    i += 4;
  }
  if (i < printed.size() && (printed[i] == ',' || printed[i] == '.')) {
    const std::size_t n = digits_at(printed, i + 1);
    if (n == 0) return std::nullopt;
    plain.append(".").append(printed.substr(i + 1, n));
    i += n + 1;
  }
  if (i != printed.size() || plain.size() > kMostDigits) return std::nullopt;
  return std::strtod(plain.c_str(), nullptr);
}

std::optional<int> parse_int(std::string_view printed) {
  constexpr std::size_t kMostOfInt = 9;
  if (printed.empty() || printed.size() > kMostOfInt || digits_at(printed, 0) != printed.size())
    return std::nullopt;
  int value = 0;
  for (const char c : printed) value = value * 10 + (c - '0');
  return value;
}

std::optional<std::string> iso_date(std::string_view day, std::string_view month,
                                    std::string_view year) {
  const auto d = parse_int(day), m = parse_int(month), y = parse_int(year);
  if (!d || !m || !y || year.size() != 4 || *y < 1) return std::nullopt;
  if (*m < 1 || *m > 12 || *d < 1 || *d > days_in(*m, *y)) return std::nullopt;
  return std::string(year) + "-" + two_digits(*m) + "-" + two_digits(*d);
}

std::optional<int> parse_roman(std::string_view printed) {
  int total = 0;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const int value = roman_digit(printed[i]);
    if (value == 0) return std::nullopt;
    const int next = i + 1 < printed.size() ? roman_digit(printed[i + 1]) : 0;
    total += value < next ? -value : value;
  }
  return printed.empty() ? std::nullopt : std::optional(total);
}

}  // namespace kehoach::match
