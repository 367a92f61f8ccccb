// Feeds read_pdf() with bytes of libFuzzer's making, under small limits so that these are met:
//   CXX=clang++ cmake -B build/fuzz -DKEHOACH_FUZZ=ON && cmake --build build/fuzz -t fuzz_read_pdf
//   build/fuzz/tests/fuzz_read_pdf -rss_limit_mb=4096 NEW_DIRECTORY tests/fuzz/seeds/read_pdf
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/error.h"
#include "base/utf8.h"
#include "read/pdf/pdf.h"

namespace {

using kehoach::read::Glyph;
using kehoach::read::GlyphRun;
using kehoach::read::Pdf;
using kehoach::read::PdfPage;

kehoach::base::Budget small_budget() {
  kehoach::base::Budget budget;
  budget.max_pages = 5;
  budget.max_elements = 2'000;
  budget.max_glyphs = 5'000;
  budget.max_marks = 500;
  budget.max_operators = 50'000;
  budget.max_content_bytes = 1 << 20;
  return budget;
}

bool is_utf8(const std::string& text) {
  return kehoach::base::encode_utf8(kehoach::base::decode_utf8(text)) == text;
}

bool keeps_its_word(const GlyphRun& run, const PdfPage& page) {
  if (run.glyphs.empty() || run.font < 0 ||
      static_cast<std::size_t>(run.font) >= page.fonts.size() || !(run.angle >= 0) ||
      run.angle >= 360)
    return false;
  for (const Glyph& glyph : run.glyphs)
    if (!std::isfinite(glyph.x0 + glyph.x1 + glyph.baseline) || !is_utf8(glyph.text)) return false;
  return true;
}

// What read/pdf/pdf.h promises of any file.
bool keeps_its_word(const Pdf& pdf, const kehoach::base::Budget& budget) {
  std::size_t glyphs = 0;
  for (const PdfPage& page : pdf.pages) {
    if (!std::isfinite(page.width * page.height)) return false;
    if (page.lines.size() + page.fills.size() > budget.max_marks) return false;
    for (const GlyphRun& run : page.runs) {
      if (!keeps_its_word(run, page)) return false;
      glyphs += run.glyphs.size();
    }
  }
  return glyphs <= budget.max_glyphs && pdf.pages.size() <= budget.max_pages;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const kehoach::base::Budget budget = small_budget();
  try {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (!keeps_its_word(kehoach::read::read_pdf({"file.pdf", bytes}, budget), budget)) std::abort();
  } catch (const kehoach::base::Error&) {  // "encrypted", "broken": an answer as well
  }
  return 0;
}
