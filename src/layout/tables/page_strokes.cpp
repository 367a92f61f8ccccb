#include "layout/tables/page_strokes.h"

#include <algorithm>
#include <cstddef>

namespace kehoach::layout {
namespace {

constexpr double kSameLine = 1.5;  // points: pieces so near lie on one line
constexpr double kShortest = 6;    // points
constexpr double kDash = 2;        // dashes are no farther apart than so many of their lengths
constexpr double kWidestDash = 8;  // points between dashes

std::vector<Stroke> strokes_of(const std::vector<read::RulingLine>& lines, bool horizontal) {
  std::vector<Stroke> strokes;
  for (const auto& line : lines) {
    if (line.horizontal != horizontal) continue;
    const auto& b = line.box;
    strokes.push_back(horizontal ? Stroke{(b.y0 + b.y1) / 2, b.x0, b.x1}
                                 : Stroke{(b.x0 + b.x1) / 2, b.y0, b.y1});
  }
  std::sort(strokes.begin(), strokes.end(), [](const Stroke& a, const Stroke& b) {
    return a.at != b.at ? a.at < b.at : a.from < b.from;
  });
  return strokes;
}

// Does the piece go on with what ends at `to`? `last`: the length of the piece there.
bool continues(double to, double last, const Stroke& piece) {
  const double gap = piece.from - to;
  if (gap <= kTouch) return true;
  const double dash = std::min(last, piece.length());
  return gap <= std::min(kWidestDash, kDash * dash) && std::max(last, piece.length()) < 3 * gap;
}

}  // namespace

std::vector<Stroke> join_strokes(const std::vector<read::RulingLine>& lines, bool horizontal) {
  auto strokes = strokes_of(lines, horizontal);
  std::vector<Stroke> joined;
  for (std::size_t i = 0; i < strokes.size();) {
    auto end = i + 1;
    while (end < strokes.size() && strokes[end].at - strokes[i].at <= kSameLine) ++end;
    std::sort(strokes.begin() + static_cast<std::ptrdiff_t>(i),
              strokes.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Stroke& a, const Stroke& b) { return a.from < b.from; });
    const auto first = joined.size();
    double last = 0;
    for (auto k = i; k < end; ++k) {
      if (joined.size() > first && continues(joined.back().to, last, strokes[k]))
        joined.back().to = std::max(joined.back().to, strokes[k].to);
      else
        joined.push_back(strokes[k]);
      last = strokes[k].length();
    }
    i = end;
  }
  std::erase_if(joined, [](const Stroke& s) { return s.length() < kShortest; });
  std::sort(joined.begin(), joined.end(),
            [](const Stroke& a, const Stroke& b) { return a.at < b.at; });
  return joined;
}

}  // namespace kehoach::layout
