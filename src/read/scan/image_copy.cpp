#include "read/scan/image_copy.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

#include "read/scan/image_sheets.h"
#include "read/scan/two_levels.h"

namespace kehoach::read {
namespace {

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
  const bool bits = pixGetDepth(drawn.image.pix.get()) == 8 && has_two_levels(drawn.image.pix);
  return bits ? bits_of(drawn.image.pix) : jpeg_of(drawn.image.pix);
}

}  // namespace kehoach::read
