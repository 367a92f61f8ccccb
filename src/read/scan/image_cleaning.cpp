#include "read/scan/image_cleaning.h"

#include <allheaders.h>

#include <cmath>
#include <numbers>

#include "read/scan/coloured_seals.h"
#include "read/scan/paper_light.h"
#include "read/scan/scan_edges.h"

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

// One level all over: an empty page, told before anything else is done to it.
bool uniform(const PixPtr& image, double dpi) {
  if (pixGetDepth(image.get()) < 8) return false;
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

}  // namespace

CleanedImage clean_image(const PixPtr& page, double dpi) {
  CleanedImage result;
  if (!page || dpi <= 0) return result;
  const auto size = static_cast<std::size_t>(pixGetWidth(page.get())) *
                    static_cast<std::size_t>(pixGetHeight(page.get()));
  if (size == 0 || size > kMaxPixels) return result;
  silence_leptonica();
  const PixPtr image = flat(page);
  if (uniform(image, dpi)) {
    result.gray.reset(pixCreate(pixGetWidth(image.get()), pixGetHeight(image.get()), 8));
    if (result.gray) pixSetAll(result.gray.get());
    result.blank = true;
    return result;
  }
  const bool two_levels = pixGetDepth(image.get()) == 1;
  if (in_colour(image)) {
    auto without = take_out_seals(image, dpi);
    result.gray = std::move(without.gray);
    result.seals = std::move(without.seals);
  } else {
    result.gray.reset(pixConvertTo8(image.get(), 0));
  }
  if (!result.gray) return result;
  if (!two_levels) even_light(result.gray, dpi);
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

}  // namespace kehoach::read
