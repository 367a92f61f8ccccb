#include "layout/pdf/margin_dirt.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "language/letters.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr double kMargin = 0.08;       // of the page's width
constexpr double kApart = 1.5;         // sizes from the lines' edge
constexpr std::size_t kLineWords = 4;  // of a row that tells where lines begin and end
constexpr std::size_t kLongest = 2;
constexpr std::size_t kOutliers = 10;  // one line in so many may stand further out

struct Edges {
  double left = 0, right = 0;
};

bool is_sign(const PageWord& word) {
  if (base::code_points(word.text) > kLongest) return false;
  for (std::size_t i = 0; i < word.text.size();)
    if (language::is_digit(base::next_code_point(word.text, i))) return false;
  return true;
}

// Where all but a few of the lines begin and end.
std::optional<Edges> edges_of(const PageText& page) {
  std::vector<double> lefts, rights;
  for (const auto& row : page.rows) {
    if (row.words.size() < kLineWords) continue;
    const auto first = std::find_if_not(row.words.begin(), row.words.end(), is_sign);
    const auto last = std::find_if_not(row.words.rbegin(), row.words.rend(), is_sign);
    if (first == row.words.end()) continue;
    lefts.push_back(first->box.x0);
    rights.push_back(last->box.x1);
  }
  if (lefts.empty()) return std::nullopt;
  std::sort(lefts.begin(), lefts.end());
  std::sort(rights.rbegin(), rights.rend());
  const auto few = lefts.size() / kOutliers;
  return Edges{lefts[few], rights[few]};
}

bool is_outside(const PageWord& word, const Edges& edges, double width) {
  const double apart = kApart * word.size;
  return word.box.x1 < std::min(edges.left - apart, kMargin * width) ||
         word.box.x0 > std::max(edges.right + apart, (1 - kMargin) * width);
}

// A cross in the last column of a table that is as wide as the page.
bool is_in_table(const PageText& page, const PageWord& word) {
  const double x = (word.box.x0 + word.box.x1) / 2;
  bool above = false, below = false;
  for (const auto& rule : page.rules) {
    if (!rule.horizontal || x < rule.box.x0 || x > rule.box.x1) continue;
    above = above || rule.box.y1 <= word.baseline;
    below = below || rule.box.y0 >= word.baseline;
  }
  return above && below;
}

}  // namespace

void set_margin_dirt_aside(PageText& page) {
  const auto edges = edges_of(page);
  if (!edges) return;
  const auto is_dirt = [&](const PageWord& word) {
    return is_sign(word) && is_outside(word, *edges, page.width) && !is_in_table(page, word);
  };
  for (const auto& word : take_words(page, is_dirt))
    page.loose.push_back({word.text, read::turned_box(word.box, page.angle), "dirt"});
}

}  // namespace kehoach::layout
