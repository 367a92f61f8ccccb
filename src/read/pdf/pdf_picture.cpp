#include "read/pdf/pdf_picture.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "read/pdf/poppler_document.h"

namespace kehoach::read {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kMostDots = 40e6;  // 120 MB of memory while it is drawn
constexpr double kFewestDpi = 1;    // below it nothing can be seen

// What keeps a page of this size within kMostDots; 0 if nothing does.
double bounded_dpi(double width, double height, double dpi) {
  const double square_inches = width * height / (kPointsPerInch * kPointsPerInch);
  const double most = std::sqrt(kMostDots / std::max(square_inches, 1e-6));
  const double bounded = std::min(dpi, most);
  return bounded < kFewestDpi ? 0 : bounded;
}

}  // namespace

PagePicture draw_pdf_page(const base::Source& source, int number, double dpi,
                          const base::Budget& budget) {
  const PopplerDocument document(source, budget);
  PagePicture picture;
  picture.page_count = document.page_count();
  const auto size = document.page_size(number);
  if (!size)
    throw base::Error("page-missing", source.path + ": there is no page " + std::to_string(number) +
                                          "; the file has " + std::to_string(picture.page_count));
  picture.width = size->first;
  picture.height = size->second;
  const double possible = bounded_dpi(picture.width, picture.height, dpi);
  if (possible > 0) picture.png = document.draw_page(number, possible);
  return picture;
}

}  // namespace kehoach::read
