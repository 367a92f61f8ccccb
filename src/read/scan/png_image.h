// PNG images, whatever their colours and depth, on white paper where they let it through.
//
// Leptonica's reader writes lines of libpng to the terminal, and keeps what is behind of
// transparent pixels, which is black more often than not.
#pragma once

#include <string_view>

#include "read/scan/pix.h"

namespace kehoach::read {

// Gray or in colour, 8 bits a sample; null where it is broken.
PixPtr decode_png(std::string_view bytes);

}  // namespace kehoach::read
