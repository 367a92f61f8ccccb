#include "layout/pdf/lost_marks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "language/comparison.h"
#include "layout/text/mark.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

using read::ZoneLook;

constexpr double kReach = 2.2;  // of the size: how far before a line its label stands
constexpr double kApart = 0.8;  // of the size: no label has such a gap
constexpr double kLeft = 0.4;   // of the page's width: lines that begin further in have none
constexpr double kFlat = 1.5;   // width over height of a dash
constexpr double kThin = 0.22;  // of the size: its height at the most
constexpr double kLeastDash = 0.15, kMostDash = 0.8;  // of the size: its width
constexpr double kTall = 0.4;                         // of the size: lower ink is dirt
constexpr double kSameEdge = 3.5;                     // points
constexpr std::size_t kMostLines = 12;                // of a page that are looked at
constexpr std::size_t kMostInk = 200;                 // … whose ink is looked for: a page has 60
constexpr double kSure = 0.9;

// All of one image.
std::vector<ZoneLook> looks() {
  std::vector<ZoneLook> all(3);
  all[0].threshold = 0.5;
  all[1].threshold = 0.65;
  all[2].threshold = 0.75;
  for (auto& look : all) look.dpi = 300;
  return all;
}

bool has_mark(const PageRow& row) {
  const auto mark = read_mark_text(row.words.front().text + " ");
  return mark && mark->size == row.words.front().text.size();
}

// Where lines begin behind their marks, from left to right.
std::vector<double> text_edges(const PageText& page) {
  std::vector<double> edges;
  for (const auto& row : page.rows)
    if (row.words.size() > 1 && has_mark(row)) edges.push_back(row.words[1].box.x0);
  std::sort(edges.begin(), edges.end());
  return edges;
}

bool may_have_lost(const PageText& page, const PageRow& row, const std::vector<double>& edges) {
  const auto& first = row.words.front();
  if (first.box.x0 > kLeft * page.width || !language::starts_upper(first.text)) return false;
  if (has_mark(row)) return false;
  const auto edge = std::upper_bound(edges.begin(), edges.end(), first.box.x0 - kSameEdge);
  return edge != edges.end() && *edge < first.box.x0 + kSameEdge;
}

// Ink of the height of print, or less, on the line.
bool is_print(const read::InkBlob& blob, const PageRow& row) {
  const double height = blob.box.y1 - blob.box.y0;
  return height < 1.1 * row.size && blob.box.y0 > row.baseline - row.size &&
         blob.box.y1 < row.baseline + 0.35 * row.size;
}

bool is_dash(const base::Box& box, const PageRow& row) {
  const double width = box.x1 - box.x0, height = box.y1 - box.y0;
  const double middle = row.baseline - (box.y0 + box.y1) / 2;
  return width > kFlat * height && height < kThin * row.size && width > kLeastDash * row.size &&
         width < kMostDash * row.size && middle > 0.12 * row.size && middle < 0.42 * row.size;
}

PageWord word_before(const PageRow& row, const base::Box& box, std::string text) {
  PageWord word = row.words.front();
  word.text = std::move(text);
  word.original.clear();
  word.box = {box.x0, std::min(box.y0, word.box.y0), box.x1, word.box.y1};
  word.joined = word.raised = false;
  word.confidence = kSure;
  return word;
}

// The label of a table's row may stand at another height than the words beside it.
bool is_taken(const PageText& page, const PageRow& line, const base::Box& ink) {
  for (const auto& row : page.rows) {
    if (row.box.y1 < ink.y0 || row.box.y0 > ink.y1 || &row == &line) continue;
    for (const auto& word : row.words)
      if (word.box.x0 < ink.x1 && word.box.x1 > ink.x0) return true;
  }
  return false;
}

}  // namespace

// The ink right before a line, if it is of print's size and no other word.
std::optional<base::Box> LostMarks::ink_before(const PageText& page, const PageRow& row) const {
  const auto& first = row.words.front();
  const base::Box zone{first.box.x0 - kReach * row.size, row.baseline - 0.8 * row.size,
                       first.box.x0 - 1, row.baseline + 0.3 * row.size};
  std::optional<base::Box> all;
  const auto blobs = eyes_.ink(page.number, read::turned_box(zone, page.angle), page.angle);
  for (auto blob = blobs.rbegin(); blob != blobs.rend(); ++blob) {
    if (all && blob->box.x1 < all->x0 - kApart * row.size) break;  // dirt of the margin
    if (!is_print(*blob, row)) return std::nullopt;                // a border, or a stamp
    all = all ? join(*all, blob->box) : blob->box;
  }
  if (all && is_taken(page, row, *all)) return std::nullopt;
  return all;
}

// The label that two readings of a line's begin show before its first word.
void LostMarks::read_labels(const PageText& page, std::vector<Spot>& spots) const {
  std::vector<std::map<std::string, int>> votes(spots.size());
  for (const auto& how : looks()) {
    for (std::size_t i = 0; i < spots.size(); ++i) {
      if (!spots[i].mark.empty()) continue;
      const auto& row = page.rows[spots[i].row];
      const auto upto = std::min<std::size_t>(row.words.size(), 3) - 1;
      const base::Box zone{spots[i].ink.x0 - 6, row.box.y0 - 4, row.words[upto].box.x1 + 3,
                           row.box.y1 + 4};
      const auto scan =
          eyes_.look(page.number, read::turned_box(zone, page.angle), page.angle, how);
      if (scan.words.size() < 2 || language::search_form(scan.words[1].text) !=
                                       language::search_form(row.words.front().text))
        continue;
      const auto& text = scan.words[0].text;
      const auto mark = read_mark_text(text + " ");
      if (!mark || mark->size != text.size() || mark->numbers.size() != 1) continue;
      if (++votes[i][text] == 2) spots[i].mark = text;
    }
  }
}

void LostMarks::look_at(PageText& page) const {
  const auto edges = text_edges(page);
  std::vector<Spot> spots;
  std::size_t looked = 0;
  for (std::size_t r = 0; r < page.rows.size() && spots.size() < kMostLines; ++r) {
    const auto& row = page.rows[r];
    if (!may_have_lost(page, row, edges)) continue;
    if (looked++ == kMostInk) break;
    const auto ink = ink_before(page, row);
    if (!ink) continue;
    if (is_dash(*ink, row))
      spots.push_back({r, *ink, "-"});
    else if (ink->y1 - ink->y0 > kTall * row.size)
      spots.push_back({r, *ink, {}});
  }
  const bool unread =
      std::any_of(spots.begin(), spots.end(), [](const Spot& spot) { return spot.mark.empty(); });
  if (unread) read_labels(page, spots);
  for (const auto& spot : spots) {
    if (spot.mark.empty()) continue;
    auto& row = page.rows[spot.row];
    auto words = row.words;
    words.insert(words.begin(), word_before(row, spot.ink, spot.mark));
    row = make_row(std::move(words));
  }
}

}  // namespace kehoach::layout
