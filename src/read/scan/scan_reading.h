// One page from its image to its words.
#pragma once

#include "base/budget.h"
#include "read/scan/page_eyes.h"
#include "read/scan/recogniser.h"
#include "read/scan/scan_image.h"

namespace kehoach::read {

// The words of a whole page, cleaned, upright and with its tables read cell by cell. A page whose
// words make no sense as it lies is turned and read again.
ScanPage read_scan(ScanImage image, Recogniser& recogniser, const base::OcrBudget& budget);

// The words of a zone of it.
ScanPage read_zone(const ScanImage& image, const base::Box& box, double angle, const ZoneLook& how,
                   Recogniser& recogniser, const base::OcrBudget& budget);

}  // namespace kehoach::read
