#include "read/scan/coloured_seals.h"

#include <allheaders.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "read/scan/seal_places.h"

namespace kehoach::read {
namespace {

// Seals are looked for at this resolution: strokes of a seal are wider than its pixels, and the
// colour noise of JPEG averages out.
constexpr double kSearchDpi = 75;
constexpr int kMinChroma = 36;  // of 255, beside the paper

using Levels = std::array<int, 3>;

int channel(std::uint32_t pixel, int i) { return static_cast<int>(pixel >> (24 - 8 * i) & 0xff); }

template <class See>
void each_pixel(const PixPtr& image, const PixelBox& box, See see) {
  const l_uint32* data = pixGetData(image.get());
  const int words = pixGetWpl(image.get());
  for (int y = box.y0; y < box.y1; ++y)
    for (int x = box.x0; x < box.x1; ++x)
      see(x, y, data[static_cast<std::ptrdiff_t>(y) * words + x]);
}

PixelBox whole(const PixPtr& image) {
  return {0, 0, pixGetWidth(image.get()), pixGetHeight(image.get())};
}

// The colour of the paper: a level that most of the page is not brighter than.
Levels paper_levels(const PixPtr& colour) {
  std::array<std::array<std::size_t, 256>, 3> counts{};
  std::size_t total = 0;
  each_pixel(colour, whole(colour), [&](int, int, std::uint32_t pixel) {
    for (int i = 0; i < 3; ++i) ++counts[i][channel(pixel, i)];
    ++total;
  });
  Levels levels{};
  for (int i = 0; i < 3; ++i) {
    std::size_t below = 0;
    int level = 0;
    while (level < 255 && below + counts[i][level] < total * 7 / 10) below += counts[i][level++];
    levels[i] = std::max(level, 64);
  }
  return levels;
}

// A pixel as it would be on white paper.
Levels on_white(std::uint32_t pixel, const Levels& paper) {
  Levels levels;
  for (int i = 0; i < 3; ++i) levels[i] = std::min(255, channel(pixel, i) * 255 / paper[i]);
  return levels;
}

// The strongest channel of a coloured pixel.
std::optional<int> ink_of(const Levels& levels) {
  const auto [low, high] = std::minmax_element(levels.begin(), levels.end());
  if (*high - *low < kMinChroma || *high - *low < *high / 5) return std::nullopt;
  return static_cast<int>(high - levels.begin());
}

// Where there is ink of a colour; one mask a channel.
std::array<PixPtr, 3> ink_masks(const PixPtr& small, const Levels& paper) {
  std::array<PixPtr, 3> masks;
  for (auto& mask : masks)
    mask.reset(pixCreate(pixGetWidth(small.get()), pixGetHeight(small.get()), 1));
  each_pixel(small, whole(small), [&](int x, int y, std::uint32_t pixel) {
    if (const auto ink = ink_of(on_white(pixel, paper))) pixSetPixel(masks[*ink].get(), x, y, 1);
  });
  return masks;
}

// How bright an ink is in its own channel: that of its middling pixels.
int ink_level(const PixPtr& small, const Levels& paper, const PixelBox& box) {
  std::array<int, 256> counts{};
  int total = 0;
  each_pixel(small, box, [&](int, int, std::uint32_t pixel) {
    const auto levels = on_white(pixel, paper);
    if (!ink_of(levels)) return;
    ++counts[*std::max_element(levels.begin(), levels.end())];
    ++total;
  });
  int below = 0;
  int level = 0;
  while (level < 255 && below + counts[level] < total / 3) below += counts[level++];
  return level;
}

// Gray of a pixel in coloured ink: paper as soon as it is about as bright as the ink is.
int below_ink(const Levels& levels, int ink) {
  const int high = *std::max_element(levels.begin(), levels.end());
  const int dark = ink / 5;
  const int light = std::max(dark + 1, ink * 85 / 100);
  return std::clamp((high - dark) * 255 / (light - dark), 0, 255);
}

struct Scales {
  double x = 1, y = 1;  // of the small image beside the whole one
};

PixelBox enlarged(const PixelBox& box, const Scales& scales, const PixelBox& bounds, int more) {
  return {std::max(bounds.x0, static_cast<int>(box.x0 / scales.x) - more),
          std::max(bounds.y0, static_cast<int>(box.y0 / scales.y) - more),
          std::min(bounds.x1, static_cast<int>(box.x1 / scales.x) + more),
          std::min(bounds.y1, static_cast<int>(box.y1 / scales.y) + more)};
}

}  // namespace

WithoutSeals take_out_seals(const PixPtr& colour, double dpi) {
  WithoutSeals result;
  result.gray.reset(pixConvertRGBToLuminance(colour.get()));
  const auto bounds = whole(colour);
  const auto factor = static_cast<float>(std::min(1.0, kSearchDpi / dpi));
  const PixPtr small(factor < 1 ? pixScaleAreaMap(colour.get(), factor, factor)
                                : pixClone(colour.get()));
  if (!small || !result.gray) return result;
  const auto paper = paper_levels(small);
  auto masks = ink_masks(small, paper);
  const auto seals = seal_places(masks, dpi * factor);
  if (seals.empty()) return result;

  // Around the ink too: its edges are pale, and JPEG spreads colour.
  pixOr(masks[0].get(), masks[0].get(), masks[1].get());
  pixOr(masks[0].get(), masks[0].get(), masks[2].get());
  const PixPtr near(pixDilateBrick(nullptr, masks[0].get(), 5, 5));
  const Scales scales{static_cast<double>(pixGetWidth(small.get())) / bounds.x1,
                      static_cast<double>(pixGetHeight(small.get())) / bounds.y1};
  for (const auto& seal : seals) {
    const int ink = ink_level(small, paper, seal);
    const auto box = enlarged(seal, scales, bounds, pixels(0.03, dpi));
    each_pixel(colour, box, [&](int x, int y, std::uint32_t pixel) {
      l_uint32 inked = 0;
      pixGetPixel(near.get(), static_cast<int>(x * scales.x), static_cast<int>(y * scales.y),
                  &inked);
      if (!inked) return;
      pixSetPixel(result.gray.get(), x, y,
                  static_cast<l_uint32>(below_ink(on_white(pixel, paper), ink)));
    });
    result.seals.push_back(box);
  }
  return result;
}

}  // namespace kehoach::read
