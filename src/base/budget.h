// Limits on what one document may cost. Handed in by the caller: no room below the command line
// reads the clock or the environment.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace kehoach::base {

// Which pages are read from their image.
enum class Ocr {
  kAuto,  // those without a text of their own, or with a broken one
  kNever,
  kAlways,
};

// What reading images of pages may take.
struct OcrBudget {
  Ocr pages = Ocr::kAuto;
  std::string models;                   // folder of *.traineddata; empty: where the system has them
  std::size_t threads = 1;              // pages at a time
  std::size_t max_pages = 2'000;        // of one source
  std::size_t max_pixels = 24'000'000;  // of one page, as it is read
  std::size_t max_image_pixels = 200'000'000;  // of an image, as it is stored
  double page_seconds = 30;
  // Called as each page is done, by one thread at a time: who watches over the time of the whole
  // source may start anew.
  std::function<void()> page_done;
};

struct Budget {
  std::size_t max_bytes = 256u << 20;  // of the source
  std::size_t max_text_bytes =
      8u << 20;  // of text that is read for facts; the rest is cut, and said
  std::size_t max_blocks = 1'000'000;
  std::size_t max_pages = 5'000;
  std::size_t max_depth = 512;           // of nested elements or objects
  std::size_t max_elements = 1'000'000;  // of one page: elements, attributes or glyphs
  // Of a PDF.
  std::size_t max_glyphs = 4'000'000;        // of all its pages together
  std::size_t max_marks = 100'000;           // of one page: lines and boxes; images; links
  std::size_t max_operators = 5'000'000;     // of one page: drawing steps
  std::size_t max_content_bytes = 16 << 20;  // of one page, decoded; forms as often as drawn
  OcrBudget ocr;
};

}  // namespace kehoach::base
