#include "read/scan/image_file.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "read/scan/page_images.h"
#include "read/scan/scan_eyes.h"

namespace kehoach::read {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kPaperLong = 842;                 // points: A4
constexpr double kLeastDpi = 60, kMostDpi = 1300;  // outside, what a file says is no resolution
// Inches, more than A3: where a page would be longer, its "72 dpi" is what a program filled in.
constexpr double kLongestPaper = 20;
constexpr std::size_t kMostPages = 100'000;  // directories of a TIFF lead to each other

const l_uint8* data(const base::Source& source) {
  return reinterpret_cast<const l_uint8*>(source.bytes.data());
}

// What the header of a page says.
struct Sheet {
  int width = 0, height = 0;  // pixels
  double dpi = 0;
};

double paper_dpi(int width, int height, int said) {
  const int longest = std::max(width, height);
  if (said >= kLeastDpi && said <= kMostDpi && longest <= kLongestPaper * said) return said;
  return kPointsPerInch * longest / kPaperLong;
}

// What a PNG says of its pixels a metre, near its beginning; 0: nothing.
int png_dpi(std::string_view bytes) {
  constexpr double kInchesPerMetre = 39.3701;
  const auto at = bytes.substr(0, 1 << 16).find("pHYs");
  if (at == bytes.npos || at + 13 > bytes.size() || bytes[at + 12] != 1) return 0;
  std::uint32_t pixels = 0;
  for (std::size_t i = at + 4; i < at + 8; ++i)
    pixels = (pixels << 8U) | static_cast<unsigned char>(bytes[i]);
  return static_cast<int>(std::lround(std::min(pixels / kInchesPerMetre, 1e6)));
}

bool is_tiff(const base::Source& source) {
  return source.bytes.starts_with("II") || source.bytes.starts_with("MM");
}

std::vector<Sheet> read_tiff_sheets(const base::Source& source, std::size_t most) {
  std::vector<Sheet> sheets;
  int width = 0, height = 0, resolution = 0;
  for (std::size_t i = 0; i < most; ++i) {
    if (readHeaderMemTiff(data(source), source.bytes.size(), static_cast<l_int32>(i), &width,
                          &height, nullptr, nullptr, &resolution, nullptr, nullptr) != 0)
      break;
    sheets.push_back({width, height, paper_dpi(width, height, resolution)});
  }
  return sheets;
}

std::vector<Sheet> read_sheets(const base::Source& source, std::size_t most) {
  setMsgSeverity(L_SEVERITY_NONE);
  if (is_tiff(source)) return read_tiff_sheets(source, most);
  int format = 0, width = 0, height = 0;
  if (pixReadHeaderMem(data(source), source.bytes.size(), &format, &width, &height, nullptr,
                       nullptr, nullptr) != 0)
    return {};
  int x = 0, y = 0;
  if (format == IFF_PNG) x = png_dpi(source.bytes);
  if (format == IFF_JFIF_JPEG) readResolutionMemJpeg(data(source), source.bytes.size(), &x, &y);
  return {{width, height, paper_dpi(width, height, x)}};
}

double pixels_of(const Sheet& sheet) { return static_cast<double>(sheet.width) * sheet.height; }

class ImagePages : public PageImages {
 public:
  ImagePages(const base::Source& source, const base::OcrBudget& budget,
             std::shared_ptr<const std::vector<Sheet>> sheets)
      : source_(source), budget_(budget), sheets_(std::move(sheets)) {}

  Drawn draw(int number, double dpi) override {
    Drawn drawn;
    if (number < 1 || static_cast<std::size_t>(number) > sheets_->size()) {
      drawn.why = "there is no such page";
      return drawn;
    }
    const Sheet& sheet = (*sheets_)[static_cast<std::size_t>(number - 1)];
    if (pixels_of(sheet) > static_cast<double>(budget_.max_image_pixels)) {
      drawn.why = "its image of " + std::to_string(sheet.width) + " by " +
                  std::to_string(sheet.height) +
                  " pixels is larger than is decoded; save it smaller";
      return drawn;
    }
    PixPtr pix(is_tiff(source_) ? pixReadMemTiff(data(source_), source_.bytes.size(), number - 1)
                                : pixReadMem(data(source_), source_.bytes.size()));
    if (pix != nullptr) pix.reset(pixRemoveColormap(pix.get(), REMOVE_CMAP_BASED_ON_SRC));
    if (pix != nullptr && pixGetDepth(pix.get()) != 32) pix.reset(pixConvertTo8(pix.get(), 0));
    if (pix == nullptr) {
      drawn.why = "its image is broken";
      return drawn;
    }
    scale(sheet, dpi, std::move(pix), drawn.image);
    if (drawn.image.pix == nullptr) drawn.why = "it is too large, or too small, to be read";
    return drawn;
  }

