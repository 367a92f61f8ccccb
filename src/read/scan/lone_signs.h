// A number, a cross or a short word that is all a cell holds: alone it is often lost or taken for
// another, since there is no line to go by.
#pragma once

#include <optional>
#include <vector>

#include "read/scan/recogniser.h"
#include "read/scan/scan_image.h"

namespace kehoach::read {

// Where it stands; none where the cell holds more. Cells of wide columns hold more.
std::optional<PixelBox> lone_sign(const ScanImage& image, const PixelBox& cell);

// As a line of its own, on an image that is not too fine.
Recogniser::Reading read_sign(const ScanImage& image, const PixelBox& sign, Recogniser& recogniser);

// As the first of a line, before `text` that was read in the cell beside it: "5." before "Trồng
// rừng", as lists have it. Empty where there is none to stand before, or the two read as one word.
Recogniser::Reading read_sign_before(const ScanImage& image, const PixelBox& sign,
                                     const std::vector<RecognisedWord>& text,
                                     Recogniser& recogniser);

}  // namespace kehoach::read
