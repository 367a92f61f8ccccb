// Rows → CSV (RFC 4180, lines end with \n).
#pragma once

#include <string>

#include "output/sheets/cell.h"

namespace kehoach::output {

// What makes Excel read a file as UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// Spreadsheets run texts that begin with = + - @ as formulas, and documents come from strangers:
// `guard` puts an apostrophe before such a text. Numbers need none.
enum class Formulas { kGuard, kLeave };

// One line with its end. Quotes stand only where they are needed; control characters other than
// tabs and line ends become U+FFFD.
std::string csv_line(const Row& row, Formulas formulas);

std::string csv_head(const Sheet& sheet);

}  // namespace kehoach::output
