// One PDF opened with Poppler: what pdf.cpp needs of it, without Poppler's types.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/budget.h"
#include "read/pdf_page.h"

namespace kehoach::read {

class PopplerDocument {
 public:
  // `bytes` must outlive this. Throws base::Error "encrypted" or "broken".
  explicit PopplerDocument(std::string_view bytes);
  ~PopplerDocument();
  PopplerDocument(const PopplerDocument&) = delete;
  PopplerDocument& operator=(const PopplerDocument&) = delete;

  int page_count() const;
  std::string info(const char* key) const;  // "Title", "Producer", "Creator": UTF-8, or empty

  struct ReadPage {
    PdfPage page;
    bool found = false;
    std::size_t glyphs = 0;
    std::string stopped;  // why the page was not read to its end
  };
  // `number` counts from 1. At most `max_glyphs` glyphs are kept.
  ReadPage read_page(int number, const base::Budget& budget, std::size_t max_glyphs) const;

  // What Poppler complained of so far: the first complaint and how many there were.
  std::size_t complaints() const;
  const std::string& first_complaint() const;

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace kehoach::read
