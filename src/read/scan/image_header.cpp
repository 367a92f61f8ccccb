#include "read/scan/image_header.h"

#include <cmath>
#include <set>
#include <string_view>

#include "read/scan/jpeg_image.h"
#include "read/scan/tiff_directory.h"

namespace kehoach::read {
namespace {

constexpr double kInchesPerMetre = 39.3701;
constexpr std::size_t kPreviews = 4;  // directories of a page that are no pages themselves

std::uint32_t big_endian(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i)
    number = (number << 8U) | static_cast<unsigned char>(bytes[i]);
  return number;
}

// Its size stands first, its pixels a metre near the beginning.
std::vector<ImageHeader> png_header(std::string_view bytes) {
  constexpr std::size_t kSize = 16;
  if (bytes.size() < kSize + 10 || bytes.substr(12, 4) != "IHDR") return {};
  ImageHeader header;
  header.width = image_side(big_endian(bytes, kSize));
  header.height = image_side(big_endian(bytes, kSize + 4));
  const bool gray = bytes[kSize + 9] == 0 || bytes[kSize + 9] == 4;
  header.bytes_a_pixel = gray ? 2 : 7;
  const auto at = bytes.substr(0, 1 << 16).find("pHYs");
  if (at != bytes.npos && at + 13 <= bytes.size() && bytes[at + 12] == 1) {
    header.x_dpi = big_endian(bytes, at + 4) / kInchesPerMetre;
    header.y_dpi = big_endian(bytes, at + 8) / kInchesPerMetre;
  }
  return {header};
}

std::vector<ImageHeader> tiff_headers(std::string_view bytes, std::size_t most) {
  std::vector<ImageHeader> headers;
  std::set<std::uint64_t> seen;  // directories may lead in circles
  const TiffBytes tiff(bytes);
  for (std::uint64_t at = tiff.first(); at != 0 && headers.size() < most;) {
    if (!seen.insert(at).second || seen.size() > kPreviews * most) break;
    const auto directory = tiff.read(at);
    if (!directory) break;
    at = directory->next;
    if (directory->reduced || directory->width <= 0 || directory->height <= 0) continue;
    ImageHeader header;
    header.width = directory->width;
    header.height = directory->height;
    header.x_dpi = directory->x_dpi;
    header.y_dpi = directory->y_dpi;
    header.orientation = directory->orientation;
    header.bytes_a_pixel = directory->samples > 1 || directory->palette ? 8 : 3;
    header.offset = directory->offset;
    header.orientation_at = directory->orientation_at;
    headers.push_back(header);
  }
  return headers;
}

}  // namespace

ImageFormat image_format(const base::Source& source) {
  const std::string_view bytes = source.bytes;
  if (bytes.starts_with("II") || bytes.starts_with("MM")) return ImageFormat::kTiff;
  if (bytes.starts_with("\xFF\xD8")) return ImageFormat::kJpeg;
  if (bytes.starts_with("\x89PNG")) return ImageFormat::kPng;
  return ImageFormat::kNone;
}

std::vector<ImageHeader> read_image_headers(const base::Source& source, std::size_t most) {
  std::vector<ImageHeader> headers;
  switch (image_format(source)) {
    case ImageFormat::kTiff:
      headers = tiff_headers(source.bytes, most);
      break;
    case ImageFormat::kJpeg:
      headers = jpeg_header(source.bytes);
      break;
    case ImageFormat::kPng:
      headers = png_header(source.bytes);
      break;
    default:
      break;
  }
  std::erase_if(headers,
                [](const auto& header) { return header.width <= 0 || header.height <= 0; });
  return headers;
}

}  // namespace kehoach::read
