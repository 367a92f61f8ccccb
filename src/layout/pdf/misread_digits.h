// Digits of numbers and dates as a machine reads them off a page: with letters in their place, or
// taken for others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kehoach::layout {

bool is_ascii_digit(char c);

// Runs of digits of a text: [begin, end).
std::vector<std::pair<std::size_t, std::size_t>> digit_runs(std::string_view text);

std::string digits_of(std::string_view text);

// Are `some` left of `all` when others are taken out?
bool holds_in_order(std::string_view all, std::string_view some);

// "l6", "3l/12/2024": a day, month, year or all of them with letters in place of some digits.
bool may_be_digits(std::string_view text);

// "Ố" of a month: one letter or sign that digits are taken for.
bool is_one_like_digit(std::string_view text);

// Is `read` digits and strokes, with none of the digits of `seen` left out, and no more of them
// than signs stood there?
bool is_with_digits(std::string_view seen, std::string_view read);

// "31/06/2015", "16/2022": behind the word for a day or month no date is printed so.
bool is_impossible_date(std::string_view text);

// Is `read` a date that there is, with the same year?
bool may_be_printed_for(std::string_view impossible, std::string_view read);

}  // namespace kehoach::layout
