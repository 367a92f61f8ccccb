// The cells that ruling lines enclose: the zones of a page that are recognized one by one, since
// reading a table line by line mixes its columns.
//
// Contract: each cell is the white that lines close off from the rest, so cells that span rows or
// columns come out whole; lines that miss each other by little close it too. In reading order of
// rows. What is outside is recognized as a page is, with the zones painted white. A frame around
// other cells, or around most of a page, is none; nor is a cell without print.
#pragma once

#include <vector>

#include "read/scan/image_lines.h"

namespace kehoach::read {

// `gray`: without its lines (wipe_lines).
std::vector<PixelBox> recognition_zones(const ImageLines& lines, const PixPtr& gray, double dpi);

}  // namespace kehoach::read
