// The directories of a TIFF, and of the EXIF data in a JPEG, which is a TIFF without an image.
//
// Leptonica finds page n by reading the n before it anew, and knows one resolution of the two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kehoach::read {

struct TiffDirectory {
  std::uint32_t offset = 0, next = 0;  // 0: none
  int width = 0, height = 0;
  int samples = 1;
  bool palette = false;
  bool reduced = false;  // a small copy of another page
  int orientation = 1;
  std::size_t orientation_at = 0;  // in the bytes: the low byte of it
  double x_dpi = 0, y_dpi = 0;     // 0: not said
};

// `bytes` must outlive it.
class TiffBytes {
 public:
  explicit TiffBytes(std::string_view bytes);

  std::uint32_t first() const;  // 0: it is no TIFF
  std::optional<TiffDirectory> read(std::uint32_t offset) const;

 private:
  std::uint32_t number(std::size_t at, int size) const;  // 0 beyond the end
  double ratio(std::size_t at) const;

  std::string_view bytes_;
  bool big_ = false;
};

}  // namespace kehoach::read
