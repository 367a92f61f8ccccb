// Ruling lines in the image of a page, and what they enclose.
//
// Contract: straight lines along or across the page, also where broken, thin or slightly slanted;
// no part of a letter is one. Lines are found once on a cleaned image that stands upright, and
// asked for three things: as rules of the page for layout's tables, to be wiped away before
// recognition, so that letters that touch or cross them stay whole, and (read/scan/ruled_cells.h)
// for the cells that they enclose. Cost: linear in the pixels.
#pragma once

#include <vector>

#include "read/pdf/pdf_page.h"
#include "read/scan/pixel_box.h"

namespace kehoach::read {

struct ImageLine {
  PixelBox box;  // of all its pixels: a slanted line's is thicker than the line
  bool horizontal = true;
};

struct ImageLines {
  std::vector<ImageLine> lines;
  std::size_t drawn = 0;  // so many of them are seen; the others close sides of tables
  // Their pixels, 1 bit each, gaps filled; null where there are none.
  PixPtr horizontal, vertical;
};

// `gray`: as clean_image gives it.
ImageLines find_image_lines(const PixPtr& gray, double dpi);

// As layout takes them, in points.
std::vector<RulingLine> page_rules(const ImageLines& lines, double dpi);

// Paints the lines of `gray` white.
void wipe_lines(PixPtr& gray, const ImageLines& lines);

}  // namespace kehoach::read
