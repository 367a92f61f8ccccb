#include "read/scan/gray_seals.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "read/scan/seal_places.h"

namespace kehoach::read {
namespace {

constexpr int kPale = 192;           // of 255: paler is paper, or print that shines through
constexpr int kFlat = 48;            // levels that stand beside each other within a stroke
constexpr int kBin = 8;              // levels counted as one
constexpr int kApart = 32;           // least difference between print and a seal
constexpr double kBlock = 1.0 / 75;  // inches: ink is looked for in blocks of that side
constexpr int kTogether = 4;         // the part of all pale ink that is in seals at the least
constexpr int kShare = 8;            // the part of all ink that print is at the least
constexpr double kLeastInk = 0.01;   // square inches of a seal's flat ink
constexpr double kMargin = 0.03;     // inches around a seal

using Counts = std::array<std::size_t, kPale / kBin>;

class Levels {
 public:
  explicit Levels(const PixPtr& gray)
      : data_(pixGetData(gray.get())),
        words_(pixGetWpl(gray.get())),
        width_(pixGetWidth(gray.get())),
        height_(pixGetHeight(gray.get())) {}

  int width() const { return width_; }
  int height() const { return height_; }
  const l_uint32* line(int y) const { return data_ + static_cast<std::ptrdiff_t>(y) * words_; }

  // Calls see(x, y, level) for the pixels of ink in `box` that those around them are like.
  template <class See>
  void each_flat(const PixelBox& box, See see) const {
    for (int y = std::max(box.y0, 1); y < std::min(box.y1, height_ - 1); ++y) {
      const l_uint32* own = line(y);
      for (int x = std::max(box.x0, 1); x < std::min(box.x1, width_ - 1); ++x) {
        const int level = GET_DATA_BYTE(own, x);
        if (level < kPale && is_flat(x, y, level)) see(x, y, level);
      }
    }
  }

 private:
  bool is_flat(int x, int y, int level) const {
    const int left = GET_DATA_BYTE(line(y), x - 1), right = GET_DATA_BYTE(line(y), x + 1);
    const int above = GET_DATA_BYTE(line(y - 1), x), below = GET_DATA_BYTE(line(y + 1), x);
    const auto [low, high] = std::minmax({level, left, right, above, below});
    return high - low < kFlat;
  }

  l_uint32* data_;
  int words_, width_, height_;
};

Counts counts_in(const Levels& levels, const PixelBox& box) {
  Counts counts{};
  levels.each_flat(box, [&](int, int, int level) { ++counts[level / kBin]; });
  return counts;
}

int middle_of(std::size_t bin) { return static_cast<int>(bin) * kBin + kBin / 2; }

// The level of print: the darkest that is more frequent than those beside it, and no rare one.
std::optional<int> print_level(const Counts& counts) {
  std::size_t total = 0;
  for (const auto count : counts) total += count;
  const auto at = [&](std::size_t i) { return i < counts.size() ? counts[i] : 0; };
  for (std::size_t i = 0; i < counts.size() && total > 0; ++i) {
    const auto before = at(i - 1), after = at(i + 1);
    if (at(i) < before || at(i) < after) continue;
    if ((before + at(i) + after) * kShare >= total) return middle_of(i);
  }
  return std::nullopt;
}

// The level of a seal's ink, which stands apart from print's: between them there is little.
std::optional<int> seal_level(const Counts& counts, int print, double dpi) {
  const auto first = static_cast<std::size_t>((print + kApart) / kBin);
  if (first >= counts.size()) return std::nullopt;
  const auto most =
      std::max_element(counts.begin() + static_cast<std::ptrdiff_t>(first), counts.end());
  const auto least = *std::min_element(counts.begin() + print / kBin, most + 1);
  std::size_t ink = 0;
  for (auto i = first; i < counts.size(); ++i) ink += counts[i];
  const auto enough = static_cast<std::size_t>(kLeastInk * dpi * dpi);
  if (ink < enough || least > *most / 2) return std::nullopt;
  return middle_of(static_cast<std::size_t>(most - counts.begin()));
}

// One pixel for each block: more of its flat ink is paler than print than is print.
PixPtr pale_blocks(const Levels& levels, int print, int side) {
  const int columns = levels.width() / side + 1, rows = levels.height() / side + 1;
  std::vector<int> more(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  levels.each_flat({0, 0, levels.width(), levels.height()}, [&](int x, int y, int level) {
    more[static_cast<std::size_t>(y / side) * static_cast<std::size_t>(columns) +
         static_cast<std::size_t>(x / side)] += level > print + kApart ? 1 : -1;
  });
  PixPtr mask(pixCreate(columns, rows, 1));
  for (int y = 0; mask != nullptr && y < rows; ++y)
    for (int x = 0; x < columns; ++x)
      if (more[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(x)] > 0)
        pixSetPixel(mask.get(), x, y, 1);
  return mask;
}

// Whether much of the pale ink stands together in these places, as seals do: print that is partly
// pale is pale all over the page.
bool hold_much(const std::vector<PixelBox>& places, const PixPtr& pale) {
  const auto ink = [](const PixPtr& pix) {
    l_int32 count = 0;
    return pix != nullptr && pixCountPixels(pix.get(), &count, nullptr) == 0 ? count : 0;
  };
  l_int32 within = 0;
  for (const auto& place : places) within += ink(clip(pale, place));
  return within > 0 && within * kTogether >= ink(pale);
}

// What is about as pale as the seal becomes paper.
void lighten(const PixPtr& gray, const PixelBox& box, const PixPtr& near, int side, int print,
             int seal) {
  const int light = print + (seal - print) * 4 / 5;
  for (int y = box.y0; y < box.y1; ++y) {
    l_uint32* line =
        pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(gray.get());
    for (int x = box.x0; x < box.x1; ++x) {
      l_uint32 inked = 0;
      pixGetPixel(near.get(), x / side, y / side, &inked);
      if (!inked) continue;
      const int level = GET_DATA_BYTE(line, x);
      const int lit = (level - print) * 255 / (light - print);
      const auto kept = static_cast<l_uint8>(std::clamp(lit, std::min(level, print), 255));
      SET_DATA_BYTE(line, x, kept);
    }
  }
}

}  // namespace

std::vector<PixelBox> take_out_gray_seals(const PixPtr& gray, double dpi) {
  std::vector<PixelBox> seals;
  const Levels levels(gray);
  const PixelBox whole{0, 0, levels.width(), levels.height()};
  const auto print = print_level(counts_in(levels, whole));
  if (!print) return seals;
  const int side = pixels(kBlock, dpi);
  const std::array<PixPtr, 1> mask{pale_blocks(levels, *print, side)};
  if (mask[0] == nullptr) return seals;
  const auto places = seal_places(mask, dpi / side);
  if (!hold_much(places, mask[0])) return seals;
  const PixPtr near(pixDilateBrick(nullptr, mask[0].get(), 3, 3));
  if (near == nullptr) return seals;
  const int margin = pixels(kMargin, dpi);
  for (const auto& place : places) {
    const PixelBox box{std::max(0, place.x0 * side - margin), std::max(0, place.y0 * side - margin),
                       std::min(whole.x1, place.x1 * side + margin),
                       std::min(whole.y1, place.y1 * side + margin)};
    const auto seal = seal_level(counts_in(levels, box), *print, dpi);
    if (!seal) continue;
    lighten(gray, box, near, side, *print, *seal);
    seals.push_back(box);
  }
  return seals;
}

}  // namespace kehoach::read
