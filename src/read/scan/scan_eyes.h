// PageEyes over any source of images.
#pragma once

#include <memory>

#include "base/budget.h"
#include "read/scan/page_eyes.h"
#include "read/scan/page_images.h"

namespace kehoach::read {

std::shared_ptr<const PageEyes> make_eyes(MakePageImages make_images,
                                          const base::OcrBudget& budget);

}  // namespace kehoach::read
