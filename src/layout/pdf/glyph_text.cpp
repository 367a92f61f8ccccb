#include "layout/pdf/glyph_text.h"

#include <cmath>

namespace kehoach::layout {
namespace {

constexpr double kSameLine = 0.3;  // of the size: stamped and raised characters apart
constexpr double kWordGap = 0.17;  // of the size

}  // namespace

GlyphGap GlyphWalk::step(const read::GlyphRun& run, const read::Glyph& glyph) {
  const double size = std::abs(run.size);
  const bool same_line = begun_ && run.angle == angle_ &&
                         std::abs(glyph.baseline - baseline_) <= kSameLine * size &&
                         glyph.x0 > end_ - size;
  const GlyphGap gap = !same_line                          ? GlyphGap::kLine
                       : glyph.x0 - end_ > kWordGap * size ? GlyphGap::kSpace
                                                           : GlyphGap::kNone;
  begun_ = true;
  angle_ = run.angle;
  baseline_ = glyph.baseline;
  end_ = glyph.x1;
  return gap;
}

GlyphText join_glyphs(const read::PdfPage& page, const GlyphTexts& texts) {
  GlyphText joined;
  GlyphWalk walk;
  for (std::size_t r = 0; r < page.runs.size(); ++r) {
    const read::GlyphRun& run = page.runs[r];
    for (std::size_t g = 0; g < run.glyphs.size(); ++g) {
      const bool decoded = r < texts.size() && g < texts[r].size();
      const std::string& text = decoded ? texts[r][g] : run.glyphs[g].text;
      if (text.empty()) continue;
      const GlyphGap gap = walk.step(run, run.glyphs[g]);
      if (gap != GlyphGap::kNone) joined.utf8 += gap == GlyphGap::kLine ? '\n' : ' ';
      joined.places.push_back({joined.utf8.size(), joined.utf8.size() + text.size(), r, g});
      joined.utf8 += text;
    }
  }
  return joined;
}

}  // namespace kehoach::layout
