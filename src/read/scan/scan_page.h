// What was recognised on the image of a page, as plain data.
//
// Coordinates: points, in the frame of the text: the page (origin top left, as a reader sees it)
// turned back by `angle` about its origin, so that lines of text run to the right. It is the frame
// of GlyphRun (read/pdf/pdf_page.h); turned_box(box, angle) leads back to the page. Skew and pages
// on their side or upside down are all in `angle`; at 0 the frame is the page itself.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "read/pdf/pdf_page.h"

namespace kehoach::read {

struct ScanWord {
  std::string text;  // UTF-8, without spaces
  base::Box box;     // of its ink
  double baseline = 0;
  double size = 0;        // of the type it is set in, points
  double confidence = 1;  // 0 to 1: how sure the recogniser is of its worst letter
  int line = 0;           // words of one line have one number
};

struct ScanPage {
  int number = 1;
  bool recognised = false;  // false: why stands in the diagnostics
  double angle = 0;         // degrees clockwise that the text is turned by, [0, 360)
  double dpi = 0;           // of the image that was read
  std::vector<ScanWord> words;
  std::vector<RulingLine> lines;  // found in the image; out of it before recognition
  double confidence = 0;          // mean of the words', by letters; 0: no words
  base::Diagnostics diagnostics;  // `page` is set
};

}  // namespace kehoach::read
