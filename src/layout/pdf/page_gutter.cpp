#include "layout/pdf/page_gutter.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kehoach::layout {
namespace {

constexpr std::size_t kFewestRows = 10;
constexpr std::size_t kFewestLines = 6;  // of each column
constexpr double kFullShare = 0.55;      // of the lines of a column that are full
constexpr double kFull = 0.8;            // of the column's width
constexpr double kSpace = 0.7;           // of the size: no gutter is as narrow
constexpr double kMiddle = 0.3;          // of the width: how far from the edges a gutter may be

std::vector<PageWord> words_of(const PageRow& row, double x, bool right) {
  std::vector<PageWord> words;
  for (const auto& word : row.words)
    if (((word.box.x0 + word.box.x1) / 2 > x) == right) words.push_back(word);
  return words;
}

// Where a row stands, spaces between its words included.
std::vector<std::pair<double, double>> stretches(const PageRow& row) {
  std::vector<std::pair<double, double>> result;
  for (const auto& word : row.words) {
    if (!result.empty() && word.box.x0 - result.back().second < kSpace * word.size)
      result.back().second = std::max(result.back().second, word.box.x1);
    else
      result.push_back({word.box.x0, word.box.x1});
  }
  return result;
}

// The longest run of rows that keep a place free, and the middle of the free places.
Gutter longest_run(const std::vector<PageRow>& rows, std::size_t from, std::size_t to,
                   const Margins& margins) {
  const double first = margins.left + kMiddle * margins.width();
  const auto places =
      static_cast<std::size_t>(std::max(0.0, (1 - 2 * kMiddle) * margins.width())) + 1;
  std::vector<std::size_t> free_from(places, from);
  Gutter best;
  std::size_t best_size = 0, last_place = 0;
  const auto end_run = [&](std::size_t place, std::size_t end) {
    const auto size = end - free_from[place];
    const double x = first + static_cast<double>(place);
    if (size > best_size) {
      best = {free_from[place], end, x};
      best_size = size;
      last_place = place;
    } else if (size == best_size && place == last_place + 1 && best.end == end) {
      best.x = (best.x + x) / 2;
      last_place = place;
    }
  };
  for (auto i = from; i < to; ++i) {
    for (const auto& [begin, end_of] : stretches(rows[i])) {
      const double x0 = begin - first, x1 = end_of - first;
      if (x1 < 0 || x0 >= static_cast<double>(places)) continue;
      const auto end = std::min(static_cast<std::size_t>(std::max(0.0, x1)) + 1, places);
      for (auto place = static_cast<std::size_t>(std::max(0.0, x0)); place < end; ++place) {
        end_run(place, i);
        free_from[place] = i + 1;
      }
    }
  }
  for (std::size_t place = 0; place < places; ++place) end_run(place, to);
  return best;
}

bool is_running_text(const std::vector<PageRow>& lines) {
  if (lines.size() < kFewestLines) return false;
  double left = lines.front().box.x0, right = lines.front().box.x1;
  for (const auto& line : lines) {
    left = std::min(left, line.box.x0);
    right = std::max(right, line.box.x1);
  }
  const auto full = std::count_if(lines.begin(), lines.end(), [&](const PageRow& line) {
    return right - line.box.x1 <= (1 - kFull) * (right - left);
  });
  return static_cast<double>(full) >= kFullShare * static_cast<double>(lines.size());
}

}  // namespace

GutterParts part_at(const PageRow& row, double x) {
  return {make_row(words_of(row, x, false)), make_row(words_of(row, x, true))};
}

std::optional<Gutter> find_gutter(const std::vector<PageRow>& rows, std::size_t from,
                                  std::size_t to, const Margins& margins) {
  if (to < from + kFewestRows) return std::nullopt;
  const auto gutter = longest_run(rows, from, to, margins);
  if (gutter.end - gutter.begin < kFewestRows) return std::nullopt;
  std::vector<PageRow> left, right;
  for (auto i = gutter.begin; i < gutter.end; ++i) {
    auto parts = part_at(rows[i], gutter.x);
    if (!parts.left.words.empty()) left.push_back(std::move(parts.left));
    if (!parts.right.words.empty()) right.push_back(std::move(parts.right));
  }
  if (!is_running_text(left) || !is_running_text(right)) return std::nullopt;
  return gutter;
}

}  // namespace kehoach::layout
