// One page from its image to its words.
#pragma once

#include <vector>

#include "base/budget.h"
#include "read/scan/page_eyes.h"
#include "read/scan/recogniser.h"
#include "read/scan/scan_image.h"
#include "read/scan/seen_page.h"

namespace kehoach::read {

// The words of a whole page, cleaned, upright and with its tables read cell by cell. A page whose
// words make no sense as it lies is turned and read again.
ScanPage read_scan(SeenPage& seen, Recogniser& recogniser, const base::OcrBudget& budget);

// The words in `box` of the page, made as fine as `how` says. `page`: of SeenPage::inked. The time
// is what the recogniser has left: zones of one page share it.
ScanPage read_zone(const ScanImage& page, const base::Box& box, double angle, const ZoneLook& how,
                   Recogniser& recogniser);

// The ink in `box` of a page as it was drawn, on an image fine enough for the shapes of digits.
std::vector<InkBlob> zone_ink(const ScanImage& page, const base::Box& box, double angle);

// Of the words, by letters; 0 where there are none.
double mean_confidence(const std::vector<ScanWord>& words);

}  // namespace kehoach::read
