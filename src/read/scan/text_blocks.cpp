#include "read/scan/text_blocks.h"

#include <algorithm>
#include <cstdint>

namespace kehoach::read {
namespace {

constexpr double kSearchDpi = 100;
constexpr int kInk = 190;
constexpr double kLineGap = 0.035;      // inches: a mark stands nearer to its letter
constexpr double kGutter = 0.3;         // between columns
constexpr double kSharedGutter = 0.22;  // what lines of the same columns have in common
constexpr double kWideGap = 0.6;        // parts even a line that stands alone
constexpr double kTall = 0.42;          // more than one line
constexpr double kVeryTall = 0.8;       // lines without white between them …
constexpr double kNarrowGutter = 0.14;  // … which less white down parts
constexpr double kFar = 0.6;            // between blocks
constexpr double kSpeck = 0.015;        // smaller is no print
constexpr double kLetter = 0.05;        // the least height of one; blocks without any are none
constexpr double kMargin = 0.08;        // left white around a block

struct Range {
  int from = 0, to = 0;
  int size() const { return to - from; }
};
using Ranges = std::vector<Range>;

// Where there is print, on a small image of the page; specks are none.
struct InkMap {
  enum : std::uint8_t { kNone, kPrint, kLetter };
  int width = 0, height = 0;
  std::vector<std::uint8_t> ink;

  std::uint8_t& at(int x, int y) { return ink[static_cast<std::size_t>(y) * width + x]; }
  std::uint8_t at(int x, int y) const { return ink[static_cast<std::size_t>(y) * width + x]; }
};

void mark(InkMap& map, const PixPtr& print, std::uint8_t what) {
  for (int y = 0; y < map.height; ++y) {
    const auto* line =
        pixGetData(print.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(print.get());
    for (int x = 0; x < map.width; ++x)
      if (GET_DATA_BIT(line, x) != 0) map.at(x, y) = what;
  }
}

PixPtr at_least(const PixPtr& black, int size, int type) {
  return PixPtr(pixSelectBySize(black.get(), size, size, 8, type, L_SELECT_IF_GTE, nullptr));
}

InkMap ink_map(const PixPtr& gray, const std::vector<PixelBox>& zones, double dpi, float factor) {
  const PixPtr small(factor < 1 ? pixScaleAreaMap(gray.get(), factor, factor)
                                : pixCopy(nullptr, gray.get()));
  const PixPtr black(small ? pixThresholdToBinary(small.get(), kInk) : nullptr);
  if (!black) return {};
  for (const auto& zone : zones) {
    const auto box = scaled(zone, factor);
    pixRasterop(black.get(), box.x0, box.y0, box.width(), box.height(), PIX_CLR, nullptr, 0, 0);
  }
  InkMap map;
  map.width = pixGetWidth(black.get());
  map.height = pixGetHeight(black.get());
  map.ink.resize(static_cast<std::size_t>(map.width) * map.height);
  mark(map, at_least(black, pixels(kSpeck, dpi * factor) + 1, L_SELECT_IF_EITHER), InkMap::kPrint);
  mark(map, at_least(black, pixels(kLetter, dpi * factor), L_SELECT_HEIGHT), InkMap::kLetter);
  return map;
}

// The runs of what is set, joined over gaps smaller than `gap`.
template <class Set>
Ranges runs(Range all, int gap, Set set) {
  Ranges found;
  for (int i = all.from; i < all.to; ++i) {
    if (!set(i)) continue;
    if (!found.empty() && i - found.back().to < gap)
      found.back().to = i + 1;
    else
      found.push_back({i, i + 1});
  }
  return found;
}

// Lines, or what stands beside each other at different heights.
struct Band {
  Range rows;
  Ranges parts;  // its print, joined over what is no gutter
};

// White that print stands on both sides of.
Ranges gutters_of(const Band& band) {
  Ranges gutters;
  for (std::size_t i = 0; i + 1 < band.parts.size(); ++i)
    gutters.push_back({band.parts[i].to, band.parts[i + 1].from});
  return gutters;
}

// What is left of `gutters` beside the print of a band: most of each, or at least `least`.
Ranges shared(const Ranges& gutters, const Band& band, int least) {
  Ranges left;
  for (const auto& gutter : gutters) {
    const int enough = std::min(least, gutter.size() * 3 / 4);
    int from = gutter.from;
    for (const auto& part : band.parts) {
      if (part.to <= from || part.from >= gutter.to) continue;
      if (part.from - from >= enough) left.push_back({from, part.from});
      from = std::max(from, part.to);
    }
    if (gutter.to - from >= enough) left.push_back({from, gutter.to});
  }
  return left;
}

class BlockCutter {
 public:
  BlockCutter(const InkMap& map, double dpi) : map_(map), dpi_(dpi) {}

  std::vector<TextBlock> blocks() {
    cut({0, 0, map_.width, map_.height}, 0);
    return std::move(blocks_);
  }

 private:
  int px(double inches) const { return pixels(inches, dpi_); }

  bool ink_in_row(const PixelBox& part, int y) const {
    for (int x = part.x0; x < part.x1; ++x)
      if (map_.at(x, y) != InkMap::kNone) return true;
    return false;
  }

  std::vector<Band> bands_of(const PixelBox& part) const {
    std::vector<Band> bands;
    for (const auto& rows :
         runs({part.y0, part.y1}, px(kLineGap), [&](int y) { return ink_in_row(part, y); })) {
      std::vector<bool> ink(static_cast<std::size_t>(map_.width));
      for (int y = rows.from; y < rows.to; ++y)
        for (int x = part.x0; x < part.x1; ++x)
          if (map_.at(x, y) != InkMap::kNone) ink[x] = true;
      bands.push_back({rows, runs({part.x0, part.x1}, px(kGutter), [&](int x) { return ink[x]; })});
    }
    return bands;
  }

  // Does the band at `i` begin columns?
  Ranges columns_at(const std::vector<Band>& bands, std::size_t i) const {
    const auto gutters = gutters_of(bands[i]);
    if (gutters.empty()) return {};
    if (bands[i].rows.size() >= px(kTall)) return gutters;
    if (i + 1 < bands.size() && bands[i + 1].parts.size() > 1 &&
        !shared(gutters, bands[i + 1], px(kSharedGutter)).empty())
      return gutters;
    Ranges wide;
    for (const auto& gutter : gutters)
      if (gutter.size() >= px(kWideGap)) wide.push_back(gutter);
    return wide;
  }

  void cut(const PixelBox& part, int depth) {
    const auto bands = bands_of(part);
    for (std::size_t first = 0; first < bands.size();) {
      Ranges gutters = columns_at(bands, first);
      std::size_t last = first + 1;
      const auto near = [&] { return bands[last].rows.from - bands[last - 1].rows.to < px(kFar); };
      if (gutters.empty()) {
        while (last < bands.size() && near() && columns_at(bands, last).empty()) ++last;
      } else {
        for (; last < bands.size() && near(); ++last) {
          const auto still = shared(gutters, bands[last], px(kSharedGutter));
          if (still.empty()) break;
          gutters = still;
        }
      }
      const PixelBox rows{part.x0, bands[first].rows.from, part.x1, bands[last - 1].rows.to};
      if (gutters.empty() || depth > 4)
        add(rows, std::any_of(bands.begin() + static_cast<std::ptrdiff_t>(first),
                              bands.begin() + static_cast<std::ptrdiff_t>(last),
                              [&](const Band& b) { return b.rows.size() >= px(kVeryTall); }));
      else
        cut_columns(rows, gutters, depth);
      first = last;
    }
  }

  void cut_columns(PixelBox rows, const Ranges& gutters, int depth) {
    const int end = rows.x1;
    for (const auto& gutter : gutters) {
      rows.x1 = (gutter.from + gutter.to) / 2;
      cut(rows, depth + 1);
      rows.x0 = rows.x1;
    }
    rows.x1 = end;
    cut(rows, depth + 1);
  }

  void add(const PixelBox& part, bool mixed) {
    PixelBox box{part.x1, part.y1, part.x0, part.y0};
    bool letters = false;
    for (int y = part.y0; y < part.y1; ++y)
      for (int x = part.x0; x < part.x1; ++x) {
        if (map_.at(x, y) == InkMap::kNone) continue;
        letters = letters || map_.at(x, y) == InkMap::kLetter;
        box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x + 1),
               std::max(box.y1, y + 1)};
      }
    if (letters) blocks_.push_back({box, mixed});
  }

