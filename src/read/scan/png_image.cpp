#include "read/scan/png_image.h"

#include <png.h>

#include <cstdint>
#include <vector>

namespace kehoach::read {
namespace {

void copy(const std::vector<std::uint8_t>& from, bool colour, PIX* to) {
  const int width = pixGetWidth(to), height = pixGetHeight(to);
  const std::uint8_t* sample = from.data();
  for (int y = 0; y < height; ++y) {
    l_uint32* row = pixGetData(to) + std::ptrdiff_t{y} * pixGetWpl(to);
    for (int x = 0; x < width; ++x, sample += colour ? 3 : 1) {
      if (colour)
        row[x] = rgb_pixel(sample);
      else
        SET_DATA_BYTE(row, x, sample[0]);
    }
  }
}

}  // namespace

PixPtr decode_png(std::string_view bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return {};
  const bool colour = (image.format & PNG_FORMAT_FLAG_COLOR) != 0;
  image.format = colour ? PNG_FORMAT_RGB : PNG_FORMAT_GRAY;
  std::vector<std::uint8_t> samples(PNG_IMAGE_SIZE(image));
  const png_color white{255, 255, 255};
  const bool read = png_image_finish_read(&image, &white, samples.data(), 0, nullptr) != 0;
  png_image_free(&image);
  PixPtr pix(read ? pixCreateNoInit(static_cast<int>(image.width), static_cast<int>(image.height),
                                    colour ? 32 : 8)
                  : nullptr);
  if (pix != nullptr) copy(samples, colour, pix.get());
  return pix;
}

}  // namespace kehoach::read
