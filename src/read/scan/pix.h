// Images of Leptonica that free themselves.
#pragma once

#include <allheaders.h>

#include <cstdint>
#include <limits>
#include <memory>

namespace kehoach::read {

struct PixFree {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<PIX, PixFree>;

// A side of an image as its file says it; 0 where no image is as large.
inline int image_side(std::uint64_t said) {
  return said > std::numeric_limits<int>::max() ? 0 : static_cast<int>(said);
}

// Three samples as a pixel of 32 bits.
inline l_uint32 rgb_pixel(const l_uint8* rgb) {
  return (l_uint32{rgb[0]} << 24U) | (l_uint32{rgb[1]} << 16U) | (l_uint32{rgb[2]} << 8U);
}

// What is wrong with an image is no line on the terminal. Set once: threads share it.
inline void silence_leptonica() {
  static const bool silent = [] {
    setMsgSeverity(L_SEVERITY_NONE);
    return true;
  }();
  static_cast<void>(silent);
}

}  // namespace kehoach::read
