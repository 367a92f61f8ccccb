#include "layout/tables/table_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace kehoach::layout {
namespace {

constexpr double kIntruders = 0.1;  // of the lines: so many may cross a gap
constexpr double kNarrowGap = 0.5;  // of the size: gaps of many lines
constexpr double kWideGap = 0.9;    // … and of few
constexpr std::size_t kManyLines = 5;
constexpr double kWideSpace = 0.45;  // of the size: wider than a space between words
constexpr double kSameStart = 1;     // points
constexpr std::size_t kFlushLines = 3;
constexpr double kReach = 0.3;  // of a piece: what may reach into the next column

struct Edge {
  double x = 0;
  int change = 0;
};

std::vector<TableColumns::Extent> covered(const std::vector<TableLine>& lines,
                                          std::size_t intruders, double gap) {
  std::vector<Edge> edges;
  for (const auto& line : lines) {
    for (const auto& piece : line.pieces) {
      // Words of one piece belong together unless a column's gap is seen to go through them.
      for (std::size_t i = 0; i < piece.words.size(); ++i) {
        const auto& box = piece.words[i].box;
        const bool last = i + 1 == piece.words.size();
        const bool bound = !last && is_one_figure(piece.words[i], piece.words[i + 1]);
        edges.push_back({box.x0, 1});
        edges.push_back({last    ? std::min(box.x1, piece.x1)
                         : bound ? std::max(box.x1, piece.words[i + 1].box.x0)
                                 : box.x1,
                         -1});
      }
    }
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return a.x != b.x ? a.x < b.x : a.change > b.change;
  });
  std::vector<TableColumns::Extent> extents;
  int depth = 0;
  const int most = static_cast<int>(intruders);
  for (const auto& edge : edges) {
    const bool was = depth > most;
    depth += edge.change;
    const bool is = depth > most;
    if (!was && is) {
      if (!extents.empty() && edge.x - extents.back().x1 < gap)
        ;
      else
        extents.push_back({edge.x, edge.x});
    } else if (was && !is) {
      extents.back().x1 = edge.x;
    }
  }
  return extents;
}

// Words set flush left: longer ones than those looked at may reach up to them.
bool flush_left(const std::vector<TableLine>& lines, const TableColumns::Extent& extent) {
  std::size_t here = 0, all = 0;
  for (const auto& line : lines) {
    for (const auto& piece : line.pieces) {
      if (piece.x0 < extent.x0 - kSameStart || piece.x0 > extent.x1) continue;
      ++all;
      here += piece.x0 <= extent.x0 + kSameStart ? 1 : 0;
    }
  }
  return here >= kFlushLines && here * 10 >= all * 8;
}

}  // namespace

std::size_t TableColumns::at(double x) const {
  const auto after = std::upper_bound(borders.begin() + 1, borders.end() - 1, x);
  return static_cast<std::size_t>(after - borders.begin()) - 1;
}

std::pair<std::size_t, std::size_t> TableColumns::of(const TablePiece& piece) const {
  const double reach = kReach * (piece.x1 - piece.x0);
  auto first = at(piece.x0), last = at(piece.x1);
  // Only as far as it overlaps words of the column.
  while (first < last && std::min(piece.x1, extents[first].x1) - piece.x0 <
                             std::min(reach, 0.6 * (extents[first].x1 - extents[first].x0)))
    ++first;
  while (last > first && piece.x1 - std::max(piece.x0, extents[last].x0) <
                             std::min(reach, 0.6 * (extents[last].x1 - extents[last].x0)))
    --last;
  return {first, last};
}

TableColumns find_columns(const std::vector<TableLine>& lines) {
  TableColumns columns;
  std::vector<TableLine> parted;
  double size = 0;
  for (const auto& line : lines) {
    if (line.pieces.size() < 2) continue;
    parted.push_back(line);
    size = std::max(size, line.size);
  }
  if (parted.empty()) return columns;
  const auto intruders = static_cast<std::size_t>(kIntruders * static_cast<double>(parted.size()));
  const double gap = size * (parted.size() >= kManyLines ? kNarrowGap : kWideGap);
  columns.extents = covered(parted, intruders, gap);
  constexpr double kFar = std::numeric_limits<double>::max();
  columns.borders.push_back(-kFar);
  for (std::size_t i = 1; i < columns.extents.size(); ++i) {
    const double end = columns.extents[i - 1].x1, start = columns.extents[i].x0;
    const bool flush = flush_left(parted, columns.extents[i]);
    columns.borders.push_back(flush ? start - (start - end) / 8 : (end + start) / 2);
  }
  columns.borders.push_back(kFar);
  return columns;
}

void cut_at_borders(std::vector<TableLine>& lines, const TableColumns& columns) {
  for (auto& line : lines) {
    std::vector<TablePiece> pieces;
    for (auto& piece : line.pieces) {
      std::vector<PageWord> words;
      for (auto& word : piece.words) {
        if (!words.empty()) {
          const double end = words.back().box.x1, gap = word.box.x0 - end;
          const bool border = columns.at(end) != columns.at(word.box.x0);
          const bool bound = is_one_figure(words.back(), word);
          if (border && !bound && gap > kWideSpace * line.size) {
            pieces.push_back(make_piece(std::move(words)));
            words.clear();
          }
        }
        words.push_back(std::move(word));
      }
      if (!words.empty()) pieces.push_back(make_piece(std::move(words)));
    }
    line.pieces = std::move(pieces);
  }
}

}  // namespace kehoach::layout
