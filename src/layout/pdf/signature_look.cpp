#include "layout/pdf/signature_look.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "layout/pdf/recipients_label.h"
#include "layout/pdf/signature_lines.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

using read::ZoneLook;

constexpr double kAbove = 45;       // points over the label where a signature may begin
constexpr double kBelow = 210;      // points below it where the name may stand
constexpr double kMostLeft = 0.55;  // of the width: where a signature begins at the most
constexpr double kSameLine = 0.5;   // of the size
constexpr double kDescent = 0.35;   // of the size: what letters have below their line
constexpr double kDebris = 0.3;     // of what is none of the letters
constexpr double kDoubted = 0.7;    // of what no two readings agree on

std::vector<ZoneLook> looks() {
  const auto how = [](double dpi, ZoneLook::Ink ink, double threshold) {
    ZoneLook look;
    look.dpi = dpi;
    look.ink = ink;
    look.threshold = threshold;
    look.shape = ZoneLook::Shape::kBlock;
    return look;
  };
  return {how(300, ZoneLook::Ink::kAsPage, 0), how(300, ZoneLook::Ink::kAsPage, 0.5),
          how(300, ZoneLook::Ink::kAsPage, 0.65), how(300, ZoneLook::Ink::kAsPage, 0.35),
          how(300, ZoneLook::Ink::kAll, 0)};
}

// The same words as sure of themselves: readings of one image.
bool are_one(const SignatureReading& a, const SignatureReading& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const PageRow& x, const PageRow& y) {
    return std::equal(x.words.begin(), x.words.end(), y.words.begin(), y.words.end(),
                      [](const PageWord& v, const PageWord& w) {
                        return v.text == w.text && v.confidence == w.confidence;
                      });
  });
}

// Marks and seals make type look smaller or larger than it is; all lines of a signature are of one.
void set_in_one_size(std::vector<PageRow>& lines) {
  double size = 0;
  for (const auto& line : lines) size = std::max(size, line.size);
  for (auto& line : lines) {
    for (auto& word : line.words) word.size = size;
    line.size = size;
  }
}

// What the row has in the zone, taken out of it.
std::string taken_out(PageRow& row, const base::Box& zone) {
  std::string before;
  std::vector<PageWord> kept;
  for (auto& word : row.words) {
    if (word.box.x1 <= zone.x0 || word.box.x0 < zone.x0 - 2) {
      kept.push_back(std::move(word));
    } else {
      before += (before.empty() ? "" : " ") + word.text;
    }
  }
  row.words = std::move(kept);
  return before;
}

// Takes a line into the page: for what stood there at the right, be it in more rows than one, or as
// a row of its own.
void put(PageText& page, PageRow line, const base::Box& zone) {
  PageRow* nearest = nullptr;
  std::string before;
  const auto distance = [&](const PageRow& row) { return std::abs(row.baseline - line.baseline); };
  for (auto& row : page.rows) {
    if (distance(row) > kSameLine * line.size) continue;
    const auto text = taken_out(row, zone);
    before += (before.empty() || text.empty() ? "" : " ") + text;
    if (!row.words.empty() && (!nearest || distance(row) < distance(*nearest))) nearest = &row;
  }
  if (!before.empty() && before != row_text(line)) line.words.front().original = before;
  if (nearest) {
    auto words = std::move(nearest->words);
    std::move(line.words.begin(), line.words.end(), std::back_inserter(words));
    *nearest = make_row(std::move(words));
  }
  std::erase_if(page.rows, [](const PageRow& row) { return row.words.empty(); });
  if (nearest) return;
  const auto below = std::find_if(page.rows.begin(), page.rows.end(),
                                  [&](const PageRow& row) { return row.baseline > line.baseline; });
  page.rows.insert(below, std::move(line));
}

// What stands below the first line that readings agree on and is none of them: pieces of seals go,
// and a name may be a part of one.
void doubt_rest(PageText& page, const std::vector<PageRow>& lines, const base::Box& zone) {
  if (lines.empty()) return;
  const double from = lines.front().baseline - kSameLine * lines.front().size;
  for (auto& row : page.rows) {
    if (row.baseline < from || row.baseline > zone.y1) continue;
    const auto beside = [&](const PageWord& word) { return word.box.x0 > zone.x0 - 2; };
    const auto debris = std::erase_if(
        row.words, [&](const PageWord& word) { return beside(word) && word.confidence < kDebris; });
    if (debris > 0 && !row.words.empty()) row = make_row(std::move(row.words));
    for (auto& word : row.words)
      if (beside(word)) word.confidence = std::min(word.confidence, kDoubted);
  }
  std::erase_if(page.rows, [](const PageRow& row) { return row.words.empty(); });
}

}  // namespace

std::optional<base::Box> SignatureLook::zone_beside(const PageText& page, std::size_t label) const {
  const auto& rows = page.rows;
  const double y = rows[label].baseline;
  base::Box zone{kFootLeft * page.width, y - kAbove, page.width - 4, y + kBelow};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const auto end = foot_left_part(row);
    const double right = row.words[end - 1].box.x1;
    const bool at_left = row.words.front().box.x0 < kFootLeft * page.width;
    const bool wide = at_left && right > 0.62 * page.width;
    if (wide && i < label) zone.y0 = std::max(zone.y0, row.baseline + kDescent * row.size);
    if (wide && i > label) {
      zone.y1 = std::min(zone.y1, row.box.y0 - 1);
      break;
    }
    if (at_left && i >= label && row.baseline < zone.y1) zone.x0 = std::max(zone.x0, right + 3);
  }
  zone.x0 = std::min(zone.x0, kMostLeft * page.width);
  if (zone.y1 - zone.y0 < 2 * rows[label].size) return std::nullopt;
  return zone;
}

bool SignatureLook::look_at(PageText& page) const {
  const auto label = find_recipients_label(page, eyes_, matcher_);
  if (!label) return false;
  const auto zone = zone_beside(page, *label);
  if (!zone) return false;
  std::vector<SignatureReading> readings;
  SignatureReading first;
  for (const auto& row : page.rows) {
    if (row.baseline < zone->y0 || row.baseline > zone->y1) continue;
    std::vector<PageWord> words;
    for (const auto& word : row.words)
      if (word.box.x0 > zone->x0 - 2) words.push_back(word);
    if (!words.empty()) first.push_back(make_row(std::move(words)));
  }
  readings.push_back(std::move(first));
  for (const auto& how : looks()) {
    if (is_settled(readings, matcher_)) break;
    auto reading = words_on_lines(
        eyes_.look(page.number, read::turned_box(*zone, page.angle), page.angle, how), zone->x0);
    // Without seals on the page, two looks have one image: read twice it agrees with itself.
    const bool again = readings.size() > 1 && are_one(readings[1], reading);
    if (!again) readings.push_back(std::move(reading));
  }
  auto lines = agreed_lines(readings, matcher_);
  doubt_rest(page, lines, *zone);
  set_in_one_size(lines);
  for (auto& line : lines) put(page, std::move(line), *zone);
  return true;
}

}  // namespace kehoach::layout
