#include "layout/tables/table_alignment.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace kehoach::layout {
namespace {

constexpr std::size_t kFewestLines = 3;
constexpr double kFigures = 0.5;        // of the pieces behind the label
constexpr double kSameEdge = 0.45;      // of the size
constexpr double kAlignedPieces = 0.7;  // of a column
constexpr double kAlignedColumns = 0.75;
constexpr double kFilled = 0.5;      // of the places
constexpr double kWellFilled = 0.8;  // … where words, not figures, stand in them
constexpr double kShortPiece = 4;    // words

struct ColumnPieces {
  std::vector<const TablePiece*> pieces;
  std::size_t figures = 0, words = 0;
};

bool aligned(const std::vector<const TablePiece*>& pieces, double size) {
  for (const int edge : {0, 1, 2}) {
    std::vector<double> places;
    for (const auto* piece : pieces)
      places.push_back(edge == 0 ? piece->x0 : edge == 1 ? piece->x1 : piece->centre());
    auto sorted = places;
    std::sort(sorted.begin(), sorted.end());
    const double middle = sorted[sorted.size() / 2];
    const auto near = std::count_if(places.begin(), places.end(), [&](double place) {
      return std::abs(place - middle) <= kSameEdge * size;
    });
    if (static_cast<double>(near) >= kAlignedPieces * static_cast<double>(places.size()))
      return true;
  }
  return false;
}

// Page numbers behind leaders, in order.
bool is_contents(const std::vector<TableLine>& lines) {
  std::size_t led = 0, rising = 0, numbers = 0;
  int before = 0;
  for (const auto& line : lines) {
    led += line.led ? 1 : 0;
    const auto text = piece_text(line.pieces.back());
    int number = 0;
    const auto end = text.data() + text.size();
    if (std::from_chars(text.data(), end, number).ptr != end) continue;
    ++numbers;
    rising += number >= before ? 1 : 0;
    before = number;
  }
  return 2 * led >= lines.size() && 2 * numbers >= lines.size() && rising == numbers;
}

}  // namespace

bool looks_like_table(const std::vector<TableLine>& lines, const TableColumns& columns) {
  std::vector<ColumnPieces> of_column(columns.size());
  std::size_t parted = 0, filled = 0;
  double size = 0;
  bool named = false;  // by a line of words above
  for (const auto& line : lines) {
    if (line.pieces.size() < 2) continue;
    ++parted;
    size = std::max(size, line.size);
    std::size_t words = 0;
    for (const auto& piece : line.pieces) {
      words += piece.figure ? 0 : 1;
      const auto range = columns.of(piece);
      if (range.first != range.second) continue;
      auto& column = of_column[range.first];
      column.pieces.push_back(&piece);
      column.figures += piece.figure ? 1 : 0;
      column.words += piece.words.size();
      ++filled;
    }
    named = named || (parted == 1 && words >= 2);
  }
  if (parted < kFewestLines + (columns.size() == 2 ? 1 : 0)) return false;
  std::size_t good = 0, figures = 0, behind = 0, words = 0;
  for (std::size_t c = 0; c < of_column.size(); ++c) {
    const auto& column = of_column[c];
    if (column.pieces.empty() || aligned(column.pieces, size)) ++good;
    if (c == 0) {
      named = named || 2 * column.figures < column.pieces.size();
      continue;
    }
    behind += column.pieces.size();
    figures += column.figures;
    words += column.words;
  }
  const auto share = [](std::size_t part, std::size_t all) {
    return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all);
  };
  if (!named || share(good, of_column.size()) < kAlignedColumns) return false;
  const double fullness = share(filled, parted * columns.size());
  if (fullness < kFilled || (columns.size() == 2 && is_contents(lines))) return false;
  if (share(figures, behind) >= kFigures) return true;
  return columns.size() > 2 && parted > kFewestLines && fullness >= kWellFilled &&
         share(words, behind) <= kShortPiece;
}

}  // namespace kehoach::layout
