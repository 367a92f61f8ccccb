#include "plan/tables/table_cells.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/letters.h"
#include "match/values.h"
#include "plan/tables/column_numbers.h"

namespace kehoach::plan {
namespace {

using base::TextSpan;

constexpr std::string_view kStage = "task-cues";
constexpr std::size_t kLongestDitto = 16;  // bytes

bool is_ditto(const Reading& reading, TextSpan cell) {
  if (cell.empty() || cell.size() > kLongestDitto) return false;
  const auto tokens = reading.matcher.tokenize(reading.text.slice(cell), kStage);
  bool any = false;
  for (const match::Token& token : tokens.tokens) {
    if (!token.is("ditto") && !token.is("punct")) return false;
    any = any || token.is("ditto");
  }
  return any;
}

}  // namespace

TableCells::TableCells(const Reading& reading, const Grid& grid) : reading_(reading), grid_(grid) {
  for (const GridRow& row : grid.rows) {
    auto& cells = same_.emplace_back(row.shown);
    if (same_.size() < 2) continue;
    const auto& above = same_[same_.size() - 2];
    for (std::size_t c = 0; c < cells.size() && c < above.size(); ++c)
      if (is_ditto(reading, cells[c])) cells[c] = above[c];
  }
  for (std::size_t r = 0; r < grid.header_rows; ++r) headers_.insert(row_text(r));
}

TextSpan TableCells::own(std::size_t row, std::size_t column) const {
  const GridRow& cells = grid_.rows[row];
  if (column >= cells.own.size() || cells.own[column].empty()) return {};
  return same_[row][column];
}

TextSpan TableCells::shown(std::size_t row, std::size_t column) const {
  return column < same_[row].size() ? same_[row][column] : TextSpan{};
}

bool TableCells::is_blank(TextSpan cell) const {
  const std::string_view text = reading_.text.slice(cell);
  if (text == "x" || text == "X") return true;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = base::next_code_point(text, i);
    if (language::is_letter(c) || (c >= '0' && c <= '9')) return false;
  }
  return true;
}

bool TableCells::is_numbering(std::size_t row) const {
  return numbering_end(reading_, grid_.rows[row]).has_value();
}

std::string TableCells::row_text(std::size_t row) const {
  std::string text;
  for (const TextSpan cell : grid_.rows[row].own)
    if (!cell.empty()) text += std::string(reading_.text.slice(cell)) + '\t';
  return text;
}

bool TableCells::repeats_header(std::size_t row) const { return headers_.contains(row_text(row)); }

}  // namespace kehoach::plan
