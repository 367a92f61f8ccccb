// The directories of a TIFF, and of the EXIF data in a JPEG, which is a TIFF without an image. A
// BigTIFF, for files above 4 GB but written smaller too, is one with wider numbers.
//
// Leptonica finds page n by reading the n before it anew, and knows one resolution of the two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kehoach::read {

struct TiffDirectory {
  std::uint64_t offset = 0, next = 0;  // 0: none
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

  std::uint64_t first() const;  // 0: it is no TIFF
  std::optional<TiffDirectory> read(std::uint64_t offset) const;

 private:
  std::uint64_t number(std::size_t at, std::size_t size) const;  // 0 beyond the end
  double ratio(std::size_t at) const;
  std::uint64_t value(std::size_t at, std::uint64_t type) const;
  std::size_t size_of(std::uint64_t type) const;  // bytes of a value, or of where it stands

  std::string_view bytes_;
  bool big_endian_ = false;
  bool wide_ = false;  // a BigTIFF
};

}  // namespace kehoach::read
