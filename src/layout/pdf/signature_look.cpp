#include "layout/pdf/signature_look.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "language/comparison.h"
#include "layout/pdf/row_tokens.h"
#include "layout/pdf/signature_lines.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

using read::ZoneLook;

constexpr double kAbove = 45;       // points over the label where a signature may begin
constexpr double kBelow = 210;      // points below it where the name may stand
constexpr double kColumnGap = 1.2;  // of the size: parts the columns
constexpr double kLeastLeft = 0.3;  // of the page's width: where a signature begins at the least
constexpr double kMostLeft = 0.55;  // … and at the most
constexpr double kSameLine = 0.5;   // of the size

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

// Where the words that begin at the left end: before the first wide gap.
std::size_t left_part(const PageRow& row) {
  std::size_t end = 1;
  while (end < row.words.size() &&
         row.words[end].box.x0 - row.words[end - 1].box.x1 < kColumnGap * row.size)
    ++end;
  return end;
}

// Words of a reading on their lines, but for those that the zone's border cut.
SignatureReading rows_of(const read::ScanPage& scan, double left) {
  SignatureReading rows;
  int line = -1;
  std::vector<PageWord> words;
  const auto close = [&] {
    if (!words.empty()) rows.push_back(make_row(std::move(words)));
    words.clear();
  };
  for (const auto& from : scan.words) {
    if (from.line != line) close();
    line = from.line;
    if (from.box.x0 < left + 1) continue;
    PageWord word;
    word.text = from.text;
    word.box = from.box;
    word.baseline = from.baseline;
    word.size = from.size;
    word.confidence = from.confidence;
    words.push_back(std::move(word));
  }
  close();
  return rows;
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

// Takes a line into the page: for what stood there at the right, or as a row of its own.
void put(PageText& page, PageRow line, const base::Box& zone) {
  for (auto& row : page.rows) {
    if (std::abs(row.baseline - line.baseline) > kSameLine * line.size) continue;
    std::vector<PageWord> words;
    std::string before;
    for (auto& word : row.words) {
      if (word.box.x1 <= zone.x0 || word.box.x0 < zone.x0 - 2) {
        words.push_back(word);
      } else {
        before += (before.empty() ? "" : " ") + word.text;
      }
    }
    if (!before.empty() && before != row_text(line)) line.words.front().original = before;
    std::move(line.words.begin(), line.words.end(), std::back_inserter(words));
    row = make_row(std::move(words));
    return;
  }
  const auto below = std::find_if(page.rows.begin(), page.rows.end(),
                                  [&](const PageRow& row) { return row.baseline > line.baseline; });
  page.rows.insert(below, std::move(line));
}

}  // namespace

// The label, also without its first letter where a list in dashes stands below it.
std::optional<std::size_t> SignatureLook::find_label(PageText& page) const {
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    auto& row = page.rows[i];
    if (row.words.front().box.x0 > kLeastLeft * page.width) continue;
    if (RowTokens(row, matcher_).starts("recipients_label")) return i;
    const auto end = left_part(row);
    if (end != 2 || i + 1 >= page.rows.size()) continue;
    if (!page.rows[i + 1].words.front().text.starts_with("-")) continue;
    const auto left = make_row({row.words.begin(), row.words.begin() + 2});
    for (const auto k : matcher_.rules().entries_of("recipients_label")) {
      const auto& form = matcher_.rules().lexicon[k].form;
      const auto cut = form.find(' ');
      if (cut == std::string::npos || !row_text(left).starts_with(form.substr(1))) continue;
      row.words[0].original = row.words[0].text;
      row.words[0].text = form.substr(0, cut);
      return i;
    }
  }
  return std::nullopt;
}

std::optional<base::Box> SignatureLook::zone_beside(const PageText& page, std::size_t label) const {
  const auto& rows = page.rows;
  const double y = rows[label].baseline;
  base::Box zone{kLeastLeft * page.width, y - kAbove, page.width - 4, y + kBelow};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const auto end = left_part(row);
    const double right = row.words[end - 1].box.x1;
    const bool at_left = row.words.front().box.x0 < kLeastLeft * page.width;
    const bool wide = at_left && right > 0.62 * page.width;
    if (wide && i < label) zone.y0 = std::max(zone.y0, row.box.y1 + 1);
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
  const auto label = find_label(page);
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
    readings.push_back(rows_of(
        eyes_.look(page.number, read::turned_box(*zone, page.angle), page.angle, how), zone->x0));
  }
  auto lines = agreed_lines(readings, matcher_);
  set_in_one_size(lines);
  for (auto& line : lines) put(page, std::move(line), *zone);
  return true;
}

}  // namespace kehoach::layout
