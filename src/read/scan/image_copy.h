// A page of an image file for a copy of it in another format: upright, and even in both directions.
#pragma once

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

PageCopy copy_image_page(const base::Source& source, int number, const base::Budget& budget);

}  // namespace kehoach::read
