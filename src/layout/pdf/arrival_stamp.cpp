#include "layout/pdf/arrival_stamp.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "layout/pdf/row_tokens.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr double kHead = 0.5;                           // of the page's height
constexpr double kLeastWidth = 60, kMostWidth = 230;    // points
constexpr double kLeastHeight = 25, kMostHeight = 110;  // points
constexpr double kCorner = 6;                           // points that sides may miss it by
constexpr double kPrint = 0.7;  // mean confidence: what is read worse is no print
constexpr std::size_t kMostLines = 100;

struct Sides {
  std::vector<base::Box> across, upright;
};

Sides sides_of(const PageText& page) {
  Sides sides;
  for (const auto& line : page.rules) {
    if (line.box.y0 > kHead * page.height) continue;
    auto& kind = line.horizontal ? sides.across : sides.upright;
    if (kind.size() < kMostLines) kind.push_back(line.box);
  }
  return sides;
}

bool near(double a, double b) { return std::abs(a - b) < kCorner; }

// The side on the right makes the frame: lines across end at both of its ends, and one upright
// stands where the lower of them begins.
std::optional<base::Box> frame_of(const base::Box& right, const Sides& sides) {
  const double height = right.y1 - right.y0;
  if (height < kLeastHeight || height > kMostHeight) return std::nullopt;
  for (const auto& below : sides.across) {
    const double width = below.x1 - below.x0;
    if (width < kLeastWidth || width > kMostWidth) continue;
    if (!near(below.x1, right.x1) || !near(below.y1, right.y1)) continue;
    const bool closed_above =
        std::any_of(sides.across.begin(), sides.across.end(), [&](const base::Box& above) {
          return near(above.x1, right.x1) && near(above.y0, right.y0);
        });
    const bool closed_left = std::any_of(
        sides.upright.begin(), sides.upright.end(),
        [&](const base::Box& left) { return near(left.x0, below.x0) && near(left.y1, below.y1); });
    if (closed_above && closed_left) return base::Box{below.x0, right.y0, right.x1, right.y1};
  }
  return std::nullopt;
}

bool is_within(const PageWord& word, const base::Box& frame) {
  const double x = (word.box.x0 + word.box.x1) / 2, y = (word.box.y0 + word.box.y1) / 2;
  return x > frame.x0 && x < frame.x1 && y > frame.y0 && y < frame.y1;
}

std::vector<PageWord> words_within(const PageText& page, const base::Box& frame) {
  std::vector<PageWord> words;
  for (const auto& row : page.rows)
    std::copy_if(row.words.begin(), row.words.end(), std::back_inserter(words),
                 [&](const PageWord& word) { return is_within(word, frame); });
  return words;
}

bool are_stamp(const std::vector<PageWord>& words, const match::Matcher& matcher) {
  if (words.empty()) return false;
  const RowTokens tokens(make_row(words), matcher);
  if (tokens.has("urgency") || tokens.has("secrecy")) return false;
  double confidence = 0;
  for (const auto& word : words) confidence += word.confidence;
  return tokens.has("arrival_stamp") || confidence < kPrint * static_cast<double>(words.size());
}

void take_out(PageText& page, const base::Box& frame) {
  std::string text;
  for (const auto& word : take_words(page, [&](const auto& w) { return is_within(w, frame); }))
    text += (text.empty() ? "" : " ") + word.text;
  page.loose.push_back({text, read::turned_box(frame, page.angle), "stamp"});
}

}  // namespace

void set_arrival_stamps_aside(PageText& page, const match::Matcher& matcher) {
  const Sides sides = sides_of(page);
  for (const auto& right : sides.upright) {
    const auto frame = frame_of(right, sides);
    if (frame && are_stamp(words_within(page, *frame), matcher)) take_out(page, *frame);
  }
}

}  // namespace kehoach::layout
