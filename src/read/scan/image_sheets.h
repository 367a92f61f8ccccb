// The pages of an image file: what its headers say of them, and their images.
//
// Contract: read once, by whoever opens the file, and shared by all that look at its pages, on
// whatever thread: a file of many pages is a hundred megabytes, and has as many headers.
#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <vector>

#include "base/budget.h"
#include "base/source.h"
#include "read/scan/image_header.h"
#include "read/scan/page_images.h"

namespace kehoach::read {

// A page as it stands upright.
struct Sheet {
  ImageHeader header;
  int width = 0, height = 0;                 // pixels
  double x_dpi = 0, y_dpi = 0;               // where the file does not say, as of A4
  double paper_width = 0, paper_height = 0;  // points

  double pixels() const { return static_cast<double>(width) * height; }
  double dpi() const { return x_dpi > y_dpi ? x_dpi : y_dpi; }
};

class ImageSheets {
 public:
  // `source` and `budget` must outlive it. At most `most` pages are told apart.
  ImageSheets(const base::Source& source, const base::OcrBudget& budget, std::size_t most);

  std::size_t size() const { return sheets_.size(); }
  // Page `number`, which counts from 1; null where there is none.
  const Sheet* page(int number) const;

  // The page upright, about `dpi` fine; 0: as finely as serves reading.
  PageImages::Drawn draw(int number, double dpi) const;

  const base::Source& source() const { return source_; }

 private:
  std::string too_large(const Sheet& sheet) const;
  PixPtr decode(const Sheet& sheet, std::string& damage) const;
  void scale(const Sheet& sheet, double dpi, PixPtr pix, ScanImage& image) const;
  const std::string& straight() const;

  const base::Source& source_;
  const base::OcrBudget& budget_;
  std::vector<Sheet> sheets_;
  mutable std::once_flag straightened_;
  mutable std::string straight_;  // the file, its pages as they are stored; empty: as `source_`
};

}  // namespace kehoach::read
