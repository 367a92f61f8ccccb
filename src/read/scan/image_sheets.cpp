#include "read/scan/image_sheets.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "read/scan/jpeg_image.h"
#include "read/scan/png_image.h"

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
  for (const ImageHeader& header : read_image_headers(source, std::min(most, kMostPages))) {
    Sheet sheet{header, header.width, header.height, header.x_dpi, header.y_dpi, 0, 0};
    if (header.orientation > 4) {
      std::swap(sheet.width, sheet.height);
      std::swap(sheet.x_dpi, sheet.y_dpi);
    }
    set_resolution(sheet);
    sheet.paper_width = kPointsPerInch * sheet.width / sheet.x_dpi;
    sheet.paper_height = kPointsPerInch * sheet.height / sheet.y_dpi;
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

std::mutex& large_images() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

ImageSheets::ImageSheets(const base::Source& source, const base::OcrBudget& budget,
                         std::size_t most)
    : source_(source), budget_(budget), sheets_(read_sheets(source, most)) {}

const Sheet* ImageSheets::page(int number) const {
  const bool known = number >= 1 && static_cast<std::size_t>(number) <= sheets_.size();
  return known ? &sheets_[static_cast<std::size_t>(number - 1)] : nullptr;
}

PageImages::Drawn ImageSheets::draw(int number, double dpi) const {
  PageImages::Drawn drawn;
  const Sheet* sheet = page(number);
  drawn.why = sheet == nullptr ? "there is no such page" : too_large(*sheet);
  if (!drawn.why.empty()) return drawn;
  std::unique_lock one_at_a_time(large_images(), std::defer_lock);
  if (sheet->pixels() * sheet->header.bytes_a_pixel > kLargeImage) one_at_a_time.lock();
  PixPtr pix = decode(*sheet, drawn.damage);
  if (pix == nullptr) {
    drawn.why = "its image is broken";
    return drawn;
  }
  scale(*sheet, dpi, std::move(pix), drawn.image);
  if (drawn.image.pix == nullptr) drawn.why = "it is too large, or too small, to be read";
  return drawn;
}

// Leptonica turns pages of a TIFF itself, some of those in colour the wrong way: nothing is said
// to it.
const std::string& ImageSheets::straight() const {
  std::call_once(straightened_, [&] {
    for (const Sheet& sheet : sheets_) {
      if (sheet.header.orientation == 1) continue;
      if (straight_.empty()) straight_ = source_.bytes;
      straight_[sheet.header.orientation_at] = 1;
    }
  });
  return straight_.empty() ? source_.bytes : straight_;
}

std::string ImageSheets::too_large(const Sheet& sheet) const {
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

PixPtr ImageSheets::decode(const Sheet& sheet, std::string& damage) const {
  PixPtr pix;
  switch (image_format(source_)) {
    case ImageFormat::kTiff: {
      const std::string& bytes = straight();
      std::size_t offset = sheet.header.offset;
      pix = plain(PixPtr(pixReadMemFromMultipageTiff(reinterpret_cast<const l_uint8*>(bytes.data()),
                                                     bytes.size(), &offset)));
      break;
    }
    case ImageFormat::kJpeg:
      pix = decode_jpeg(source_.bytes, damage);
      break;
    case ImageFormat::kPng:
      pix = decode_png(source_.bytes);
      break;
    default:
      break;
  }
  return pix == nullptr ? nullptr : upright(std::move(pix), sheet.header.orientation);
}

void ImageSheets::scale(const Sheet& sheet, double dpi, PixPtr pix, ScanImage& image) const {
  image.dpi =
      reading_dpi(sheet.paper_width, sheet.paper_height, sheet.dpi(), dpi, budget_.max_pixels);
  const auto across = static_cast<l_float32>(image.dpi / sheet.x_dpi);
  const auto down = static_cast<l_float32>(image.dpi / sheet.y_dpi);
  if (across <= 0 || down <= 0) return;
  if (std::abs(across - 1) > 0.01F || std::abs(down - 1) > 0.01F)
    pix.reset(pixScale(pix.get(), across, down));
  image.pix = std::move(pix);
}

}  // namespace kehoach::read
