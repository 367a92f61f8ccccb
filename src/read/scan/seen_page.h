// A page that zones are looked at on: drawn once, however many looks there are and whatever they
// ask for. A zone is cut out of it and made as fine as the look wants; drawing the whole page that
// fine, for each kind of look, took longer than all recognition.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "read/scan/page_eyes.h"
#include "read/scan/page_images.h"
#include "read/scan/scan_image.h"

namespace kehoach::read {

class SeenPage {
 public:
  explicit SeenPage(PageImages::Drawn drawn) : drawn_(std::move(drawn)) {}

  // Of what is kept of it.
  std::size_t bytes() const;

  // As it was drawn; `pix` is null where it was not, which `why` explains.
  const ScanImage& image() const { return drawn_.image; }
  const std::string& why() const { return drawn_.why; }
  const std::string& damage() const { return drawn_.damage; }

  // Gray, not turned, with or without seals: one image where there are none.
  const ScanImage& inked(ZoneLook::Ink ink);

 private:
  PageImages::Drawn drawn_;
  std::optional<ScanImage> as_page_, all_;
  bool has_seals_ = false;  // that were taken out of `as_page_`
};

}  // namespace kehoach::read
