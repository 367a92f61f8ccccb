// Poppler's drawing of a page, with images that are about as large as their place drawn faster.
//
// Most pages of scans are one image, and are drawn as fine as it is. Poppler makes it a pixel or
// two wider and higher than it is, between its pixels, three samples at a time whatever its
// colours, and blends the result in: that took longer than all else that is done to a page before
// it is recognised. Here the same samples come out, but for the last row and column of the page.
#pragma once

#include <SplashOutputDev.h>

namespace kehoach::read {

class PageDrawing final : public SplashOutputDev {
 public:
  PageDrawing();  // three bytes a pixel, on white paper

  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* colours, bool interpolate, const int* mask_colours,
                 bool is_inline) override;
  void beginTransparencyGroup(GfxState* state, const double* box, GfxColorSpace* colours,
                              bool isolated, bool knockout, bool for_mask) override;
  void endTransparencyGroup(GfxState* state) override;

 private:
  // Pixels: where an image is drawn that hides all below it, and what is seen of that.
  struct Place {
    bool found = false;
    int x = 0, y = 0, width = 0, height = 0;
    int left = 0, top = 0, right = 0, bottom = 0;
  };
  Place place_of(GfxState& state, int width, int height);
  void take_row(const Place& place, int y, const unsigned char* samples, int count);

  int groups_ = 0;
};

}  // namespace kehoach::read
