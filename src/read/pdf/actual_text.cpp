#include "read/pdf/actual_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace kehoach::read {
namespace {

constexpr std::size_t kFewGlyphs = 3;

}  // namespace

void apply_actual_text(GlyphRun& run, std::size_t glyph, std::u32string_view text) {
  if (glyph >= run.glyphs.size() || text.empty()) return;
  const auto first = run.glyphs.begin() + static_cast<std::ptrdiff_t>(glyph);
  const auto count = static_cast<std::size_t>(run.glyphs.end() - first);
  if (count == text.size()) {
    for (std::size_t i = 0; i < count; ++i)
      run.glyphs[glyph + i].text = base::encode_utf8(text.substr(i, 1));
    return;
  }
  const bool silent =
      std::all_of(first, run.glyphs.end(), [](const Glyph& drawn) { return drawn.text.empty(); });
  if (count > kFewGlyphs && !silent) return;
  first->text = base::encode_utf8(text);
  first->x1 = run.glyphs.back().x1;
  run.glyphs.erase(first + 1, run.glyphs.end());
}

}  // namespace kehoach::read
