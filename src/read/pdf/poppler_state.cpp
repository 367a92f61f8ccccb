#include "read/pdf/poppler_state.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/utf8.h"
#include "read/pdf/font_style.h"

namespace kehoach::read {
namespace {

std::uint32_t byte_of(double share) {
  return static_cast<std::uint32_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255.0));
}

// The colour as seen on white paper.
std::uint32_t seen_colour(const GfxRGB& rgb, double opacity) {
  const auto seen = [&](GfxColorComp component) {
    return byte_of(1.0 - opacity * (1.0 - colToDbl(component)));
  };
  return (seen(rgb.r) << 16) | (seen(rgb.g) << 8) | seen(rgb.b);
}

// Within a degree of a quarter turn it is that: pages are scanned, and matrices rounded.
double tidy_angle(double degrees) {
  const double quarter = std::round(degrees / 90.0) * 90.0;
  if (std::abs(degrees - quarter) < 1.0) degrees = quarter;
  degrees = std::fmod(degrees + 720.0, 360.0);
  return degrees;
}

// Type 3 fonts have a scale of their own: where it is not the usual thousandth, the box of the font
// says how high its glyphs are.
double type3_scale(const GfxFont& font) {
  const double scale = std::abs(font.getFontMatrix()[3]);
  const double height = (font.getFontBBox()[3] - font.getFontBBox()[1]) * scale;
  if (std::abs(scale - 0.001) < 1e-5 || !(height > 0.01 && height < 100.0)) return 1.0;
  return height / 1.2;
}

}  // namespace

bool is_near(Point point) { return std::abs(point.x) < kFarthest && std::abs(point.y) < kFarthest; }

Point on_page(const GfxState& state, double x, double y) {
  Point point;
  state.transform(x, y, &point.x, &point.y);
  return point;
}

std::uint32_t fill_colour(const GfxState& state) {
  GfxRGB rgb{};
  state.getFillRGB(&rgb);
  return seen_colour(rgb, state.getFillOpacity());
}

std::uint32_t stroke_colour(const GfxState& state) {
  GfxRGB rgb{};
  state.getStrokeRGB(&rgb);
  return seen_colour(rgb, state.getStrokeOpacity());
}

TextPlace text_place(const GfxState& state) {
  const double* text = state.getTextMat();
  const double* page = state.getCTM();
  const double sign = state.getFontSize() < 0 ? -1.0 : 1.0;
  const double turn = state.getHorizScaling() < 0 ? -sign : sign;
  const Point right{turn * (text[0] * page[0] + text[1] * page[2]),
                    turn * (text[0] * page[1] + text[1] * page[3])};
  const Point up{sign * (text[2] * page[0] + text[3] * page[2]),
                 sign * (text[2] * page[1] + text[3] * page[3])};
  const double width = std::hypot(right.x, right.y), height = std::hypot(up.x, up.y);
  const GfxFont& font = *state.getFont();
  TextPlace run;
  // Across the baseline, so that slanted letters are not larger.
  const double across = width > 0 ? std::abs(right.x * up.y - right.y * up.x) / width : 0;
  run.size = std::abs(state.getFontSize()) * (across > 0 ? across : std::max(width, height));
  if (font.getType() == fontType3) run.size *= type3_scale(font);
  run.angle = tidy_angle(std::atan2(right.y, right.x) * 180.0 / std::numbers::pi);
  run.slanted = (right.x * up.x + right.y * up.y) > 0.1 * width * height;
  run.ascent = std::min(font.getAscent(), 1.05);
  run.descent = std::max(font.getDescent(), -0.4);
  if (run.ascent <= 0) run.ascent = 0.75;
  if (run.descent >= 0) run.descent = -0.25;
  return run;
}

Font font_facts(const GfxFont& font) {
  Font facts;
  facts.name = without_subset_prefix(font.getName().value_or(""));
  const int flags = font.getFlags();
  facts.bold =
      (flags & fontBold) != 0 || font.getWeight() >= GfxFont::W600 || says_bold(facts.name);
  facts.italic = (flags & fontItalic) != 0 || says_italic(facts.name);
  facts.serif = (flags & fontSerif) != 0;
  facts.fixed_width = (flags & fontFixedWidth) != 0;
  Ref embedded;
  facts.embedded = font.getEmbeddedFontID(&embedded);
  facts.has_unicode_map = font.hasToUnicodeCMap();
  facts.composite = font.isCIDFont();
  facts.type3 = font.getType() == fontType3;
  return facts;
}

// What Poppler maps to zero has no map; halves of surrogate pairs are no characters.
std::string utf8_text(const Unicode* text, int length) {
  std::string encoded;
  for (int i = 0; i < length; ++i) {
    if (text[i] == 0) continue;
    const bool character = text[i] <= 0x10FFFF && (text[i] < 0xD800 || text[i] > 0xDFFF);
    base::append_code_point(encoded, character ? text[i] : base::kReplacementCharacter);
  }
  return encoded;
}

}  // namespace kehoach::read
