// Where the images of pages come from: pages of a PDF are drawn, those of an image file decoded.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/budget.h"
#include "base/source.h"
#include "read/pdf/pdf_page.h"
#include "read/scan/scan_image.h"

namespace kehoach::read {

// Used by one thread at a time.
class PageImages {
 public:
  virtual ~PageImages() = default;

  struct Drawn {
    ScanImage image;     // its `pix` is null where there is none
    std::string why;     // … which is because
    std::string damage;  // … or there is a part of it, because
  };
  // Page `number` as it lies, about `dpi` fine; 0: as finely as serves reading. Never more than
  // OcrBudget::max_pixels.
  virtual Drawn draw(int number, double dpi) = 0;
};

// Makes one for each thread.
using MakePageImages = std::function<std::unique_ptr<PageImages>()>;

// `source` and `budget` must outlive what is made.
MakePageImages pdf_page_images(const base::Source& source, const base::Budget& budget,
                               const std::vector<PdfPage>& pages);

// How finely a page of this size is drawn: `dpi`, or as finely as the image on it is that covers
// most of it; within what reading gains from, and within `max_pixels`.
double reading_dpi(double width, double height, double own_dpi, double dpi, std::size_t max_pixels);

}  // namespace kehoach::read
