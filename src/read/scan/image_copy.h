// The pages of an image file for a copy of it in another format: upright, and even in both
// directions.
#pragma once

#include <memory>
#include <string>

#include "base/budget.h"
#include "base/source.h"

namespace kehoach::read {

struct PageCopy {
  int columns = 0, rows = 0;  // pixels; 0: the page cannot be decoded
  int components = 1;         // 1 gray, 3 in colour
  // A JPEG file (the source itself where it is one that lies upright); else rows of one bit a
  // pixel, 1 black.
  bool jpeg = false;
  std::string bytes;
};

class ImageSheets;

// The file's headers are read once, however many of its pages are copied.
class ImageCopies {
 public:
  // `source` and `budget` must outlive it.
  ImageCopies(const base::Source& source, const base::Budget& budget);
  ~ImageCopies();

  PageCopy copy(int number) const;

 private:
  std::unique_ptr<const ImageSheets> sheets_;
};

}  // namespace kehoach::read
