#include "read/scan/seen_page.h"

#include "read/scan/image_cleaning.h"
#include "read/scan/paper_light.h"

namespace kehoach::read {
namespace {

ScanImage in_place_of(const ScanImage& image, PixPtr gray) {
  return {std::move(gray), image.dpi, image.angle, image.origin};
}

std::size_t bytes_of(const ScanImage& image) {
  if (image.pix == nullptr) return 0;
  return 4 * static_cast<std::size_t>(pixGetWpl(image.pix.get())) *
         static_cast<std::size_t>(pixGetHeight(image.pix.get()));
}

}  // namespace

std::size_t SeenPage::bytes() const {
  return bytes_of(drawn_.image) + (as_page_ ? bytes_of(*as_page_) : 0) +
         (all_ ? bytes_of(*all_) : 0);
}

const ScanImage& SeenPage::inked(ZoneLook::Ink ink) {
  const ScanImage& image = drawn_.image;
  if (!as_page_) {
    LitImage lit = even_image(image.pix, image.dpi);
    as_page_ = in_place_of(image, std::move(lit.gray));
    has_seals_ = !lit.seals.empty();
  }
  if (ink == ZoneLook::Ink::kAsPage || !has_seals_) return *as_page_;
  if (!all_) {
    all_ = in_place_of(image, PixPtr(pixConvertTo8(image.pix.get(), 0)));
    if (all_->pix != nullptr) even_light(all_->pix, image.dpi);
  }
  return *all_;
}

}  // namespace kehoach::read
