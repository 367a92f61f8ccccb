// How many columns of a terminal a text takes, and cutting it to fit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kehoach::output {

// Combining and zero-width characters take no column, East Asian wide ones two.
std::size_t display_width(std::string_view utf8);

// At most `columns` columns of `utf8`, with "…" in the last one where something was cut. Control
// characters become spaces, so that no document can steer the terminal.
std::string fit(std::string_view utf8, std::size_t columns);

// The same, but what is cut is the front: "…/2023/a.txt".
std::string fit_end(std::string_view utf8, std::size_t columns);

// fit() and then spaces up to `columns`, before the text where `right` is set.
std::string pad(std::string_view utf8, std::size_t columns, bool right = false);

}  // namespace kehoach::output
