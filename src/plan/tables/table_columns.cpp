#include "plan/tables/table_columns.h"

#include <algorithm>

#include "match/values.h"
#include "plan/tables/column_numbers.h"

namespace kehoach::plan {
namespace {

using base::TextSpan;

constexpr std::string_view kColumnStage = "task-cues";
constexpr std::size_t kLongestHeading = 240;  // bytes; more is no heading

// The last number of four digits that the part's rule names as its year.
std::optional<int> year_of(const match::TokenSequence& tokens, const match::Token& token) {
  const auto last = match::parse_int(tokens.part(token, "last"));
  return last ? last : match::parse_int(tokens.part(token, "year"));
}

// "year" and "total" stand in cells of any row.
bool names_column(const match::Token& token) {
  return token.is("column") && token.value != "year" && token.value != "total";
}

// Some words name a column only where they stand alone: "Nội dung", not "Nội dung đào tạo".
bool stands_alone(const match::Token& token) {
  if (!token.entry) return false;
  const auto exact = token.entry->attributes.find("exact");
  return exact != token.entry->attributes.end() && exact->second == "true";
}

// Numbers below the names; months below one heading leave the first column blank.
bool numbers_columns(const Reading& reading, const GridRow& row) {
  return numbering_end(reading, row).value_or(0) >= 2 && !row.own.front().empty();
}

}  // namespace

bool Heading::has(std::string_view value) const {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const HeadingPart& part) { return part.value == value; });
}

Heading read_heading(const Reading& reading, TextSpan cell) {
  Heading heading{cell, {}, false, false, {cell.end, cell.end}};
  if (cell.empty() || cell.size() > kLongestHeading) return heading;
  const match::TokenSequence tokens =
      reading.matcher.tokenize(reading.text.slice(cell), kColumnStage);
  int depth = 0;
  bool only = true, first = true;
  std::vector<HeadingPart> alone;  // that count only if the heading is whole
  for (const match::Token& token : tokens.tokens) {
    const std::string_view text = tokens.slice(token);
    if (text == "(") {
      if (depth++ == 0 && heading.bracket.empty())
        heading.bracket = {cell.begin + token.span.end, cell.end};
      continue;
    }
    if (text == ")") {
      if (--depth == 0 && heading.bracket.end == cell.end)
        heading.bracket.end = cell.begin + token.span.begin;
      continue;
    }
    if (depth > 0) continue;
    if (token.is("column")) {
      (stands_alone(token) ? alone : heading.parts)
          .push_back({token.value, year_of(tokens, token)});
      heading.names = heading.names || (first && names_column(token));
    } else {
      only = only && token.is("punct");
    }
    first = false;
  }
  heading.whole = only && !(heading.parts.empty() && alone.empty());
  if (heading.whole) heading.parts.insert(heading.parts.end(), alone.begin(), alone.end());
  heading.names = heading.names && !heading.parts.empty();
  return heading;
}

std::vector<HeadingPath> read_headings(const Reading& reading, const Grid& grid) {
  std::vector<HeadingPath> paths(grid.columns);
  for (std::size_t r = grid.title_rows; r < grid.header_rows; ++r) {
    const GridRow& row = grid.rows[r];
    if (r > grid.title_rows && numbers_columns(reading, row)) continue;
    for (std::size_t c = 0; c < row.shown.size(); ++c) {
      const bool again = !paths[c].empty() && paths[c].back().span == row.shown[c];
      if (!row.shown[c].empty() && !again) paths[c].push_back(read_heading(reading, row.shown[c]));
    }
  }
  return paths;
}

}  // namespace kehoach::plan
