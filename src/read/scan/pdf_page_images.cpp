#include <algorithm>
#include <cmath>
#include <map>

#include "read/pdf/poppler_document.h"
#include "read/scan/page_images.h"

namespace kehoach::read {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kUsualDpi = 300;
constexpr double kFewestDpi = 150, kMostDpi = 400;  // outside: drawn larger, or smaller
constexpr double kWholePage = 0.7;                  // of its area

double area(const base::Box& box) {
  return std::max(0.0, box.x1 - box.x0) * std::max(0.0, box.y1 - box.y0);
}

// What must be known of a page to draw it.
struct Sight {
  double width = 0, height = 0;
  double own_dpi = 0;             // of the image that the page is; 0: it is none
  double largest_image = 0;       // pixels
  std::vector<base::Box> stamps;  // words that are known without drawing them
};

Sight sight_of(const PdfPage& page) {
  Sight sight{page.width, page.height, 0, 0, {}};
  double widest = kWholePage * page.width * page.height;
  for (const PageImage& image : page.images) {
    const double pixels = static_cast<double>(image.width) * image.height;
    sight.largest_image = std::max(sight.largest_image, pixels);
    if (image.origin != Origin::kContent || area(image.box) < widest) continue;
    widest = area(image.box);
    sight.own_dpi = kPointsPerInch * std::sqrt(pixels / widest);
  }
  for (const GlyphRun& run : page.runs)
    if (run.origin != Origin::kContent && !run.invisible) sight.stamps.push_back(run.box);
  return sight;
}

using Sights = std::map<int, Sight>;

class PdfPageImages : public PageImages {
 public:
  PdfPageImages(const base::Source& source, const base::Budget& budget,
                std::shared_ptr<const Sights> sights)
      : document_(source, budget), budget_(budget.ocr), sights_(std::move(sights)) {}

  Drawn draw(int number, double dpi) override {
    Drawn drawn;
    const auto known = sights_->find(number);
    if (known == sights_->end()) {
      drawn.why = "there is no such page";
      return drawn;
    }
    const Sight& sight = known->second;
    if (sight.largest_image > static_cast<double>(budget_.max_image_pixels)) {
      drawn.why = "an image on it is larger than is decoded (" +
                  std::to_string(budget_.max_image_pixels / 1'000'000) +
                  " million pixels); save it smaller";
      return drawn;
    }
    drawn.image.dpi =
        reading_dpi(sight.width, sight.height, sight.own_dpi, dpi, budget_.max_pixels);
    if (drawn.image.dpi > 0) paint(number, sight, drawn.image);
    if (drawn.image.pix == nullptr) drawn.why = "it is too large, or too small, to be drawn";
    return drawn;
  }

 private:
  void paint(int number, const Sight& sight, ScanImage& image) const {
    document_.draw_page(number, image.dpi, sight.stamps, [&](const auto& drawing) {
      const bool colour = has_colour(drawing);
      image.pix.reset(pixCreateNoInit(drawing.width, drawing.height, colour ? 32 : 8));
      if (image.pix != nullptr) copy(drawing, colour, image.pix.get());
    });
  }

  // Most scans of text are gray: a quarter of the memory, and no seals to look for.
  static bool has_colour(const PopplerDocument::Drawing& drawing) {
    constexpr int kSeen = 8;
    for (int y = 0; y < drawing.height; ++y) {
      const std::uint8_t* rgb = drawing.rgb + std::ptrdiff_t{y} * drawing.stride;
      for (int x = 0; x < drawing.width; ++x, rgb += 3)
        if (std::abs(rgb[0] - rgb[1]) > kSeen || std::abs(rgb[1] - rgb[2]) > kSeen) return true;
    }
    return false;
  }

  static void copy(const PopplerDocument::Drawing& from, bool colour, PIX* to) {
    for (int y = 0; y < from.height; ++y) {
      const std::uint8_t* rgb = from.rgb + std::ptrdiff_t{y} * from.stride;
      l_uint32* row = pixGetData(to) + std::ptrdiff_t{y} * pixGetWpl(to);
      for (int x = 0; x < from.width; ++x, rgb += 3) {
        if (colour)
          row[x] = rgb_pixel(rgb);
        else
          SET_DATA_BYTE(row, x, rgb[1]);
      }
    }
  }

  PopplerDocument document_;
  const base::OcrBudget& budget_;
  std::shared_ptr<const Sights> sights_;
};

}  // namespace

double reading_dpi(double width, double height, double own_dpi, double dpi,
                   std::size_t max_pixels) {
  double wanted = dpi;
  if (wanted <= 0) {
    wanted = own_dpi > 0 ? own_dpi : kUsualDpi;
    if (wanted < kFewestDpi) wanted = kUsualDpi;
    if (wanted > kMostDpi) wanted /= std::ceil(wanted / kMostDpi);
  }
  const double square_inches = width * height / (kPointsPerInch * kPointsPerInch);
  if (!(square_inches > 0)) return 0;
  const double most = std::sqrt(static_cast<double>(max_pixels) / square_inches);
  constexpr double kLeast = 20;  // below it no letter can be seen
  const double bounded = std::min(wanted, most);
  return bounded < kLeast ? 0 : bounded;
}

MakePageImages pdf_page_images(const base::Source& source, const base::Budget& budget,
                               const std::vector<PdfPage>& pages) {
  const auto sights = std::make_shared<Sights>();
  for (const PdfPage& page : pages) sights->emplace(page.number, sight_of(page));
  return [&source, &budget, sights] {
    return std::make_unique<PdfPageImages>(source, budget, sights);
  };
}

}  // namespace kehoach::read
