#include "layout/text/flat_heading.h"

#include <algorithm>

#include "language/comparison.h"

namespace kehoach::layout {
namespace {

using match::Token;

constexpr std::size_t kMoreWords = 4;  // that a heading adds to the name that is known

std::optional<FlatColumn> column_of(std::string_view value) {
  if (value == "task") return FlatColumn::kTask;
  if (value == "lead" || value == "body") return FlatColumn::kBodies;
  if (value == "cooperating") return FlatColumn::kHelpers;
  if (value == "deadline" || value == "end") return FlatColumn::kTime;
  if (value == "deliverable") return FlatColumn::kProduct;
  if (value == "note" || value == "money") return FlatColumn::kNote;
  return std::nullopt;
}

// Such words name a column only where they stand alone.
bool stands_alone(const Token& token) {
  if (!token.entry) return false;
  const auto exact = token.entry->attributes.find("exact");
  return exact != token.entry->attributes.end() && exact->second == "true";
}

// "1", "01", "(1)", "I", "A": what stands behind the names.
bool opens_rows(const match::TokenSequence& tokens, std::size_t i) {
  std::string_view text = tokens.slice(tokens.tokens[i]);
  if (text == "(" && i + 1 < tokens.tokens.size()) text = tokens.slice(tokens.tokens[i + 1]);
  return text == "1" || text == "01" || text == "I" || text == "A";
}

// "Cơ quan thực hiện | Thời gian", with "Chủ trì | Phối hợp" in a row of their own below the first.
void take_in_second_row(FlatHeading& heading) {
  auto& columns = heading.columns;
  const std::size_t size = columns.size();
  if (size < 4 || columns[size - 2] != FlatColumn::kBodies ||
      columns[size - 1] != FlatColumn::kHelpers)
    return;
  const auto wide = std::find(columns.begin(), columns.end(), FlatColumn::kBodies);
  const auto at = static_cast<std::size_t>(wide - columns.begin());
  if (at == size - 2) return;
  heading.below = at + 1;
  columns.resize(size - 2);
  columns.insert(columns.begin() + static_cast<std::ptrdiff_t>(at) + 1, FlatColumn::kHelpers);
}

bool is_complete(const FlatHeading& heading) {
  const auto& columns = heading.columns;
  if (columns.size() < 2 || columns.front() != FlatColumn::kTask) return false;
  auto sorted = columns;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) return false;
  return std::count_if(columns.begin(), columns.end(), [](FlatColumn column) {
           return column == FlatColumn::kBodies || column == FlatColumn::kTime;
         }) > 0;
}

}  // namespace

std::optional<FlatHeading> read_flat_heading(std::string_view text, const match::Matcher& matcher) {
  text = text.substr(0, kLongestHeading);
  const auto tokens = matcher.tokenize(text, "task-cues");
  const auto& all = tokens.tokens;
  if (all.empty() || !all.front().is("column", "order")) return std::nullopt;
  FlatHeading heading;
  heading.names.push_back({all.front().span.begin, all.front().span.end});
  std::size_t more = 0;
  bool alone = false;  // the last name allows no further words
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (opens_rows(tokens, i)) {
      heading.end = all[i].span.begin;
      // A table that still has its borders is read by them.
      const bool bordered = text.substr(0, heading.end).find_first_of("\t|") != text.npos;
      take_in_second_row(heading);
      if (bordered || !is_complete(heading)) return std::nullopt;
      return heading;
    }
    const bool joined = tokens.slice(all[i - 1]) == "/" || tokens.slice(all[i - 1]) == ",";
    if (all[i].is("column") && !joined && language::starts_upper(tokens.slice(all[i]))) {
      const auto column = column_of(all[i].value);
      if (!column) return std::nullopt;
      heading.columns.push_back(*column);
      heading.names.push_back({all[i].span.begin, all[i].span.end});
      alone = stands_alone(all[i]);
      more = 0;
      continue;
    }
    const bool capital = language::starts_upper(tokens.slice(all[i]));
    if (heading.columns.empty() || capital || alone || ++more > kMoreWords) return std::nullopt;
    heading.names.back().end = all[i].span.end;
  }
  return std::nullopt;
}

}  // namespace kehoach::layout
