// A zone of a page again: cut out, turned upright, and read as it was asked for.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "read/scan/scan_reading.h"
#include "read/scan/word_sizes.h"

namespace kehoach::read {
namespace {

constexpr double kPointsPerInch = 72;
constexpr int kMargin = 16;  // pixels of white around print, which recognition needs
constexpr int kMostBlobs = 500;
constexpr double kSpeck = 1.5;  // points: smaller pieces of ink are dirt
constexpr double kInkDpi = 300;

// Between pixels where it grows, of all pixels where it shrinks.
PixPtr scaled_by(PixPtr pix, double by) {
  if (std::abs(by - 1) < 0.01) return pix;
  const auto factor = static_cast<l_float32>(by);
  return PixPtr(by > 1 ? pixScaleLI(pix.get(), factor, factor)
                       : pixScaleAreaMap(pix.get(), factor, factor));
}

void add_margin(ScanImage& zone) {
  const l_uint32 white = pixGetDepth(zone.pix.get()) == 32 ? 0xffffff00U : 0xffU;
  zone.pix.reset(pixAddBorderGeneral(zone.pix.get(), kMargin, kMargin, kMargin, kMargin, white));
  const double margin = kMargin * kPointsPerInch / zone.dpi;
  zone.origin = {zone.origin.x - margin, zone.origin.y - margin};
}

// `box` of the image's frame, with white around it; no image where there was none.
ScanImage cut_out(const ScanImage& image, const base::Box& box, double dpi) {
  if (image.pix == nullptr) return {};
  const double pixels = image.dpi / kPointsPerInch;
  const int width = pixGetWidth(image.pix.get()), height = pixGetHeight(image.pix.get());
  const auto pixel = [&](double points, int least, int most) {
    return static_cast<int>(std::clamp(std::round(points * pixels), 1.0 * least, 1.0 * most));
  };
  const auto across = [&](double x, int least, int most) {
    return pixel(x - image.origin.x, least, most);
  };
  const auto down = [&](double y, int least, int most) {
    return pixel(y - image.origin.y, least, most);
  };
  const int x0 = across(box.x0, 0, width - 1), y0 = down(box.y0, 0, height - 1);
  const int x1 = across(box.x1, x0 + 1, width), y1 = down(box.y1, y0 + 1, height);
  ScanImage zone;
  zone.dpi = dpi;
  zone.angle = image.angle;
  zone.origin = {image.origin.x + x0 / pixels, image.origin.y + y0 / pixels};
  zone.pix = clip(image.pix, {x0, y0, x1, y1});
  if (zone.pix != nullptr) zone.pix = scaled_by(std::move(zone.pix), dpi / image.dpi);
  if (zone.pix != nullptr) add_margin(zone);
  return zone;
}

// The nearest quarter turn exactly, the rest about the centre.
void stand_up(ScanImage& zone, double angle) {
  const long quarters = std::lround(angle / 90);
  const double rest = std::remainder(angle - 90.0 * static_cast<double>(quarters), 360.0);
  if (quarters % 4 != 0) zone = turned_back(zone, static_cast<int>(((quarters % 4) + 4) % 4));
  if (std::abs(rest) < 0.01 || zone.pix == nullptr) return;
  const auto radians = static_cast<l_float32>(-rest * std::numbers::pi / 180);
  zone.pix.reset(pixRotate(zone.pix.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  if (zone.pix != nullptr) was_turned_back(zone, rest);
}

// The zone of a page turned upright. What the upright box around it on the page took in of the
// lines above and below is cut off again: half a line, where a long one lies aslant.
ScanImage upright_zone(const ScanImage& page, const base::Box& box, double angle, double dpi) {
  ScanImage zone = cut_out(page, box, dpi);
  if (zone.pix != nullptr) stand_up(zone, angle);
  if (zone.pix == nullptr || angle == 0) return zone;
  return cut_out(zone, box_before_turn(box, angle), dpi);
}

// Dark on light by the light of each part of the zone.
PixPtr black_and_white(const PixPtr& pix) {
  const PixPtr gray(pixConvertTo8(pix.get(), 0));
  PIX* black = nullptr;
  if (gray != nullptr)
    pixOtsuAdaptiveThreshold(gray.get(), pixGetWidth(gray.get()), pixGetHeight(gray.get()), 0, 0,
                             0.1F, nullptr, &black);
  return PixPtr(black);
}

// How far apart the colours of the ink's pixels are, in the mean.
double colour_of(const PixPtr& page, const PixPtr& black, const BOX& box) {
  if (pixGetDepth(page.get()) != 32) return 0;
  double sum = 0, pixels = 0;
  for (l_int32 y = box.y; y < box.y + box.h; ++y) {
    for (l_int32 x = box.x; x < box.x + box.w; ++x) {
      l_uint32 on = 0;
      if (pixGetPixel(black.get(), x, y, &on) != 0 || on == 0) continue;
      l_int32 red = 0, green = 0, blue = 0;
      pixGetRGBPixel(page.get(), x, y, &red, &green, &blue);
      sum += std::max({red, green, blue}) - std::min({red, green, blue});
      ++pixels;
    }
  }
  return pixels > 0 ? sum / pixels / 255 : 0;
}

}  // namespace

std::vector<InkBlob> zone_ink(const ScanImage& page, const base::Box& box, double angle) {
  std::vector<InkBlob> blobs;
  const ScanImage zone = upright_zone(page, box, angle, kInkDpi);
  if (zone.pix == nullptr) return blobs;
  const PixPtr black = black_and_white(zone.pix);
  if (black == nullptr) return blobs;
  BOXA* boxes = pixConnCompBB(black.get(), 8);
  const int count = std::min(boxaGetCount(boxes), kMostBlobs);
  for (int i = 0; i < count; ++i) {
    BOX* at = boxaGetBox(boxes, i, L_CLONE);
    const double size = std::max(at->w, at->h) * kPointsPerInch / zone.dpi;
    if (size >= kSpeck)
      blobs.push_back({in_frame(zone, at->x, at->y, at->x + at->w, at->y + at->h),
                       colour_of(zone.pix, black, *at)});
    boxDestroy(&at);
  }
  boxaDestroy(&boxes);
  std::sort(blobs.begin(), blobs.end(),
            [](const InkBlob& a, const InkBlob& b) { return a.box.x0 < b.box.x0; });
  return blobs;
}

ScanPage read_zone(const ScanImage& page, const base::Box& box, double angle, const ZoneLook& how,
                   Recogniser& recogniser) {
  ScanPage read;
  ScanImage zone = upright_zone(page, box, angle, how.dpi > 0 ? how.dpi : page.dpi);
  if (zone.pix == nullptr) return read;
  if (how.threshold > 0)
    zone.pix.reset(pixThresholdToBinary(
        zone.pix.get(), static_cast<int>(std::clamp(how.threshold, 0.0, 1.0) * 255)));
  read.recognised = true;
  read.angle = zone.angle;
  read.dpi = zone.dpi;
  const auto shape = how.shape == ZoneLook::Shape::kBlock ? PageShape::kBlock : PageShape::kLine;
  const auto reading = recogniser.read(zone.pix, zone.dpi, shape);
  for (const RecognisedWord& word : reading.words) {
    const base::Box place = in_frame(zone, word.box.x0, word.box.y0, word.box.x1, word.box.y1);
    const double baseline = zone.origin.y + word.baseline * kPointsPerInch / zone.dpi;
    read.words.push_back({word.text, place, baseline, 0, word.confidence, word.line});
  }
  set_sizes(read.words);
  read.confidence = mean_confidence(read.words);
  return read;
}

}  // namespace kehoach::read
