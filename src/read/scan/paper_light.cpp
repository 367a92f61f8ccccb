#include "read/scan/paper_light.h"

#include <allheaders.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace kehoach::read {
namespace {

constexpr double kTile = 0.16;  // inches: a tile of any line of text has paper in it
constexpr int kAround = 4;      // tiles
constexpr int kDarkEnough = 90, kPalest = 180;  // of 255: levels of print

// A map of the page in tiles: how bright the paper is.
struct LightMap {
  int tile = 1, columns = 0, rows = 0;
  std::vector<int> levels;

  int& at(int column, int row) { return levels[static_cast<std::size_t>(row) * columns + column]; }
  int at(int column, int row) const {
    return levels[static_cast<std::size_t>(std::clamp(row, 0, rows - 1)) * columns +
                  std::clamp(column, 0, columns - 1)];
  }
};

// The level that 15 % of the tile's pixels are brighter than.
int bright_level(const PixPtr& gray, const PixelBox& box) {
  std::array<int, 256> counts{};
  for (int y = box.y0; y < box.y1; ++y) {
    const auto* line =
        pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(gray.get());
    for (int x = box.x0; x < box.x1; ++x) ++counts[GET_DATA_BYTE(line, x)];
  }
  int above = box.width() * box.height() * 15 / 100;
  int level = 255;
  while (level > 0 && above >= counts[level]) above -= counts[level--];
  return level;
}

LightMap light_of(const PixPtr& gray, double dpi) {
  LightMap map;
  const int width = pixGetWidth(gray.get());
  const int height = pixGetHeight(gray.get());
  map.tile = pixels(kTile, dpi);
  map.columns = (width + map.tile - 1) / map.tile;
  map.rows = (height + map.tile - 1) / map.tile;
  map.levels.resize(static_cast<std::size_t>(map.columns) * map.rows);
  for (int row = 0; row < map.rows; ++row)
    for (int column = 0; column < map.columns; ++column)
      map.at(column, row) = bright_level(
          gray, {column * map.tile, row * map.tile, std::min(width, (column + 1) * map.tile),
                 std::min(height, (row + 1) * map.tile)});
  return map;
}

int median_around(const LightMap& map, int column, int row, int reach) {
  std::array<int, 81> seen;
  int count = 0;
  for (int y = std::max(0, row - reach); y <= std::min(map.rows - 1, row + reach); ++y)
    for (int x = std::max(0, column - reach); x <= std::min(map.columns - 1, column + reach); ++x)
      seen[count++] = map.at(x, y);
  std::nth_element(seen.begin(), seen.begin() + count / 2, seen.begin() + count);
  return seen[count / 2];
}

// A tile much darker than those around it is no shadow: a dark border, a hole, a black seal.
LightMap without_dark_spots(const LightMap& map) {
  LightMap even = map;
  for (int row = 0; row < map.rows; ++row)
    for (int column = 0; column < map.columns; ++column) {
      const int around = median_around(map, column, row, kAround);
      if (map.at(column, row) < around * 7 / 10) even.at(column, row) = around;
      even.at(column, row) = std::max(even.at(column, row), 32);
    }
  LightMap smooth = even;
  for (int row = 0; row < map.rows; ++row)
    for (int column = 0; column < map.columns; ++column)
      smooth.at(column, row) = median_around(even, column, row, 1);
  return smooth;
}

// The map between the middles of its tiles, along one line of the page; levels in 1/256.
void light_along(const LightMap& map, int y, std::vector<int>& along) {
  const double at = (y + 0.5) / map.tile - 0.5;
  const int row = at < 0 ? -1 : static_cast<int>(at);
  const double below = at - row;
  std::vector<double> columns(static_cast<std::size_t>(map.columns));
  for (int column = 0; column < map.columns; ++column)
    columns[column] = map.at(column, row) * (1 - below) + map.at(column, row + 1) * below;
  for (std::size_t x = 0; x < along.size(); ++x) {
    const double across = std::clamp((static_cast<double>(x) + 0.5) / map.tile - 0.5, 0.0,
                                     static_cast<double>(map.columns - 1));
    const auto left = static_cast<std::size_t>(across);
    const auto right = std::min(left + 1, columns.size() - 1);
    const double share = across - static_cast<double>(left);
    along[x] = static_cast<int>(256 * (columns[left] * (1 - share) + columns[right] * share));
  }
}

void divide_by(PixPtr& gray, const LightMap& map) {
  const int width = pixGetWidth(gray.get());
  std::vector<int> along(static_cast<std::size_t>(width));
  for (int y = 0; y < pixGetHeight(gray.get()); ++y) {
    light_along(map, y, along);
    auto* line = pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(gray.get());
    for (int x = 0; x < width; ++x) {
      const int level = static_cast<int>(GET_DATA_BYTE(line, x)) * 255 * 256 / along[x];
      SET_DATA_BYTE(line, x, static_cast<l_uint8>(std::min(level, 255)));
    }
  }
}

std::array<std::size_t, 256> levels_of(const PixPtr& gray) {
  std::array<std::size_t, 256> counts{};
  for (int y = 0; y < pixGetHeight(gray.get()); ++y) {
    const auto* line =
        pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(gray.get());
    for (int x = 0; x < pixGetWidth(gray.get()); ++x) ++counts[GET_DATA_BYTE(line, x)];
  }
  return counts;
}

// The level of print: that of the darker fifth of what is not paper.
int ink_level(const std::array<std::size_t, 256>& counts) {
  constexpr int kPaper = 200;
  std::size_t dark = 0;
  for (int level = 0; level < kPaper; ++level) dark += counts[level];
  std::size_t below = 0;
  int level = 0;
  while (level < kPaper && below + counts[level] < dark / 5) below += counts[level++];
  return level;
}

// Pale print is made dark. Print that is dark already is left as it is: thin marks above letters
// are the first to go where contrast is made greater than it was.
void darken(PixPtr& gray) {
  const int ink = std::min(ink_level(levels_of(gray)), kPalest);
  if (ink <= kDarkEnough) return;
  std::array<std::uint8_t, 256> map;
  for (int level = 0; level < 256; ++level)
    map[level] = static_cast<std::uint8_t>(
        std::clamp(255 - (255 - level) * (255 - kDarkEnough) / (255 - ink), 0, 255));
  for (int y = 0; y < pixGetHeight(gray.get()); ++y) {
    auto* line = pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(gray.get());
    for (int x = 0; x < pixGetWidth(gray.get()); ++x)
      SET_DATA_BYTE(line, x, map[GET_DATA_BYTE(line, x)]);
  }
}

}  // namespace

void even_light(PixPtr& gray, double dpi) {
  divide_by(gray, without_dark_spots(light_of(gray, dpi)));
  darken(gray);
}

}  // namespace kehoach::read
