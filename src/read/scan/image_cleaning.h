// The image of a page made ready for recognition: paper white, print dark, seals gone, upright.
//
// Contract: takes an image of any depth; gives one of 8 bits, of the same size, in which text is
// as dark as it was against its paper, whatever the light. Taken out are
//  - seals, stamps and signatures in colour: areas of one colour higher than any line of text and
//    no wider than a stamp; black print below them stays, since a coloured ink is light in its own
//    colour and black ink is not. Coloured text stays as text;
//  - the same on gray scans, where their ink is paler than print (gray_seals.h);
//  - what scanning adds: dark borders, shadows, punch holes, print that shines through.
// Seals as dark as print stay. Skew is measured and turned back about the centre: positions in the
// result are those of the upright page. Cost: linear in the pixels, at most `kMaxPixels` of them.
#pragma once

#include <cstddef>
#include <vector>

#include "read/scan/pixel_box.h"

namespace kehoach::read {

// A larger image is a diagnostic of who renders it: an A4 page has 35 million at 600 dpi.
inline constexpr std::size_t kMaxPixels = 60'000'000;

struct CleanedImage {
  PixPtr gray;                  // 8 bits; null where the image was none, or larger than the bound
  double angle = 0;             // degrees that the page was turned clockwise, now undone
  std::vector<PixelBox> seals;  // areas taken out
  bool blank = false;           // hardly any print: nothing to recognize
};

CleanedImage clean_image(const PixPtr& page, double dpi);

// The same in three steps, the second of which serves other looks at the page too
// (read/scan/seen_page.h).
//
// One level all over: an empty page, told before anything else is done to it.
bool is_uniform(const PixPtr& page, double dpi);

// Paper white all over, without seals; 8 bits; null as in CleanedImage.
struct LitImage {
  PixPtr gray;
  std::vector<PixelBox> seals;
};
LitImage even_image(const PixPtr& page, double dpi);

// `lit` without what scanning adds at its edges, upright.
CleanedImage straight_image(LitImage lit, double dpi);

}  // namespace kehoach::read
