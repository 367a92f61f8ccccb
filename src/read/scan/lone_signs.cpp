#include "read/scan/lone_signs.h"

#include <allheaders.h>

#include <algorithm>
#include <cmath>

namespace kehoach::read {
namespace {

// Inches of its ink, how dark it is, and what is left white around it.
constexpr double kWidth = 0.4, kHeight = 0.2, kMargin = 0.06;
constexpr int kInk = 160;
constexpr double kLetter = 0.05;          // its longer side, or a dash's
constexpr int kEdge = 2;                  // pixels
constexpr std::size_t kMostPieces = 100;  // of ink
constexpr double kDpi = 200, kLineDpi = 150;
// The text behind it: how far away it is put, how much of it, how sure its words are.
constexpr double kGap = 0.1, kText = 1.0, kSure = 0.8;

PixelBox grown(const PixelBox& box, int by, const PixelBox& within) {
  return {std::max(within.x0, box.x0 - by), std::max(within.y0, box.y0 - by),
          std::min(within.x1, box.x1 + by), std::min(within.y1, box.y1 + by)};
}

PixelBox around(const PixelBox& a, const PixelBox& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

// The letters of a part of the image, and what belongs to them: their dots and marks, but no speck
// far from them, nor what was left of a line at the part's edge. None where it holds much.
std::optional<PixelBox> ink_of(const ScanImage& image, const PixelBox& part) {
  const PixPtr cut = clip(image.pix, part);
  const PixPtr black(cut ? pixThresholdToBinary(cut.get(), kInk) : nullptr);
  if (!black) return std::nullopt;
  auto pieces = connected_boxes(black, kMostPieces);
  if (pieces.size() == kMostPieces) return std::nullopt;
  std::erase_if(pieces, [&](const PixelBox& piece) {
    return piece.x0 < kEdge || piece.y0 < kEdge || piece.x1 > part.width() - kEdge ||
           piece.y1 > part.height() - kEdge;
  });
  const int letter = pixels(kLetter, image.dpi), near = pixels(kMargin, image.dpi);
  std::optional<PixelBox> ink;
  for (const auto& piece : pieces)
    if (std::max(piece.width(), piece.height()) >= letter) ink = ink ? around(*ink, piece) : piece;
  if (!ink) return std::nullopt;
  const PixelBox reach{ink->x0 - near, ink->y0 - near, ink->x1 + near, ink->y1 + near};
  for (const auto& piece : pieces)
    if (piece.overlaps(reach)) ink = around(*ink, piece);
  return PixelBox{part.x0 + ink->x0, part.y0 + ink->y0, part.x0 + ink->x1, part.y0 + ink->y1};
}

// A small image of its own, and where its pixels lie on the page.
struct Cutting {
  PixPtr pix;
  double dpi = 0, by = 1;
  int x = 0, y = 0;
};

Recogniser::Reading read_line(const Cutting& line, Recogniser& recogniser) {
  if (line.pix == nullptr) return {};
  auto reading = recogniser.read(line.pix, line.dpi, PageShape::kLine);
  for (RecognisedWord& word : reading.words) {
    word.box = scaled(word.box, 1 / line.by);
    word.box = {word.box.x0 + line.x, word.box.y0 + line.y, word.box.x1 + line.x,
                word.box.y1 + line.y};
    word.baseline = line.y + word.baseline / line.by;
  }
  return reading;
}

Cutting scaled_to(PixPtr pix, double most, double dpi, const PixelBox& place) {
  Cutting cutting{std::move(pix), dpi, std::min(1.0, most / dpi), place.x0, place.y0};
  const auto factor = static_cast<l_float32>(cutting.by);
  if (cutting.pix != nullptr && factor < 1)
    cutting.pix.reset(pixScaleAreaMap(cutting.pix.get(), factor, factor));
  cutting.dpi *= cutting.by;
  return cutting;
}

// The first words of a text, as far as they are needed.
struct Beginning {
  PixelBox box;
  int baseline = 0;
};

std::optional<Beginning> beginning_of(const std::vector<RecognisedWord>& text, int width) {
  std::optional<Beginning> found;
  for (const auto& word : text) {
    if (word.line != text.front().line || word.confidence < kSure) break;
    if (!found) {
      found = {word.box, static_cast<int>(std::lround(word.baseline))};
      continue;
    }
    if (word.box.x1 - found->box.x0 > width) break;
    found->box = {found->box.x0, std::min(found->box.y0, word.box.y0), word.box.x1,
                  std::max(found->box.y1, word.box.y1)};
  }
  return found;
}

void put(const PixPtr& on, int x, int y, const PixPtr& from, const PixelBox& part) {
  pixRasterop(on.get(), x, y, part.width(), part.height(), PIX_SRC, from.get(), part.x0, part.y0);
}

}  // namespace

std::optional<PixelBox> lone_sign(const ScanImage& image, const PixelBox& cell) {
  if (cell.width() > 4 * kWidth * image.dpi) return std::nullopt;
  const auto ink = ink_of(image, cell);
  if (!ink || ink->width() > kWidth * image.dpi || ink->height() > kHeight * image.dpi)
    return std::nullopt;
  return grown(*ink, pixels(kMargin, image.dpi), cell);
}

Recogniser::Reading read_sign(const ScanImage& image, const PixelBox& sign,
                              Recogniser& recogniser) {
  return read_line(scaled_to(clip(image.pix, sign), kDpi, image.dpi, sign), recogniser);
}

Recogniser::Reading read_sign_before(const ScanImage& image, const PixelBox& sign,
                                     const std::vector<RecognisedWord>& text,
                                     Recogniser& recogniser) {
  const auto ink = ink_of(image, sign);
  const auto behind = beginning_of(text, pixels(kText, image.dpi));
  if (!ink || !behind) return {};
  const int margin = pixels(kMargin, image.dpi), gap = pixels(kGap, image.dpi);
  const int above = std::max(ink->height(), behind->baseline - behind->box.y0);
  const int below = std::max(0, behind->box.y1 - behind->baseline);
  PixPtr line(pixCreate(ink->width() + gap + behind->box.width() + 2 * margin,
                        above + below + 2 * margin, 8));
  if (line == nullptr) return {};
  pixSetAllArbitrary(line.get(), 255);
  const int top = margin + above - ink->height();
  put(line, margin, top, image.pix, *ink);
  put(line, margin + ink->width() + gap, margin + above - (behind->baseline - behind->box.y0),
      image.pix, behind->box);
  const PixelBox place{ink->x0 - margin, ink->y0 - top, 0, 0};
  auto reading = read_line(scaled_to(std::move(line), kLineDpi, image.dpi, place), recogniser);
  const int end = ink->x1 + gap / 2;
  std::erase_if(reading.words, [&](const RecognisedWord& word) { return word.box.x1 > end; });
  return reading;
}

}  // namespace kehoach::read
