#include "read/poppler_device.h"

#include <UTF.h>
#include <goo/gmem.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/utf8.h"
#include "read/actual_text.h"
#include "read/font_style.h"
#include "read/turn.h"

namespace kehoach::read {
namespace {

// Producers that forget to restore leave some thousands of states on a page; each costs a kilobyte.
constexpr std::size_t kMostSavedStates = 20'000;
// Inline images are meant for 4 KB.
constexpr std::size_t kMostInlineBytes = 64u << 20;
// Farther out nothing is a page; sums of coordinates stay exact and fit an int.
constexpr double kFarthest = 1e6;

bool near(Point point) {  // false for NaN too
  return std::abs(point.x) < kFarthest && std::abs(point.y) < kFarthest;
}

Point on_page(GfxState& state, double x, double y) {
  Point point;
  state.transform(x, y, &point.x, &point.y);
  return point;
}

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

std::uint32_t fill_colour(GfxState& state) {
  GfxRGB rgb{};
  state.getFillRGB(&rgb);
  return seen_colour(rgb, state.getFillOpacity());
}

std::uint32_t stroke_colour(GfxState& state) {
  GfxRGB rgb{};
  state.getStrokeRGB(&rgb);
  return seen_colour(rgb, state.getStrokeOpacity());
}

// What Poppler maps to zero has no map; halves of surrogate pairs are no characters.
std::string utf8(const Unicode* text, int length) {
  std::string encoded;
  for (int i = 0; i < length; ++i) {
    if (text[i] == 0) continue;
    const bool character = text[i] <= 0x10FFFF && (text[i] < 0xD800 || text[i] > 0xDFFF);
    base::append_code_point(encoded, character ? text[i] : base::kReplacementCharacter);
  }
  return encoded;
}

// Within a degree of a quarter turn it is that: pages are scanned, and matrices rounded.
double tidy_angle(double degrees) {
  const double quarter = std::round(degrees / 90.0) * 90.0;
  if (std::abs(degrees - quarter) < 1.0) degrees = quarter;
  degrees = std::fmod(degrees + 720.0, 360.0);
  return degrees;
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

// Type 3 fonts have a scale of their own: where it is not the usual thousandth, the box of the font
// says how high its glyphs are.
double type3_scale(const GfxFont& font) {
  const double scale = std::abs(font.getFontMatrix()[3]);
  const double height = (font.getFontBBox()[3] - font.getFontBBox()[1]) * scale;
  if (std::abs(scale - 0.001) < 1e-5 || !(height > 0.01 && height < 100.0)) return 1.0;
  return height / 1.2;
}

void join(base::Box& box, const base::Box& other, bool first) {
  if (first) {
    box = other;
    return;
  }
  box = {std::min(box.x0, other.x0), std::min(box.y0, other.y0), std::max(box.x1, other.x1),
         std::max(box.y1, other.y1)};
}

}  // namespace

PopplerDevice::PopplerDevice(PdfPage& page, const base::Budget& budget, std::size_t max_glyphs)
    : page_(page), budget_(budget), max_glyphs_(max_glyphs) {}

bool PopplerDevice::abort_check(void* device) {
  auto& self = *static_cast<PopplerDevice*>(device);
  self.step(10);  // Poppler asks after ten operators
  return !self.stopped_.empty();
}

void PopplerDevice::step(std::size_t steps) {
  steps_ += steps;
  if (steps_ > budget_.max_operators) stop("more drawing steps than a page may cost");
}

void PopplerDevice::stop(const std::string& why) {
  if (stopped_.empty()) stopped_ = why;
}

void PopplerDevice::startPage(int, GfxState* state, XRef*) {
  page_.width = std::min(state->getPageWidth(), kFarthest);
  page_.height = std::min(state->getPageHeight(), kFarthest);
  std::copy_n(state->getCTM(), 6, page_matrix_);
}

void PopplerDevice::saveState(GfxState*) {
  step();
  if (++saved_states_ > kMostSavedStates) stop("more saved graphics states than can be kept");
}

void PopplerDevice::restoreState(GfxState*) {
  if (saved_states_ > 0) --saved_states_;
}

int PopplerDevice::font_index(const GfxFont& font) {
  const Ref* id = font.getID();
  const auto [entry, added] =
      fonts_.try_emplace({id->num, id->gen}, static_cast<int>(page_.fonts.size()));
  if (added) page_.fonts.push_back(font_facts(font));
  return entry->second;
}

PopplerDevice::RunPlace PopplerDevice::place(GfxState& state) const {
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
  RunPlace run;
  run.size = std::abs(state.getFontSize()) * (height > 0 ? height : width);
  if (font.getType() == fontType3) run.size *= type3_scale(font);
  run.angle = tidy_angle(std::atan2(right.y, right.x) * 180.0 / std::numbers::pi);
  run.slanted = (right.x * up.x + right.y * up.y) > 0.1 * width * height;
  run.ascent = std::min(font.getAscent(), 1.05);
  run.descent = std::max(font.getDescent(), -0.4);
  if (run.ascent <= 0) run.ascent = 0.75;
  if (run.descent >= 0) run.descent = -0.25;
  return run;
}

void PopplerDevice::beginStringOp(GfxState* state) {
  step();
  run_open_ = false;
  if (drawing()) run_place_ = place(*state);
}

void PopplerDevice::start_run(GfxState& state, bool visible) {
  GlyphRun run;
  run.font = font_index(*state.getFont());
  const Font& font = page_.fonts[static_cast<std::size_t>(run.font)];
  const int mode = state.getRender();
  run.size = run_place_.size;
  run.ascent = run_place_.ascent;
  run.descent = run_place_.descent;
  run.angle = run_place_.angle;
  const bool outlined_only = mode == 1 || mode == 5;
  run.colour = outlined_only ? stroke_colour(state) : fill_colour(state);
  run.bold = font.bold || (mode == 2 && state.getTransformedLineWidth() > 0);
  run.italic = font.italic || run_place_.slanted;
  run.invisible = !visible;
  run.artifact = artifacts_ > 0;
  run.origin = origin_;
  run.order = order_++;
  page_.runs.push_back(std::move(run));
  run_open_ = true;
}

bool PopplerDevice::visible(GfxState& state, const RunPlace& run, Point from, Point to) const {
  if (state.getRender() == 3 || state.getFillOpacity() < 0.02) return false;
  // The middle of the glyph, with half its size around it: clips are often drawn tightly around a
  // line of text.
  const double reach = run.size / 2;
  const Point up = turned({0, -run.size / 4}, run.angle);
  const Point middle{(from.x + to.x) / 2 + up.x, (from.y + to.y) / 2 + up.y};
  const base::Box seen = clip(state);
  return middle.x >= seen.x0 - reach && middle.x <= seen.x1 + reach &&
         middle.y >= seen.y0 - reach && middle.y <= seen.y1 + reach;
}

void PopplerDevice::drawChar(GfxState* state, double x, double y, double dx, double dy,
                             double origin_x, double origin_y, CharCode code, int bytes,
                             const Unicode* text, int text_length) {
  if (!drawing()) return;
  if (glyphs_ >= max_glyphs_ || glyphs_ >= budget_.max_elements)
    return stop("more glyphs than can be kept");
  double spacing = state->getCharSpace(), spacing_x = 0, spacing_y = 0;
  if (bytes == 1 && code == ' ') spacing += state->getWordSpace();
  state->textTransformDelta(spacing * state->getHorizScaling(), 0, &spacing_x, &spacing_y);
  const Point from = on_page(*state, x - origin_x, y - origin_y);
  const Point to = on_page(*state, x - origin_x + dx - spacing_x, y - origin_y + dy - spacing_y);
  if (!near(from) || !near(to)) return;
  const bool seen = visible(*state, run_place_, from, to);
  if (!run_open_ || page_.runs.back().invisible == seen) start_run(*state, seen);

  GlyphRun& run = page_.runs.back();
  const Point begin = turned(from, -run.angle), end = turned(to, -run.angle);
  run.glyphs.push_back({utf8(text, text_length), code, begin.x, end.x, begin.y});
  const base::Box box{std::min(begin.x, end.x), begin.y - run.ascent * run.size,
                      std::max(begin.x, end.x), begin.y - run.descent * run.size};
  join(run.box, turned_box(box, run.angle), run.glyphs.size() == 1);
  ++glyphs_;
}

void PopplerDevice::beginActualText(GfxState*, const GooString* text) {
  Unicode* characters = nullptr;
  const int length = TextStringToUCS4(text->toStr(), &characters);
  actual_text_.clear();
  for (int i = 0; i < length; ++i)
    if (characters[i] <= 0x10FFFF && (characters[i] < 0xD800 || characters[i] > 0xDFFF))
      actual_text_.push_back(characters[i]);
  gfree(characters);
  actual_open_ = true;
  actual_run_ = page_.runs.size();
  actual_glyph_ = 0;
  // The string operator may have begun before the span.
  if (run_open_) {
    --actual_run_;
    actual_glyph_ = page_.runs.back().glyphs.size();
  }
}

void PopplerDevice::endActualText(GfxState*) {
  if (!actual_open_) return;
  actual_open_ = false;
  // The glyphs of one operator; more are a span whose places are kept.
  if (actual_run_ + 1 < page_.runs.size() &&
      actual_glyph_ == page_.runs[actual_run_].glyphs.size()) {
    ++actual_run_;
    actual_glyph_ = 0;
  }
  if (actual_run_ + 1 == page_.runs.size())
    apply_actual_text(page_.runs[actual_run_], actual_glyph_, actual_text_);
}

void PopplerDevice::beginMarkedContent(const char* name, Dict*) {
  step();
  marked_.push_back(name != nullptr && std::string_view(name) == "Artifact");
  artifacts_ += marked_.back();
}

void PopplerDevice::endMarkedContent(GfxState*) {
  if (marked_.empty()) return;
  artifacts_ -= marked_.back();
  marked_.pop_back();
}

base::Box PopplerDevice::clip(GfxState& state) const {
  base::Box box;
  state.getClipBBox(&box.x0, &box.y0, &box.x1, &box.y1);
  return {std::max(box.x0, 0.0), std::max(box.y0, 0.0), std::min(box.x1, page_.width),
          std::min(box.y1, page_.height)};
}

Paint PopplerDevice::paint(GfxState& state, std::uint32_t colour) {
  return {colour, 0, clip(state), origin_, order_++};
}

std::vector<Subpath> PopplerDevice::page_path(GfxState& state, std::size_t longest) {
  const GfxPath& path = *state.getPath();
  std::vector<Subpath> subpaths;
  for (int i = 0; i < path.getNumSubpaths() && stopped_.empty(); ++i) {
    const GfxSubpath& drawn = *path.getSubpath(i);
    const auto count = static_cast<std::size_t>(drawn.getNumPoints());
    step(1 + count / 4);
    if (count > longest) continue;
    Subpath subpath;
    subpath.closed = drawn.isClosed();
    bool far = false;
    for (int k = 0; k < drawn.getNumPoints(); ++k) {
      subpath.points.push_back(on_page(state, drawn.getX(k), drawn.getY(k)));
      // Poppler marks the control points; the end of a curve follows two of them.
      subpath.curved.push_back(drawn.getCurve(k) || (k > 0 && drawn.getCurve(k - 1)));
      far = far || !near(subpath.points.back());
    }
    if (!far) subpaths.push_back(std::move(subpath));
  }
  return subpaths;
}

void PopplerDevice::stroke(GfxState* state) {
  if (!drawing()) return;
  Paint stroke_paint = paint(*state, stroke_colour(*state));
  stroke_paint.width = std::min(state->getTransformedLineWidth(), kFarthest);
  add_strokes(page_, page_path(*state, budget_.max_operators), stroke_paint, budget_.max_marks);
}

void PopplerDevice::fill(GfxState* state) {
  if (!drawing()) return;
  constexpr std::size_t kPointsOfRectangle = 8;
  add_fills(page_, page_path(*state, kPointsOfRectangle), paint(*state, fill_colour(*state)),
            budget_.max_marks);
}

void PopplerDevice::add_image(GfxState& state, int width, int height, bool mask) {
  step();
  if (!drawing()) return;
  const Point corners[] = {on_page(state, 0, 0), on_page(state, 1, 0), on_page(state, 1, 1),
                           on_page(state, 0, 1)};
  base::Box box;
  for (const Point& corner : corners) {
    if (!near(corner)) return;
    join(box, {corner.x, corner.y, corner.x, corner.y}, &corner == corners);
  }
  const Paint image_paint = paint(state, fill_colour(state));
  // Some producers stretch a dot to a rule or a field of colour.
  if (mask && width == 1 && height == 1) return add_box(page_, box, image_paint, budget_.max_marks);
  const base::Box& seen = image_paint.clip;
  box = {std::max(box.x0, seen.x0), std::max(box.y0, seen.y0), std::min(box.x1, seen.x1),
         std::min(box.y1, seen.y1)};
  if (box.x0 >= box.x1 || box.y0 >= box.y1 || page_.images.size() >= budget_.max_marks) return;
  page_.images.push_back({box, width, height, mask, origin_, image_paint.order});
}

// The bytes of an inline image stand between the operators and must be read over.
void PopplerDevice::skip_inline(Stream* stream, double bits) {
  stream->reset();
  for (double left = bits / 8; left > 0 && stopped_.empty(); --left) {
    if (stream->getChar() == EOF) break;
    if (++skipped_bytes_ > kMostInlineBytes) stop("more inline image data than a page may cost");
  }
  stream->close();
}

void PopplerDevice::drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height,
                                  bool, bool, bool is_inline) {
  add_image(*state, width, height, true);
  if (is_inline) skip_inline(stream, std::ceil(width / 8.0) * 8.0 * height);
}

void PopplerDevice::drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                              GfxImageColorMap* colours, bool, const int*, bool is_inline) {
  add_image(*state, width, height, false);
  if (!is_inline) return;
  const double row = std::ceil(width * 1.0 * colours->getNumPixelComps() * colours->getBits() / 8);
  skip_inline(stream, row * 8.0 * height);
}

void PopplerDevice::beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                                           bool for_soft_mask) {
  step();
  groups_.push_back(for_soft_mask);
  soft_masks_ += for_soft_mask;
}

void PopplerDevice::endTransparencyGroup(GfxState*) {
  if (groups_.empty()) return;
  soft_masks_ -= groups_.back();
  groups_.pop_back();
}

}  // namespace kehoach::read
