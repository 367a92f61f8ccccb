#include "read/pdf/poppler_drawing.h"

#include <GfxState.h>
#include <Stream.h>
#include <splash/Splash.h>
#include <splash/SplashBitmap.h>
#include <splash/SplashClip.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace kehoach::read {
namespace {

constexpr int kMostLarger = 3;  // pixels that the place is wider or higher than the image

using Samples = std::vector<unsigned char>;

SplashColorPtr white() {
  static SplashColor paper = {255, 255, 255};
  return paper;
}

// The samples of a row as gray, a byte a pixel, or in colour, three.
class Colours {
 public:
  Colours(GfxImageColorMap& map, int width) : map_(map), width_(width) {
    if (map.getNumPixelComps() != 1 || map.getBits() > 8) return;
    for (unsigned i = 0; i < 1U << static_cast<unsigned>(map.getBits()); ++i) {
      const auto sample = static_cast<unsigned char>(i);
      const Level level = colour_of(&sample);
      gray_ = (i == 0 || gray_) && level[0] == level[1] && level[1] == level[2];
      levels_.push_back(level);
    }
  }

  int count() const { return gray_ ? 1 : 3; }  // samples a pixel

  void convert(unsigned char* samples, unsigned char* into) const {
    if (levels_.empty() && map_.useRGBLine()) return map_.getRGBLine(samples, into, width_);
    const int step = map_.getNumPixelComps();
    for (int x = 0; x < width_; ++x, samples += step) {
      if (gray_) {
        into[x] = levels_[*samples % levels_.size()][0];
        continue;
      }
      const Level level = levels_.empty() ? colour_of(samples) : levels_[*samples % levels_.size()];
      std::copy(level.begin(), level.end(), into + std::ptrdiff_t{3} * x);
    }
  }

 private:
  using Level = std::array<unsigned char, 3>;

  Level colour_of(const unsigned char* samples) const {
    GfxRGB colour;
    map_.getRGB(samples, &colour);
    return {colToByte(colour.r), colToByte(colour.g), colToByte(colour.b)};
  }

  GfxImageColorMap& map_;
  int width_;
  bool gray_ = false;
  std::vector<Level> levels_;  // of samples that are few
};

// Where each of `to` places lies between `from`, counted as Poppler counts them.
struct Between {
  int at = 0;
  double share = 0;  // of the next one
};

std::vector<Between> places_between(int from, int to) {
  std::vector<Between> places;
  const double step = static_cast<double>(from) / to;
  double at = 0;
  for (int i = 0; i < to; ++i, at += step) {
    double whole = 0;
    const double share = std::modf(at, &whole);
    places.push_back({static_cast<int>(whole), share});
  }
  return places;
}

unsigned char mixed(unsigned char one, unsigned char next, double share) {
  return static_cast<unsigned char>(one * (1.0 - share) + next * share);
}

// The rows of an image, each as wide as its place.
class Rows {
 public:
  Rows(Stream* stream, int width, int height, GfxImageColorMap& map, int wanted)
      : colours_(map, width),
        image_(stream, width, map.getNumPixelComps(), map.getBits()),
        width_(width),
        left_(height),
        across_(places_between(width, wanted)),
        samples_(static_cast<std::size_t>(width + 1) * 3) {
    image_.reset();
  }

  int count() const { return colours_.count(); }

  // The next row; as the one before it where there is none any more. What is missing of a broken
  // image is black, as it is to Poppler.
  void next(Samples& row) {
    if (left_-- <= 0) return;
    const auto count = static_cast<std::size_t>(colours_.count());
    const auto end = static_cast<std::size_t>(width_) * count;
    if (unsigned char* line = image_.getLine())
      colours_.convert(line, samples_.data());
    else
      std::fill(samples_.begin(), samples_.end(), static_cast<unsigned char>(0));
    std::copy_n(samples_.begin() + static_cast<std::ptrdiff_t>(end - count), count,
                samples_.begin() + static_cast<std::ptrdiff_t>(end));
    row.resize(across_.size() * count);
    auto* into = row.data();
    for (const Between& place : across_) {
      const auto* one = samples_.data() + static_cast<std::size_t>(place.at) * count;
      for (std::size_t i = 0; i < count; ++i) *into++ = mixed(one[i], one[i + count], place.share);
    }
  }

  void close() { image_.close(); }

 private:
  Colours colours_;
  ImageStream image_;
  int width_, left_;
  std::vector<Between> across_;
  Samples samples_;
};

bool about(int wanted, int has) { return wanted >= has && wanted <= has + kMostLarger; }

}  // namespace

