#include "plan/tasks/period_columns.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "plan/tasks/deadline.h"

namespace kehoach::plan {
namespace {

using base::TextSpan;

constexpr int kAnyYear = 2000;  // to see whether a text names a month or quarter

constexpr std::array<std::string_view, 16> kTicks = {"x", "X", "×", "✓", "✔", "√", "●", "•",
                                                     "+", "*", "■", "▪", "◆", "v", "V", "xx"};

bool is_tick(std::string_view text) {
  return std::find(kTicks.begin(), kTicks.end(), text) != kTicks.end();
}

bool names_period(const Reading& reading, const std::string& text) {
  constexpr std::size_t kLongestName = 40;  // bytes
  if (text.empty() || text.size() > kLongestName) return false;
  const Deadline time = read_deadline(reading.matcher, text, kAnyYear);
  return time.from && time.to;
}

// "T4" in full; empty for anything else.
std::string long_form(const Reading& reading, const std::string& text) {
  const auto tokens = reading.matcher.tokenize(text, "task-cues");
  if (tokens.tokens.size() != 1 || !tokens.tokens.front().is("short_month")) return {};
  const match::Token& token = tokens.tokens.front();
  return std::string(token.value) + " " + std::string(tokens.part(token, "month"));
}

// What the heading of the column says, with the words above it where it is a number alone.
std::string period_name(const Reading& reading, const HeadingPath& path) {
  const std::string last(reading.text.slice(path.back().span));
  if (names_period(reading, last) || names_period(reading, long_form(reading, last))) return last;
  constexpr std::size_t kLongestNumber = 3;  // "12", "III"
  if (path.size() < 2 || last.size() > kLongestNumber) return {};
  const Heading& above = path[path.size() - 2];
  for (const TextSpan words : {above.span, above.bracket}) {
    const std::string name = std::string(reading.text.slice(words)) + " " + last;
    if (!words.empty() && names_period(reading, name)) return name;
  }
  return {};
}

bool holds_ticks(const Reading& reading, const Grid& grid, std::size_t column) {
  for (std::size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    const GridRow& row = grid.rows[r];
    if (column >= row.own.size() || row.line || row.own[column].empty()) continue;
    const std::string_view text = reading.text.slice(row.own[column]);
    const bool name = row.across[column] > 2;  // of a group, over all columns
    if (!is_tick(text) && text != "-" && !name) return false;
  }
  return true;
}

}  // namespace

std::vector<PeriodColumn> find_period_columns(const Reading& reading, const Grid& grid,
                                              const std::vector<HeadingPath>& paths) {
  std::vector<PeriodColumn> columns;
  for (std::size_t c = 0; c < paths.size(); ++c) {
    if (paths[c].empty()) continue;
    std::string name = period_name(reading, paths[c]);
    if (name.empty() || !holds_ticks(reading, grid, c)) continue;
    std::string meaning = long_form(reading, name);
    if (meaning.empty()) meaning = name;
    columns.push_back({c, std::move(name), std::move(meaning), paths[c].back().span});
  }
  if (columns.size() < 2) columns.clear();
  return columns;
}

std::optional<Deadline> ticked_periods(const Reading& reading, const TableCells& cells,
                                       const std::vector<PeriodColumn>& columns, std::size_t row,
                                       std::optional<int> year) {
  std::optional<Deadline> result;
  for (const PeriodColumn& column : columns) {
    if (!is_tick(reading.text.slice(cells.shown(row, column.column)))) continue;
    const Deadline time = read_deadline(reading.matcher, column.meaning, year);
    if (!result) {
      result = time;
      result->text = column.name;
      continue;
    }
    result->text += ", " + column.name;
    result->to = time.to;
  }
  return result;
}

}  // namespace kehoach::plan
