// Images of Leptonica that free themselves.
#pragma once

#include <allheaders.h>

#include <memory>

namespace kehoach::read {

struct PixFree {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<PIX, PixFree>;

// What is wrong with an image is no line on the terminal. Set once: threads share it.
inline void silence_leptonica() {
  static const bool silent = [] {
    setMsgSeverity(L_SEVERITY_NONE);
    return true;
  }();
  static_cast<void>(silent);
}

}  // namespace kehoach::read
