#include "read/scan/image_file.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "base/error.h"
#include "read/scan/image_copy.h"
#include "read/scan/image_header.h"
#include "read/scan/jpeg_image.h"
#include "read/scan/page_images.h"
#include "read/scan/png_image.h"
#include "read/scan/scan_eyes.h"

namespace kehoach::read {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kPaperLong = 842;                 // points: A4
constexpr double kLeastDpi = 60, kMostDpi = 1300;  // outside, what a file says is no resolution
constexpr double kMostUneven = 4;                  // of the two resolutions
// Inches, more than A3: where a page would be longer, its "72 dpi" is what a program filled in.
constexpr double kLongestPaper = 20;
constexpr std::size_t kMostPages = 100'000;  // directories of a TIFF lead to each other
constexpr double kMostBytes = 640e6;         // that decoding may take
constexpr double kLargeImage = 64e6;         // bytes: such are decoded one at a time

// A page as it stands upright.
struct Sheet {
  ImageHeader header;
  int width = 0, height = 0;  // pixels
  double x_dpi = 0, y_dpi = 0;

  double pixels() const { return static_cast<double>(width) * height; }
  double dpi() const { return std::max(x_dpi, y_dpi); }
};

// Fax machines scan half as finely down the page as across.
void set_resolution(Sheet& sheet) {
  const double least = std::min(sheet.x_dpi, sheet.y_dpi), most = sheet.dpi();
  const auto inches = [&] {
    return std::max(sheet.width / sheet.x_dpi, sheet.height / sheet.y_dpi);
  };
  if (least >= kLeastDpi && most <= kMostDpi && most <= kMostUneven * least &&
      inches() <= kLongestPaper)
    return;
  sheet.x_dpi = sheet.y_dpi = kPointsPerInch * std::max(sheet.width, sheet.height) / kPaperLong;
}

std::vector<Sheet> read_sheets(const base::Source& source, std::size_t most) {
  silence_leptonica();
  std::vector<Sheet> sheets;
  for (const ImageHeader& header : read_image_headers(source, most)) {
    Sheet sheet{header, header.width, header.height, header.x_dpi, header.y_dpi};
    if (header.orientation > 4) {
      std::swap(sheet.width, sheet.height);
      std::swap(sheet.x_dpi, sheet.y_dpi);
    }
    set_resolution(sheet);
    sheets.push_back(sheet);
  }
  return sheets;
}

// As its orientation says that it is to be seen.
PixPtr upright(PixPtr pix, int orientation) {
  constexpr int kQuarters[] = {0, 0, 0, 2, 2, 3, 1, 1, 3};
  const bool mirrored =
      orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
  if (mirrored) pixFlipLR(pix.get(), pix.get());
  const int quarters = kQuarters[orientation];
  if (quarters != 0) pix.reset(pixRotateOrth(pix.get(), quarters));
  return pix;
}

// Gray or in colour.
PixPtr plain(PixPtr pix) {
  constexpr l_uint32 kPaper = 0xffffff00U;
  if (pix != nullptr && pixGetDepth(pix.get()) == 32 && pixGetSpp(pix.get()) == 4)
    pix.reset(pixAlphaBlendUniform(pix.get(), kPaper));
  if (pix != nullptr) pix.reset(pixRemoveColormap(pix.get(), REMOVE_CMAP_BASED_ON_SRC));
  if (pix != nullptr && pixGetDepth(pix.get()) != 32) pix.reset(pixConvertTo8(pix.get(), 0));
  return pix;
}

class ImagePages : public PageImages {
 public:
  ImagePages(const base::Source& source, const base::OcrBudget& budget,
             std::shared_ptr<const std::vector<Sheet>> sheets)
      : source_(source), budget_(budget), sheets_(std::move(sheets)) {
    straighten();
  }

  Drawn draw(int number, double dpi) override {
    Drawn drawn;
    if (number < 1 || static_cast<std::size_t>(number) > sheets_->size()) {
      drawn.why = "there is no such page";
      return drawn;
    }
    const Sheet& sheet = (*sheets_)[static_cast<std::size_t>(number - 1)];
    drawn.why = too_large(sheet);
    if (!drawn.why.empty()) return drawn;
    std::unique_lock one_at_a_time(large_images(), std::defer_lock);
    if (sheet.pixels() * sheet.header.bytes_a_pixel > kLargeImage) one_at_a_time.lock();
    PixPtr pix = decode(sheet, drawn.damage);
    if (pix == nullptr) {
      drawn.why = "its image is broken";
      return drawn;
    }
    scale(sheet, dpi, std::move(pix), drawn.image);
    if (drawn.image.pix == nullptr) drawn.why = "it is too large, or too small, to be read";
    return drawn;
  }

 private:
  // Leptonica turns pages of a TIFF itself, some of those in colour the wrong way: nothing is said
  // to it.
  void straighten() {
    if (image_format(source_) != ImageFormat::kTiff) return;
    for (const Sheet& sheet : *sheets_) {
      if (sheet.header.orientation == 1) continue;
      if (!straight_) straight_ = source_.bytes;
      (*straight_)[sheet.header.orientation_at] = 1;
    }
  }

  static std::mutex& large_images() {
    static std::mutex mutex;
    return mutex;
  }

