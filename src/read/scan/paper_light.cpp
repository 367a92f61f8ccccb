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

// The map between the middles of its tiles.
class SmoothLight {
 public:
  SmoothLight(const LightMap& map, int width) : map_(map), columns_(map.columns + 1U) {
    for (int x = 0; x < width; ++x) {
      const double across =
          std::clamp((x + 0.5) / map.tile - 0.5, 0.0, static_cast<double>(map.columns - 1));
      const int left = static_cast<int>(across);
      places_.push_back({left, static_cast<float>(across - left)});
    }
  }

  // What pixels of line `y` are multiplied with.
  void factors(int y, std::vector<float>& factors) {
    const double at = (y + 0.5) / map_.tile - 0.5;
    const int row = at < 0 ? -1 : static_cast<int>(at);
    const auto below = static_cast<float>(at - row);
    for (int column = 0; column <= map_.columns; ++column) {
      const int inside = std::min(column, map_.columns - 1);
      columns_[column] = static_cast<float>(map_.at(inside, row)) * (1 - below) +
                         static_cast<float>(map_.at(inside, row + 1)) * below;
    }
    for (std::size_t x = 0; x < places_.size(); ++x) {
      const auto [left, share] = places_[x];
      factors[x] = 255 / (columns_[left] * (1 - share) + columns_[left + 1] * share);
    }
  }

 private:
  struct Place {
    int left;
    float share;
  };
  const LightMap& map_;
  std::vector<Place> places_;
  std::vector<float> columns_;
};

void divide_by(PixPtr& gray, const LightMap& map) {
  const int height = pixGetHeight(gray.get()), words = pixGetWpl(gray.get());
  SmoothLight light(map, pixGetWidth(gray.get()));
  std::vector<float> factors(4 * static_cast<std::size_t>(words), 1);
  l_uint32* line = pixGetData(gray.get());
  for (int y = 0; y < height; ++y, line += words) {
    light.factors(y, factors);
    const float* by = factors.data();
    for (int i = 0; i < words; ++i, by += 4) {
      const l_uint32 four = line[i];
      const auto lit = [&](int shift, float factor) {
        const auto level = static_cast<int>(static_cast<float>((four >> shift) & 255U) * factor);
        return static_cast<l_uint32>(std::min(level, 255)) << shift;
      };
      line[i] = lit(24, by[0]) | lit(16, by[1]) | lit(8, by[2]) | lit(0, by[3]);
    }
  }
}

std::array<std::size_t, 256> levels_of(const PixPtr& gray) {
  std::array<std::size_t, 256> counts{};
  const int width = pixGetWidth(gray.get()), height = pixGetHeight(gray.get());
  const l_uint32* line = pixGetData(gray.get());
  for (int y = 0; y < height; ++y, line += pixGetWpl(gray.get()))
    for (int x = 0; x < width; ++x) ++counts[GET_DATA_BYTE(line, x)];
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
  const std::size_t words =
      static_cast<std::size_t>(pixGetWpl(gray.get())) * pixGetHeight(gray.get());
  l_uint32* data = pixGetData(gray.get());
  for (std::size_t i = 0; i < words; ++i) {
    const l_uint32 four = data[i];
    data[i] = l_uint32{map[four >> 24]} << 24 | l_uint32{map[four >> 16 & 255U]} << 16 |
              l_uint32{map[four >> 8 & 255U]} << 8 | map[four & 255U];
  }
}

}  // namespace

void even_light(PixPtr& gray, double dpi) {
  divide_by(gray, without_dark_spots(light_of(gray, dpi)));
  darken(gray);
}

}  // namespace kehoach::read