PageDrawing::PageDrawing() : SplashOutputDev(splashModeRGB8, 4, false, white()) {}

PageDrawing::Place PageDrawing::place_of(GfxState& state, int width, int height) {
  const double* at = state.getCTM();
  const bool upright = at[0] > 0 && at[3] < 0 && at[1] == 0 && at[2] == 0;
  const bool opaque = groups_ == 0 && state.getFillOpacity() >= 1 &&
                      state.getBlendMode() == gfxBlendNormal && state.getTransfer()[0] == nullptr &&
                      getSplash()->getSoftMask() == nullptr;
  SplashClip& clip = *getSplash()->getClip();
  constexpr double kFar = 1e5;
  // Glyphs of Type 3 and patterns without colours of their own are drawn on bitmaps of one byte.
  const bool coloured = getBitmap()->getMode() == splashModeRGB8;
  if (!coloured || !upright || !opaque || clip.getNumPaths() > 0 || !(at[0] < kFar) ||
      !(at[3] > -kFar) || !(std::abs(at[4]) < kFar) || !(std::abs(at[5]) < kFar))
    return {};
  const auto below = [](double edge) { return static_cast<int>(std::floor(edge)); };
  Place place;
  place.x = below(at[4]);
  place.y = below(at[3] + at[5]);
  place.width = below(at[0] + at[4]) + 1 - place.x;
  place.height = below(-at[3] + (at[3] + at[5])) + 1 - place.y;
  place.left = std::max({0, place.x, clip.getXMinI()});
  place.top = std::max({0, place.y, clip.getYMinI()});
  place.right = std::min({getBitmap()->getWidth(), place.x + place.width, clip.getXMaxI() + 1});
  place.bottom = std::min({getBitmap()->getHeight(), place.y + place.height, clip.getYMaxI() + 1});
  // Of one that is far larger than the page most rows would be read for nothing.
  const bool fits =
      place.width <= 2 * getBitmap()->getWidth() && place.height <= 2 * getBitmap()->getHeight();
  place.found = fits && about(place.width, width) && about(place.height, height) &&
                place.left < place.right && place.top < place.bottom;
  return place;
}

void PageDrawing::take_row(const Place& place, int y, const unsigned char* samples, int count) {
  SplashBitmap& page = *getBitmap();
  auto* into =
      page.getDataPtr() + std::ptrdiff_t{y} * page.getRowSize() + std::ptrdiff_t{3} * place.left;
  const auto* from = samples + std::ptrdiff_t{count} * (place.left - place.x);
  const int pixels = place.right - place.left;
  if (count == 3)
    std::copy_n(from, 3 * pixels, into);
  else
    for (int x = 0; x < pixels; ++x, into += 3) into[0] = into[1] = into[2] = from[x];
  if (page.getAlphaPtr() != nullptr)
    std::fill_n(page.getAlphaPtr() + std::ptrdiff_t{y} * page.getAlphaRowSize() + place.left,
                pixels, 255);
}

void PageDrawing::drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                            GfxImageColorMap* colours, bool interpolate, const int* mask_colours,
                            bool is_inline) {
  const Place place = is_inline || mask_colours != nullptr || width <= 0 || height <= 0
                          ? Place{}
                          : place_of(*state, width, height);
  if (!place.found)
    return SplashOutputDev::drawImage(state, ref, stream, width, height, colours, interpolate,
                                      mask_colours, is_inline);
  Rows rows(stream, width, height, *colours, place.width);
  Samples above, below, row;
  rows.next(below);
  above = below;
  int taken = -1;  // the row of the image that `above` is
  const auto down = places_between(height, place.height);
  for (int i = 0; i < place.height; ++i) {
    const auto [at, share] = down[static_cast<std::size_t>(i)];
    if (at > taken) {
      ++taken;
      above = below;
      rows.next(below);
    }
    const int y = place.y + i;
    if (y < place.top || y >= place.bottom) continue;
    row.resize(above.size());
    for (std::size_t x = 0; x < row.size(); ++x) row[x] = mixed(above[x], below[x], share);
    take_row(place, y, row.data(), rows.count());
  }
  rows.close();
}

void PageDrawing::beginTransparencyGroup(GfxState* state, const double* box, GfxColorSpace* colours,
                                         bool isolated, bool knockout, bool for_mask) {
  ++groups_;
  SplashOutputDev::beginTransparencyGroup(state, box, colours, isolated, knockout, for_mask);
}

void PageDrawing::endTransparencyGroup(GfxState* state) {
  --groups_;
  SplashOutputDev::endTransparencyGroup(state);
}

}  // namespace kehoach::read
