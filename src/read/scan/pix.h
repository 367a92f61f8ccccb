// Images of Leptonica that free themselves.
#pragma once

#include <allheaders.h>

#include <memory>

namespace kehoach::read {

struct PixFree {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<PIX, PixFree>;

}  // namespace kehoach::read