  const InkMap& map_;
  double dpi_;
  std::vector<TextBlock> blocks_;
};

// White around each block, as far as the next one or a zone.
void widen(std::vector<TextBlock>& blocks, const std::vector<PixelBox>& zones, int margin,
           const PixelBox& page) {
  std::vector<PixelBox> all = zones;
  for (const auto& block : blocks) all.push_back(block.box);
  for (std::size_t i = 0; i < blocks.size(); ++i)
    for (int by = margin; by > 0; by /= 2) {
      const auto& box = all[zones.size() + i];
      const PixelBox wide{std::max(page.x0, box.x0 - by), std::max(page.y0, box.y0 - by),
                          std::min(page.x1, box.x1 + by), std::min(page.y1, box.y1 + by)};
      const auto met = std::count_if(all.begin(), all.end(),
                                     [&](const PixelBox& other) { return wide.overlaps(other); });
      if (met > 1) continue;  // more than itself
      blocks[i].box = wide;
      break;
    }
}

}  // namespace

std::vector<TextBlock> text_blocks(const PixPtr& gray, const std::vector<PixelBox>& zones,
                                   double dpi) {
  if (!gray || dpi <= 0) return {};
  const auto factor = static_cast<float>(std::min(1.0, kSearchDpi / dpi));
  const InkMap map = ink_map(gray, zones, dpi, factor);
  auto blocks = BlockCutter(map, dpi * factor).blocks();
  const PixelBox page{0, 0, pixGetWidth(gray.get()), pixGetHeight(gray.get())};
  for (auto& block : blocks) {
    block.box = scaled(block.box, 1 / static_cast<double>(factor));
    block.box.x1 = std::min(page.x1, block.box.x1);
    block.box.y1 = std::min(page.y1, block.box.y1);
  }
  if (blocks.size() + zones.size() < 2'000) widen(blocks, zones, pixels(kMargin, dpi), page);
  return blocks;
}

}  // namespace kehoach::read