 private:
  void scale(const Sheet& sheet, double dpi, PixPtr pix, ScanImage& image) const {
    const double width = kPointsPerInch * sheet.width / sheet.dpi;
    const double height = kPointsPerInch * sheet.height / sheet.dpi;
    image.dpi = reading_dpi(width, height, sheet.dpi, dpi, budget_.max_pixels);
    const auto by = static_cast<l_float32>(image.dpi / sheet.dpi);
    if (by <= 0) return;
    if (std::abs(by - 1) > 0.01F) pix.reset(pixScale(pix.get(), by, by));
    image.pix = std::move(pix);
  }

  const base::Source& source_;
  const base::OcrBudget& budget_;
  std::shared_ptr<const std::vector<Sheet>> sheets_;
};

PdfPage page_of(const Sheet& sheet, int number) {
  PdfPage page;
  page.number = number;
  page.width = kPointsPerInch * sheet.width / sheet.dpi;
  page.height = kPointsPerInch * sheet.height / sheet.dpi;
  PageImage image;
  image.box = {0, 0, page.width, page.height};
  image.width = sheet.width;
  image.height = sheet.height;
  page.images.push_back(image);
  return page;
}

[[noreturn]] void refuse(const base::Source& source) {
  throw base::Error("broken",
                    source.path +
                        ": no page can be read from the image, it is broken; get the file "
                        "again from where it was published");
}

}  // namespace

Pdf read_image_file(const base::Source& source, const base::Budget& budget) {
  const auto sheets = std::make_shared<std::vector<Sheet>>(
      read_sheets(source, std::min(budget.max_pages + 1, kMostPages)));
  if (sheets->empty()) refuse(source);
  Pdf pdf;
  pdf.page_count = static_cast<int>(sheets->size());
  if (sheets->size() > budget.max_pages) {
    sheets->pop_back();
    pdf.diagnostics.push_back(
        {"pages-cut",
         base::Severity::kWarning,
         "pages from " + std::to_string(sheets->size() + 1) +
             " on were not read: the file has more pages than are read; split it to have them read",
         {},
         {}});
  }
  for (const Sheet& sheet : *sheets)
    pdf.pages.push_back(page_of(sheet, static_cast<int>(pdf.pages.size()) + 1));
  pdf.eyes =
      make_eyes([&source, &budget,
                 sheets] { return std::make_unique<ImagePages>(source, budget.ocr, sheets); },
                budget.ocr);
  return pdf;
}

PagePicture draw_image_page(const base::Source& source, int number, double dpi,
                            const base::Budget& budget) {
  const auto sheets = std::make_shared<std::vector<Sheet>>(
      read_sheets(source, std::min(budget.max_pages, kMostPages)));
  PagePicture picture;
  picture.page_count = static_cast<int>(sheets->size());
  if (number < 1 || number > picture.page_count)
    throw base::Error("page-missing", source.path + ": there is no page " + std::to_string(number) +
                                          "; the file has " + std::to_string(picture.page_count));
  const PdfPage page = page_of((*sheets)[static_cast<std::size_t>(number - 1)], number);
  picture.width = page.width;
  picture.height = page.height;
  const auto drawn = ImagePages(source, budget.ocr, sheets).draw(number, dpi);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  if (drawn.image.pix == nullptr || pixWriteMemPng(&bytes, &size, drawn.image.pix.get(), 0) != 0)
    return picture;
  picture.png.assign(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return picture;
}

}  // namespace kehoach::read
