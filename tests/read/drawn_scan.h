// Pages drawn for tests, as a scanner would give them: 32 bits, 200 dpi.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "read/scan/pix.h"
#include "read/scan/pixel_box.h"

namespace kehoach::read {

inline constexpr double kDrawnDpi = 200;

class DrawnScan {
 public:
  DrawnScan(int width, int height, std::uint32_t paper = 0xffffff)
      : pix_(pixCreate(width, height, 32)) {
    pixSetAllArbitrary(pix_.get(), paper << 8);
  }

  const PixPtr& pix() const { return pix_; }

  void box(const PixelBox& box, std::uint32_t colour) {
    for (int y = box.y0; y < box.y1; ++y)
      for (int x = box.x0; x < box.x1; ++x) dot(x, y, colour);
  }

  // A frame, lines as thick as `line`.
  void frame(const PixelBox& b, int line, std::uint32_t colour) {
    box({b.x0, b.y0, b.x1, b.y0 + line}, colour);
    box({b.x0, b.y1 - line, b.x1, b.y1}, colour);
    box({b.x0, b.y0, b.x0 + line, b.y1}, colour);
    box({b.x1 - line, b.y0, b.x1, b.y1}, colour);
  }

  // Upright strokes in words, as lines of print have them.
  void print(int x, int y, int words, std::uint32_t colour = 0x202020) {
    for (int word = 0; word < words; ++word)
      for (int letter = 0; letter < 6; ++letter) {
        const int left = x + word * 90 + letter * 12;
        box({left, y, left + 3, y + 22}, colour);
        box({left, y + 10, left + 8, y + 13}, colour);
      }
  }

  // Two rings and what is between them, laid over what is there as ink is.
  void seal(int middle_x, int middle_y, int radius, std::uint32_t colour) {
    for (int y = -radius; y <= radius; ++y)
      for (int x = -radius; x <= radius; ++x) {
        const double from = std::sqrt(x * x + y * y) / radius;
        const bool ring = (from > 0.92 && from <= 1) || (from > 0.6 && from < 0.66);
        if (ring || from < 0.25) ink(middle_x + x, middle_y + y, colour);
      }
  }

  // How many pixels of `gray` in `box` are dark.
  static int dark(const PixPtr& gray, const PixelBox& box) {
    int count = 0;
    for (int y = box.y0; y < box.y1; ++y)
      for (int x = box.x0; x < box.x1; ++x) {
        l_uint32 level = 0;
        pixGetPixel(gray.get(), x, y, &level);
        count += level < 110;
      }
    return count;
  }

 private:
  void dot(int x, int y, std::uint32_t colour) { pixSetPixel(pix_.get(), x, y, colour << 8); }

  void ink(int x, int y, std::uint32_t colour) {
    l_uint32 below = 0;
    if (pixGetPixel(pix_.get(), x, y, &below) != 0) return;
    std::uint32_t mixed = 0;
    for (int shift = 0; shift < 24; shift += 8)
      mixed |= (below >> (shift + 8) & 0xff) * (colour >> shift & 0xff) / 255 << shift;
    dot(x, y, mixed);
  }

  PixPtr pix_;
};

}  // namespace kehoach::read
