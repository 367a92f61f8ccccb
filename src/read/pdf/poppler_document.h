// One PDF opened with Poppler: what pdf.cpp needs of it, without Poppler's types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/budget.h"
#include "base/source.h"
#include "read/pdf/pdf_page.h"
#include "read/pdf/signature.h"

namespace kehoach::read {

class PopplerDocument {
 public:
  // `bytes` and `budget` must outlive this. Throws base::Error "encrypted" or "broken".
  PopplerDocument(const base::Source& source, const base::Budget& budget);
  ~PopplerDocument();
  PopplerDocument(const PopplerDocument&) = delete;
  PopplerDocument& operator=(const PopplerDocument&) = delete;

  int page_count() const;                   // as the file says; 0 if that cannot be
  std::string info(const char* key) const;  // "Title", "Producer", "Creator": UTF-8, or empty

  struct ReadPage {
    PdfPage page;
    bool found = false;
    std::size_t glyphs = 0;
    std::string stopped;  // why the page was not read to its end
  };
  // `number` counts from 1. At most `max_glyphs` glyphs are kept.
  ReadPage read_page(int number, std::size_t max_glyphs);

  // True if the form of the document was so tangled that it is left aside.
  bool form_dropped() const;

  // The signed signature fields, with the places of those on the pages read so far.
  struct SignatureRecord {
    SignatureFacts facts;
    std::optional<int> page;
    std::optional<base::Box> box;
  };
  std::vector<SignatureRecord> signatures() const;

  // Width and height in points, as a reader sees the page; nothing if there is no such page.
  std::optional<std::pair<double, double>> page_size(int number) const;

  // The page drawn at `dpi` on white, as a PNG; empty if there is no such page.
  std::string draw_page(int number, double dpi) const;

  // A drawing: three bytes a pixel, `stride` bytes a row, which live as long as the call.
  struct Drawing {
    const std::uint8_t* rgb = nullptr;
    int width = 0, height = 0, stride = 0;
  };
  // Gives `take` the page drawn at `dpi` on white, without the annotations that reach into one of
  // `without` (on the page, points); nothing if there is no such page.
  void draw_page(int number, double dpi, const std::vector<base::Box>& without,
                 const std::function<void(const Drawing&)>& take) const;

  // What Poppler complained of so far: the first complaint and how many there were.
  std::size_t complaints() const;
  const std::string& first_complaint() const;

 private:
  struct Inner;
  std::unique_ptr<Inner> inner_;
};

}  // namespace kehoach::read
