// Another look at the pages of a file: what later stages ask for when a page's text is not there or
// not to be trusted. It goes along with the page's data (Pdf::eyes), so that no arrow turns back.
//
// Contract: whatever the file holds, an answer comes: a page that cannot be drawn or read has a
// diagnostic that says why. Each page is bounded in pixels, memory and seconds (base::OcrBudget).
// Cost: one to three seconds a page; a tenth of one for a zone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "read/scan/scan_page.h"

namespace kehoach::read {

// How a zone is looked at again.
struct ZoneLook {
  enum class Ink {
    kAsPage,  // cleaned like the page: without seals and ruling lines
    kAll,     // seals too
  };
  enum class Shape { kBlock, kLine };
  double dpi = 400;  // 0: of the image itself
  Ink ink = Ink::kAsPage;
  Shape shape = Shape::kLine;
  double threshold = 0;  // of black, 0 to 1 of white; 0: by the zone itself
};

// A piece of ink that hangs together: a letter, a mark, or letters that touch.
struct InkBlob {
  base::Box box;
  double colour = 0;  // of the ink: 0 black or gray, 1 as colourful as can be
};

class PageEyes {
 public:
  virtual ~PageEyes() = default;

  // How many lines of print the page shows outside of `known` (points, on the page); absent where
  // it cannot be drawn. Nothing is recognised: a tenth of a second.
  virtual std::optional<int> lines_of_print(int page,
                                            const std::vector<base::Box>& known) const = 0;

  // One answer for each of `pages` (numbers from 1), in that order. Several at a time, as many as
  // the budget's threads.
  virtual std::vector<ScanPage> recognise(const std::vector<int>& pages) const = 0;

  // The words in `box` (points, on the page: not in the frame of its text), the page turned back by
  // `angle` first. Words and boxes as in ScanPage.
  virtual ScanPage look(int page, const base::Box& box, double angle,
                        const ZoneLook& how) const = 0;

  // The ink in `box`, in the frame of `look`'s words, from left to right: whether digits stand as
  // print does. Nothing where the page cannot be drawn.
  virtual std::vector<InkBlob> ink(int page, const base::Box& box, double angle) const = 0;
};

}  // namespace kehoach::read
