// JPEG images, whatever their colours, with what EXIF says of them.
//
// Leptonica's reader writes lines of libjpeg to the terminal, and knows no EXIF.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/scan/image_header.h"
#include "read/scan/pix.h"

namespace kehoach::read {

// One, or none where it is broken.
std::vector<ImageHeader> jpeg_header(std::string_view bytes);

// As it is stored; null where it is broken. `damage`: what libjpeg says of an image that it could
// read in part.
PixPtr decode_jpeg(std::string_view bytes, std::string& damage);

}  // namespace kehoach::read
