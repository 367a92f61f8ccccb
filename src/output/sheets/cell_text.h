// What a cell's text may hold, and how long it may be.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kehoach::output {

// Control characters but tabs and line ends become U+FFFD: no file format of tables can hold them,
// and a reader should see that something stood there. What is no UTF-8 becomes U+FFFD too.
std::string without_controls(std::string_view text);

// How many characters a spreadsheet counts: UTF-16 units.
std::size_t utf16_units(std::string_view utf8);

// The start of `utf8` with a note of what was cut, together at most `units` UTF-16 units; none
// where the text is not longer than that.
std::optional<std::string> cut_to_units(std::string_view utf8, std::size_t units);

}  // namespace kehoach::output
