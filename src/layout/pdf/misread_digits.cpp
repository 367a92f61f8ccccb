#include "layout/pdf/misread_digits.h"

#include <array>

#include "base/utf8.h"
#include "language/letters.h"

namespace kehoach::layout {
namespace {

constexpr std::string_view kDateSigns = "0123456789/";

// What a date's digits were taken for: "ngày l6", "ngày 1ó".
bool is_like_digit(char32_t c) {
  return std::u32string_view(U"lIi|!]OoSZB").find(c) != std::u32string_view::npos ||
         (c > 0x7F && language::is_letter(c));
}

}  // namespace

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::pair<std::size_t, std::size_t>> digit_runs(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> runs;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_ascii_digit(text[i])) continue;
    const auto begin = i;
    while (i < text.size() && is_ascii_digit(text[i])) ++i;
    runs.emplace_back(begin, i);
  }
  return runs;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (is_ascii_digit(c)) digits += c;
  return digits;
}

bool holds_in_order(std::string_view all, std::string_view some) {
  std::size_t at = 0;
  for (const char c : all)
    if (at < some.size() && some[at] == c) ++at;
  return at == some.size();
}

bool may_be_digits(std::string_view text) {
  constexpr std::size_t kLongestDate = 10;
  std::size_t letters = 0, digits = 0;
  const auto decoded = base::decode_utf8(text);
  for (const auto c : decoded) {
    letters += is_like_digit(c);
    digits += language::is_digit(c);
    if (!is_like_digit(c) && !language::is_digit(c) && c != U'/') return false;
  }
  return letters > 0 && digits > 0 && decoded.size() <= kLongestDate;
}

bool is_one_like_digit(std::string_view text) {
  const auto decoded = base::decode_utf8(text);
  return decoded.size() == 1 && is_like_digit(decoded[0]);
}

bool is_with_digits(std::string_view seen, std::string_view read) {
  return !read.empty() && read.find_first_not_of(kDateSigns) == read.npos &&
         read.size() <= base::code_points(seen) && holds_in_order(read, digits_of(seen));
}

bool is_impossible_date(std::string_view text) {
  if (text.find_first_not_of(kDateSigns) != text.npos) return false;
  const auto runs = digit_runs(text);
  if (runs.size() < 2 || runs.size() > 3 || runs.back().second - runs.back().first != 4)
    return false;
  const auto number = [&](std::size_t run) {
    const auto [begin, end] = runs[run];
    return end - begin > 2 ? 99 : std::stoi(std::string(text.substr(begin, end - begin)));
  };
  const int month = number(runs.size() - 2), day = runs.size() == 3 ? number(0) : 1;
  constexpr std::array kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month < 1 || month > 12 || day < 1 || day > kDays[static_cast<std::size_t>(month - 1)];
}

bool may_be_printed_for(std::string_view impossible, std::string_view read) {
  constexpr std::size_t kYear = 5;  // with its stroke
  return read.find_first_not_of(kDateSigns) == read.npos && digit_runs(read).size() == 3 &&
         read.size() > kYear && !is_impossible_date(read) &&
         impossible.ends_with(read.substr(read.size() - kYear));
}

}  // namespace kehoach::layout
