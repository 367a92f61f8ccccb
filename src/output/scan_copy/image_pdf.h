// Images of pages as a PDF, one on each page: what a copy of an image file is made of.
#pragma once

#include <string>
#include <vector>

namespace kehoach::output {

struct ImageOfPage {
  double width = 0, height = 0;  // of the page, points
  int columns = 0, rows = 0;     // pixels
  int components = 1;            // 1 gray, 3 in colour
  bool jpeg = false;             // `bytes` are a JPEG file; else one bit a pixel, 1 black
  std::string bytes;
};

std::string images_as_pdf(const std::vector<ImageOfPage>& images);

}  // namespace kehoach::output