  std::string too_large(const Sheet& sheet) const {
    constexpr double kMillion = 1e6;
    const double most = static_cast<double>(budget_.max_image_pixels);
    const double bytes = sheet.pixels() * sheet.header.bytes_a_pixel;
    if (sheet.pixels() <= most && bytes <= kMostBytes) return {};
    const auto in_millions = [&](double number) {
      return std::to_string(std::lround(number / kMillion));
    };
    const std::string size = "its image of " + std::to_string(sheet.width) + " by " +
                             std::to_string(sheet.height) + " pixels ";
    if (sheet.pixels() > most)
      return size + "is larger than is decoded (" + in_millions(most) +
             " million pixels); save it smaller";
    return size + "takes more memory than it may (" + in_millions(bytes) + " of " +
           in_millions(kMostBytes) + " million bytes); save it smaller, or in gray";
  }

  PixPtr decode(const Sheet& sheet, std::string& damage) const {
    const int orientation = sheet.header.orientation;
    const std::string& bytes = straight_ ? *straight_ : source_.bytes;
    const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
    std::size_t offset = sheet.header.offset;
    PixPtr pix;
    switch (image_format(source_)) {
      case ImageFormat::kTiff:
        pix = plain(PixPtr(pixReadMemFromMultipageTiff(data, bytes.size(), &offset)));
        break;
      case ImageFormat::kJpeg:
        pix = decode_jpeg(source_.bytes, damage);
        break;
      case ImageFormat::kPng:
        pix = decode_png(source_.bytes);
        break;
      default:
        break;
    }
    return pix == nullptr ? nullptr : upright(std::move(pix), orientation);
  }

  void scale(const Sheet& sheet, double dpi, PixPtr pix, ScanImage& image) const {
    const double width = kPointsPerInch * sheet.width / sheet.x_dpi;
    const double height = kPointsPerInch * sheet.height / sheet.y_dpi;
    image.dpi = reading_dpi(width, height, sheet.dpi(), dpi, budget_.max_pixels);
    const auto across = static_cast<l_float32>(image.dpi / sheet.x_dpi);
    const auto down = static_cast<l_float32>(image.dpi / sheet.y_dpi);
    if (across <= 0 || down <= 0) return;
    if (std::abs(across - 1) > 0.01F || std::abs(down - 1) > 0.01F)
      pix.reset(pixScale(pix.get(), across, down));
    image.pix = std::move(pix);
  }

  const base::Source& source_;
  const base::OcrBudget& budget_;
  std::shared_ptr<const std::vector<Sheet>> sheets_;
  std::optional<std::string> straight_;  // the file, its pages as they are stored
};

PdfPage page_of(const Sheet& sheet, int number) {
  PdfPage page;
  page.number = number;
  page.width = kPointsPerInch * sheet.width / sheet.x_dpi;
  page.height = kPointsPerInch * sheet.height / sheet.y_dpi;
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

bool has_two_levels(const PixPtr& pix) {
  if (pixGetDepth(pix.get()) != 8) return false;
  for (int y = 0; y < pixGetHeight(pix.get()); ++y) {
    const l_uint32* row = pixGetData(pix.get()) + std::ptrdiff_t{y} * pixGetWpl(pix.get());
    for (int x = 0; x < pixGetWidth(pix.get()); ++x)
      if (const auto level = GET_DATA_BYTE(row, x); level != 0 && level != 255) return false;
  }
  return true;
}

PageCopy bits_of(const PixPtr& pix) {
  PageCopy copy;
  const PixPtr black(pixThresholdToBinary(pix.get(), 128));
  if (black == nullptr) return copy;
  copy.columns = pixGetWidth(black.get());
  copy.rows = pixGetHeight(black.get());
  const int bytes = (copy.columns + 7) / 8;
  for (int y = 0; y < copy.rows; ++y) {
    const l_uint32* row = pixGetData(black.get()) + std::ptrdiff_t{y} * pixGetWpl(black.get());
    for (int i = 0; i < bytes; ++i) copy.bytes += static_cast<char>(GET_DATA_BYTE(row, i));
  }
  return copy;
}

PageCopy jpeg_of(const PixPtr& pix) {
  constexpr int kQuality = 90;
  PageCopy copy;
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  if (pixWriteMemJpeg(&bytes, &size, pix.get(), kQuality, 0) != 0) return copy;
  copy = {pixGetWidth(pix.get()), pixGetHeight(pix.get()), pixGetDepth(pix.get()) == 32 ? 3 : 1,
          true, std::string(reinterpret_cast<const char*>(bytes), size)};
  std::free(bytes);
  return copy;
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

PageCopy copy_image_page(const base::Source& source, int number, const base::Budget& budget) {
  const auto sheets = std::make_shared<std::vector<Sheet>>(
      read_sheets(source, std::min(budget.max_pages, kMostPages)));
  PageCopy copy;
  if (number < 1 || static_cast<std::size_t>(number) > sheets->size()) return copy;
  const Sheet& sheet = (*sheets)[static_cast<std::size_t>(number - 1)];
  const bool even = std::abs(sheet.x_dpi - sheet.y_dpi) < 0.01 * sheet.dpi();
  if (image_format(source) == ImageFormat::kJpeg && sheet.header.orientation == 1 && even &&
      sheet.header.components != 4)
    return {sheet.width, sheet.height, sheet.header.components, true, source.bytes};
  const auto drawn = ImagePages(source, budget.ocr, sheets).draw(number, sheet.dpi());
  if (drawn.image.pix == nullptr) return copy;
  return has_two_levels(drawn.image.pix) ? bits_of(drawn.image.pix) : jpeg_of(drawn.image.pix);
}

}  // namespace kehoach::read
