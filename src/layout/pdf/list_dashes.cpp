#include "layout/pdf/list_dashes.h"

#include <cmath>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"
#include "language/syllable.h"
#include "layout/text/mark.h"

namespace kehoach::layout {
namespace {

constexpr double kSameEdge = 5;      // points
constexpr double kDirt = 2;          // sizes before a dash
constexpr std::size_t kLongest = 2;  // letters and signs
constexpr double kUnsure = 0.6;      // confidence of digits that may have been none

struct Item {
  std::size_t row = 0;
  bool dash = false, torn = false;
};

bool may_be_torn(const PageRow& row) {
  const auto& first = row.words.front();
  const auto& text = first.text;
  if (base::code_points(text) > kLongest || language::is_common_syllable(text)) return false;
  for (std::size_t i = 0; i < text.size();)
    if (language::is_digit(base::next_code_point(text, i)) && first.confidence > kUnsure)
      return false;
  return text.back() != ')' && language::starts_upper(row.words[1].text);
}

// A row that begins with a mark, or with what may once have been a dash.
std::optional<Item> item_of(const PageRow& row, std::size_t r) {
  if (row.words.size() < 2) return std::nullopt;
  const auto& first = row.words.front().text;
  const auto mark = read_mark_text(first + " ");
  if (mark && mark->size == first.size()) return Item{r, mark->kind == MarkKind::kDash, false};
  if (may_be_torn(row)) return Item{r, false, true};
  return std::nullopt;
}

// Dirt may have been taken with the dash.
bool stand_alike(const PageRow& torn, const PageRow& other) {
  const auto& word = torn.words[0].box;
  const auto& dash = other.words[0].box;
  return std::abs(torn.words[1].box.x0 - other.words[1].box.x0) < kSameEdge && word.x1 > dash.x0 &&
         word.x0 > dash.x0 - kDirt * other.size;
}

}  // namespace

void repair_dashes(PageText& page) {
  std::vector<Item> items;
  for (std::size_t r = 0; r < page.rows.size(); ++r)
    if (const auto item = item_of(page.rows[r], r)) items.push_back(*item);
  for (std::size_t i = 1; i + 1 < items.size(); ++i) {
    if (!items[i].torn || !items[i - 1].dash || !items[i + 1].dash) continue;
    auto& row = page.rows[items[i].row];
    if (!stand_alike(row, page.rows[items[i - 1].row]) ||
        !stand_alike(row, page.rows[items[i + 1].row]))
      continue;
    put_text(row.words.front(), "-");
    items[i].dash = true;
  }
}

}  // namespace kehoach::layout
