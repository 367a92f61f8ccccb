#include "read/scan/image_copy.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

#include "read/scan/image_sheets.h"

namespace kehoach::read {
namespace {

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

ImageCopies::ImageCopies(const base::Source& source, const base::Budget& budget)
    : sheets_(std::make_unique<ImageSheets>(source, budget.ocr, budget.max_pages)) {}

ImageCopies::~ImageCopies() = default;

PageCopy ImageCopies::copy(int number) const {
  const Sheet* sheet = sheets_->page(number);
  if (sheet == nullptr) return {};
  const base::Source& source = sheets_->source();
  const bool even = std::abs(sheet->x_dpi - sheet->y_dpi) < 0.01 * sheet->dpi();
  if (image_format(source) == ImageFormat::kJpeg && sheet->header.orientation == 1 && even &&
      sheet->header.components != 4)
    return {sheet->width, sheet->height, sheet->header.components, true, source.bytes};
  const auto drawn = sheets_->draw(number, sheet->dpi());
  if (drawn.image.pix == nullptr) return {};
  return has_two_levels(drawn.image.pix) ? bits_of(drawn.image.pix) : jpeg_of(drawn.image.pix);
}

}  // namespace kehoach::read
