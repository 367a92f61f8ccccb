// What image files say of their pages: sizes, resolutions, how they are turned.
//
// Contract: only headers are read, each once: linear in the number of pages. What a file says is
// bounded by its bytes; pages that are small copies of others (previews) are left out.
#pragma once

#include <cstdint>
#include <vector>

#include "base/source.h"

namespace kehoach::read {

enum class ImageFormat { kNone, kTiff, kJpeg, kPng };

ImageFormat image_format(const base::Source& source);

struct ImageHeader {
  int width = 0, height = 0;       // pixels as they are stored
  double x_dpi = 0, y_dpi = 0;     // 0: not said
  int orientation = 1;             // as TIFF and EXIF number it; above 4 the sides change places
  int components = 3;              // of a JPEG: 1, 3 or 4
  double bytes_a_pixel = 4;        // at the most, while it is decoded
  std::uint64_t offset = 0;        // of a TIFF's directory
  std::size_t orientation_at = 0;  // … and of what it says of the orientation
};

std::vector<ImageHeader> read_image_headers(const base::Source& source, std::size_t most);

}  // namespace kehoach::read
