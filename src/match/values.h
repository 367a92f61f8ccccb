// Numbers and dates as Vietnamese documents print them, read into values.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kehoach::match {

// "13,44" 13.44; "6.908" 6908; "6.498,8" 6498.8; "05" 5; "1.260.513". A dot groups thousands only
// before exactly three digits; "4.0" gives 4. Nullopt if `printed` is no number, or longer (more
// than 18 characters without its dots) than any amount.
std::optional<double> parse_number(std::string_view printed);

// Whole numbers of few digits ("05", "2022"); nullopt otherwise.
std::optional<int> parse_int(std::string_view printed);

// ISO "2022-07-15" where day, month and year make a date that exists, else nullopt.
std::optional<std::string> iso_date(std::string_view day, std::string_view month,
                                    std::string_view year);

// "II" 2, "XIV" 14; nullopt otherwise.
std::optional<int> parse_roman(std::string_view printed);

}  // namespace kehoach::match
