#include "read/scan/image_cleaning.h"

#include <allheaders.h>

#include <cmath>
#include <numbers>

#include "read/scan/coloured_seals.h"
#include "read/scan/gray_seals.h"
#include "read/scan/paper_light.h"
#include "read/scan/scan_edges.h"
#include "read/scan/two_levels.h"

namespace kehoach::read {
namespace {

constexpr double kSkewDpi = 150;    // a skew is found as well on a smaller image
constexpr double kMinSkew = 0.12;   // degrees: less than a pixel in a word
constexpr double kMostSheared = 2;  // degrees
constexpr float kMinConfidence = 3;
constexpr float kWidestSkew = 25, kSkewStep = 0.02F;
constexpr double kBlankDpi = 75;
constexpr float kBlankLevels = 4;       // of 255
constexpr double kBlankShare = 0.0004;  // of the page in print: a page number is 0.0001

PixPtr flat(const PixPtr& page) {
  if (pixGetColormap(page.get()))
    return PixPtr(pixRemoveColormap(page.get(), REMOVE_CMAP_BASED_ON_SRC));
  return PixPtr(pixClone(page.get()));
}

bool in_colour(const PixPtr& image) { return pixGetDepth(image.get()) == 32; }

// Degrees that the page is to be turned clockwise to stand upright.
double skew_of(const PixPtr& gray, double dpi) {
  const auto factor = static_cast<float>(std::min(1.0, kSkewDpi / dpi));
  const PixPtr small(pixScaleAreaMap(gray.get(), factor, factor));
  const PixPtr black(small ? pixThresholdToBinary(small.get(), 160) : nullptr);
  if (!black) return 0;
  l_float32 angle = 0;
  l_float32 confidence = 0;
  if (pixFindSkew(black.get(), &angle, &confidence) == 0 && confidence >= kMinConfidence)
    return angle;
  // Up to 7 degrees there is none: a photograph taken aslant, or a page without lines.
  const bool found = pixFindSkewSweepAndSearch(black.get(), &angle, &confidence, 4, 2, kWidestSkew,
                                               1, kSkewStep) == 0;
  return found && confidence >= kMinConfidence ? angle : 0;
}

// By whole pixels where the angle is small: between pixels thin marks would blur.
void turn(PixPtr& gray, double degrees) {
  const auto radians = static_cast<l_float32>(degrees * std::numbers::pi / 180);
  Pix* turned = std::abs(degrees) <= kMostSheared
                    ? pixRotateShear(gray.get(), pixGetWidth(gray.get()) / 2,
                                     pixGetHeight(gray.get()) / 2, radians, L_BRING_IN_WHITE)
                    : pixRotateAMGray(gray.get(), radians, 255);
  if (turned != nullptr) gray.reset(turned);
}

bool hardly_any_print(const PixPtr& gray, double dpi) {
  const auto factor = static_cast<float>(std::min(1.0, kSkewDpi / dpi));
  const PixPtr small(pixScaleAreaMap(gray.get(), factor, factor));
  const PixPtr black(small ? pixThresholdToBinary(small.get(), 140) : nullptr);
  l_int32 count = 0;
  if (!black || pixCountPixels(black.get(), &count, nullptr) != 0) return true;
  return count < kBlankShare * pixGetWidth(black.get()) * pixGetHeight(black.get());
}

CleanedImage blank_image(const PixPtr& page) {
  CleanedImage result;
  result.gray.reset(pixCreate(pixGetWidth(page.get()), pixGetHeight(page.get()), 8));
  if (result.gray) pixSetAll(result.gray.get());
  result.blank = true;
  return result;
}

bool can_be_cleaned(const PixPtr& page, double dpi) {
  if (!page || dpi <= 0) return false;
  const auto size = static_cast<std::size_t>(pixGetWidth(page.get())) *
                    static_cast<std::size_t>(pixGetHeight(page.get()));
  return size > 0 && size <= kMaxPixels;
}

}  // namespace

bool is_uniform(const PixPtr& image, double dpi) {
  if (!can_be_cleaned(image, dpi) || pixGetDepth(image.get()) < 8) return false;
  const auto factor = static_cast<float>(std::min(1.0, kBlankDpi / dpi));
  const PixPtr small(pixScaleAreaMap(image.get(), factor, factor));
  const PixPtr gray(small ? pixConvertTo8(small.get(), 0) : nullptr);
  l_float32 low = 0;
  l_float32 high = 0;
  if (!gray || pixGetRankValueMasked(gray.get(), nullptr, 0, 0, 1, 0, &low, nullptr) != 0 ||
      pixGetRankValueMasked(gray.get(), nullptr, 0, 0, 1, 1, &high, nullptr) != 0)
    return false;
  return high - low < kBlankLevels;
}

LitImage even_image(const PixPtr& page, double dpi) {
  LitImage lit;
  if (!can_be_cleaned(page, dpi)) return lit;
  const PixPtr image = flat(page);
  if (in_colour(image)) {
    auto without = take_out_seals(image, dpi);
    lit = {std::move(without.gray), std::move(without.seals)};
  } else {
    lit.gray.reset(pixConvertTo8(image.get(), 0));
  }
  if (!lit.gray) return lit;
  if (has_two_levels(lit.gray)) {
    soften(lit.gray);
    return lit;
  }
  even_light(lit.gray, dpi);
  const auto gray_seals = take_out_gray_seals(lit.gray, dpi);
  lit.seals.insert(lit.seals.end(), gray_seals.begin(), gray_seals.end());
  return lit;
}

CleanedImage straight_image(LitImage lit, double dpi) {
  CleanedImage result;
  result.gray = std::move(lit.gray);
  result.seals = std::move(lit.seals);
  if (!result.gray) return result;
  wipe_edges(result.gray, dpi);
  result.blank = hardly_any_print(result.gray, dpi);
  if (result.blank) return result;
  const double skew = skew_of(result.gray, dpi);
  if (std::abs(skew) >= kMinSkew) {
    turn(result.gray, skew);
    result.angle = -skew;
  }
  return result;
}

CleanedImage clean_image(const PixPtr& page, double dpi) {
  if (is_uniform(page, dpi)) return blank_image(page);
  return straight_image(even_image(page, dpi), dpi);
}

}  // namespace kehoach::read
