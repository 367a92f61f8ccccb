#include "plan/tasks/deadline.h"

#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "match/values.h"
#include "plan/bodies.h"

namespace kehoach::plan {

namespace {

using match::Token;
using match::TokenRange;
using match::TokenSequence;

// The days that one printed time covers.
struct Stretch {
  std::optional<std::string> from, to;
};

std::string day_string(int year, int month, int day) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", year, month, day);
  return buffer.data();
}

int last_day(int year, int month) {
  static constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

Stretch months(int year, int first, int last) {
  if (first < 1 || last > 12 || first > last) return {};
  return {day_string(year, first, 1), day_string(year, last, last_day(year, last))};
}

std::optional<int> number(const TokenSequence& tokens, const Token& token, std::string_view part) {
  return match::parse_int(tokens.part(token, part));
}

std::optional<int> quarter(std::string_view printed) {
  const auto roman = match::parse_roman(printed);
  const auto value = roman ? roman : match::parse_int(printed);
  if (!value || *value < 1 || *value > 4) return std::nullopt;
  return value;
}

Stretch read_date(const TokenSequence& tokens, const Token& token, std::optional<int> year) {
  const std::string_view printed_year = tokens.part(token, "year");
  const std::string year_text =
      printed_year.empty() && year ? std::to_string(*year) : std::string(printed_year);
  const auto iso =
      match::iso_date(tokens.part(token, "day"), tokens.part(token, "month"), year_text);
  return {iso, iso};
}

Stretch read_time(const TokenSequence& tokens, const Token& token, std::optional<int> year) {
  if (token.is("time", "date")) return read_date(tokens, token, year);
  const auto printed_year = number(tokens, token, "year");
  if (printed_year) year = printed_year;
  if (!year) return {};
  if (token.is("time", "month")) {
    const auto first = number(tokens, token, "month");
    const auto last = number(tokens, token, "last");
    return first ? months(*year, *first, last.value_or(*first)) : Stretch{};
  }
  if (token.is("time", "quarter")) {
    const auto first = quarter(tokens.part(token, "quarter"));
    const auto last = quarter(tokens.part(token, "last"));
    return first ? months(*year, *first * 3 - 2, last.value_or(*first) * 3) : Stretch{};
  }
  if (token.is("time", "first-half")) return months(*year, 1, 6);
  if (token.is("time", "last-half")) return months(*year, 7, 12);
  const auto last = number(tokens, token, "last");
  return {day_string(*year, 1, 1), day_string(last.value_or(*year), 12, 31)};
}

// "trước ngày 05 hằng tháng": a day that comes again is told by how often it does.
std::optional<std::string> recurrence(const TokenSequence& tokens, const Token& token) {
  if (token.is("recurring")) return std::string(token.value);
  if (!token.is("time")) return std::nullopt;
  if (!tokens.part(token, "yearly").empty()) return "year";
  if (!tokens.part(token, "quarterly").empty()) return "quarter";
  if (!tokens.part(token, "monthly").empty()) return "month";
  return std::nullopt;
}

// The year that a later time of the same deadline prints holds for an earlier one without.
std::optional<int> year_in(const TokenSequence& tokens, std::optional<int> fallback) {
  for (const Token& token : tokens.tokens) {
    if (!token.is("time")) continue;
    if (const auto year = number(tokens, token, "year")) return year;
  }
  return fallback;
}

void widen(Deadline& deadline, const Stretch& time, bool first) {
  if (first) deadline.from = time.from;
  if (time.to) deadline.to = time.to;
}

std::string_view without_stop(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ',' ||
                           text.back() == ' ' || text.back() == '/')) {
    text.remove_suffix(1);
  }
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

}  // namespace

Deadline read_deadline(const match::Matcher& matcher, std::string_view text,
                       std::optional<int> year) {
  Deadline deadline;
  text = without_stop(text);
  deadline.text = std::string(text);
  const TokenSequence tokens = matcher.tokenize(text, kTaskStage);
  year = year_in(tokens, year);
  bool first = true, until = false, onward = false;
  for (const Token& token : tokens.tokens) {
    if (token.is("until")) until = true;
    if (token.is("onward")) onward = true;
    if (!deadline.recurring) deadline.recurring = recurrence(tokens, token);
    if (!token.is("time")) continue;
    widen(deadline, read_time(tokens, token, year), first && !until);
    first = false;
  }
  if (onward) deadline.to.reset();
  return deadline;
}

namespace {

// "hoàn thành bộ tiêu chí trong quý I/2026": what is to be done stands before the time.
std::size_t time_begin(const TokenSequence& tokens, std::size_t begin, std::size_t time) {
  for (std::size_t i = begin; i < time; ++i) {
    const Token& token = tokens.tokens[i];
    if (token.is("word") || token.is("body-head") || token.is("term"))
      return tokens.tokens[time - 1].is("time-lead") ? time - 1 : time;
  }
  return begin;
}

}  // namespace

std::optional<TokenRange> find_deadline(const TokenSequence& tokens, TokenRange within) {
  for (std::size_t i = within.begin; i < within.end; ++i) {
    const Token& token = tokens.tokens[i];
    if (!token.is("until") && !token.is("due")) continue;
    // "hoàn thành trước ngày 15/5": the words between may be few, and the time must follow.
    std::size_t begin = token.is("until") ? i : i + 1;
    // "hằng năm trước ngày 20/12"
    if (token.is("until") && i > within.begin && tokens.tokens[i - 1].is("recurring"))
      begin = i - 1;
    for (std::size_t j = i + 1; j < within.end && j <= i + 5; ++j) {
      const Token& next = tokens.tokens[j];
      // "sắp hết hạn trước ngày 05": words part the first from the limit.
      if (next.is("until") && (begin > i || tokens.tokens[j - 1].is("word"))) begin = j;
      if (!next.is("time")) continue;
      std::size_t end = j + 1;
      while (end + 1 < within.end && tokens.tokens[end + 1].is("time") &&
             (tokens.tokens[end].is("until") || tokens.slice(tokens.tokens[end]) == "-")) {
        end += 2;
      }
      return TokenRange{token.is("due") && begin == i + 1 ? time_begin(tokens, begin, j) : begin,
                        end};
    }
  }
  return std::nullopt;
}

std::optional<base::LocalSpan> find_deadline(const match::Matcher& matcher,
                                             std::string_view sentence) {
  const TokenSequence tokens = matcher.tokenize(sentence, kTaskStage);
  const auto range = find_deadline(tokens, {0, tokens.tokens.size()});
  if (!range) return std::nullopt;
  return tokens.span(*range);
}

}  // namespace kehoach::plan
