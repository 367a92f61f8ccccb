#include "read/scan/seen_page.h"

#include "read/scan/coloured_seals.h"
#include "read/scan/paper_light.h"

namespace kehoach::read {
namespace {

ScanImage evenly_lit(const ScanImage& image, PixPtr gray) {
  ScanImage page{std::move(gray), image.dpi, image.angle, image.origin};
  if (page.pix != nullptr) even_light(page.pix, page.dpi);
  return page;
}

}  // namespace

const ScanImage& SeenPage::inked(ZoneLook::Ink ink) {
  const ScanImage& image = drawn_.image;
  const bool colour = pixGetDepth(image.pix.get()) == 32;
  if (ink == ZoneLook::Ink::kAsPage && colour) {
    if (!as_page_) as_page_ = evenly_lit(image, take_out_seals(image.pix, image.dpi).gray);
    return *as_page_;
  }
  if (!all_) all_ = evenly_lit(image, PixPtr(pixConvertTo8(image.pix.get(), 0)));
  return *all_;
}

}  // namespace kehoach::read
