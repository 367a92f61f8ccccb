#include "read/pdf/poppler_device.h"

#include <UTF.h>
#include <goo/gmem.h>

#include <algorithm>
#include <cmath>

#include "read/pdf/actual_text.h"
#include "read/pdf/poppler_state.h"
#include "read/pdf/turn.h"

namespace kehoach::read {
namespace {

// Producers that forget to restore leave some thousands of states on a page; each costs a kilobyte.
constexpr std::size_t kMostSavedStates = 20'000;
// Inline images are meant for 4 KB.
constexpr std::size_t kMostInlineBytes = 64u << 20;
void join(base::Box& box, const base::Box& other, bool first) {
  if (first) {
    box = other;
    return;
  }
  box = {std::min(box.x0, other.x0), std::min(box.y0, other.y0), std::max(box.x1, other.x1),
         std::max(box.y1, other.y1)};
}

}  // namespace

PopplerDevice::PopplerDevice(PDFDoc& document, const base::Budget& budget)
    : document_(document), budget_(budget), resources_(document) {}

bool PopplerDevice::abort_check(void* device) {
  auto& self = *static_cast<PopplerDevice*>(device);
  self.step(10);  // Poppler asks after ten operators
  return !self.work_.stopped.empty();
}

void PopplerDevice::step(std::size_t steps) {
  work_.steps += steps;
  if (work_.steps > budget_.max_operators) stop("more drawing steps than a page may cost");
}

void PopplerDevice::stop(const std::string& why) {
  if (work_.stopped.empty()) work_.stopped = why;
}

void PopplerDevice::startPage(int, GfxState* state, XRef*) {
  work_.page->width = std::min(state->getPageWidth(), kFarthest);
  work_.page->height = std::min(state->getPageHeight(), kFarthest);
}

void PopplerDevice::saveState(GfxState*) {
  step();
  if (++work_.saved_states > kMostSavedStates) stop("more saved graphics states than can be kept");
}

void PopplerDevice::restoreState(GfxState*) {
  if (work_.saved_states > 0) --work_.saved_states;
}

// Every saved state holds a copy of the dashes.
void PopplerDevice::updateLineDash(GfxState* state) {
  constexpr std::size_t kMostDashes = 1000;
  double start = 0;
  if (state->getLineDash(&start).size() > kMostDashes) stop("a line of more dashes than are drawn");
}

int PopplerDevice::font_index(const GfxFont& font) {
  const Ref* id = font.getID();
  const auto [entry, added] =
      work_.fonts.try_emplace({id->num, id->gen}, static_cast<int>(work_.page->fonts.size()));
  if (added) work_.page->fonts.push_back(font_facts(font));
  return entry->second;
}

void PopplerDevice::beginStringOp(GfxState* state) {
  step();
  work_.run_open = false;
  if (drawing()) work_.run_place = text_place(*state);
}

void PopplerDevice::start_run(GfxState& state, bool visible) {
  GlyphRun run;
  run.font = font_index(*state.getFont());
  const Font& font = work_.page->fonts[static_cast<std::size_t>(run.font)];
  const int mode = state.getRender();
  run.size = work_.run_place.size;
  run.ascent = work_.run_place.ascent;
  run.descent = work_.run_place.descent;
  run.angle = work_.run_place.angle;
  const bool outlined_only = mode == 1 || mode == 5;
  run.colour = outlined_only ? stroke_colour(state) : fill_colour(state);
  run.bold = font.bold || (mode == 2 && state.getTransformedLineWidth() > 0);
  run.italic = font.italic || work_.run_place.slanted;
  run.invisible = !visible;
  run.artifact = work_.artifacts > 0;
  run.origin = work_.origin;
  run.order = work_.order++;
  work_.page->runs.push_back(std::move(run));
  work_.run_open = true;
}

bool PopplerDevice::visible(GfxState& state, Point from, Point to) const {
  const TextPlace& run = work_.run_place;
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
  if (work_.glyphs >= work_.max_glyphs || work_.glyphs >= budget_.max_elements)
    return stop("more glyphs than can be kept");
  double spacing = state->getCharSpace(), spacing_x = 0, spacing_y = 0;
  if (bytes == 1 && code == ' ') spacing += state->getWordSpace();
  state->textTransformDelta(spacing * state->getHorizScaling(), 0, &spacing_x, &spacing_y);
  const Point from = on_page(*state, x - origin_x, y - origin_y);
  const Point to = on_page(*state, x - origin_x + dx - spacing_x, y - origin_y + dy - spacing_y);
  if (!is_near(from) || !is_near(to)) return;
  const bool seen = visible(*state, from, to);
  if (!work_.run_open || work_.page->runs.back().invisible == seen) start_run(*state, seen);

  GlyphRun& run = work_.page->runs.back();
  const Point begin = turned(from, -run.angle), end = turned(to, -run.angle);
  run.glyphs.push_back({utf8_text(text, text_length), code, begin.x, end.x, begin.y});
  const base::Box box{std::min(begin.x, end.x), begin.y - run.ascent * run.size,
                      std::max(begin.x, end.x), begin.y - run.descent * run.size};
  join(run.box, turned_box(box, run.angle), run.glyphs.size() == 1);
  ++work_.glyphs;
}

void PopplerDevice::beginActualText(GfxState*, const GooString* text) {
  Unicode* characters = nullptr;
  const int length = TextStringToUCS4(text->toStr(), &characters);
  work_.actual.text.clear();
  for (int i = 0; i < length; ++i)
    if (characters[i] <= 0x10FFFF && (characters[i] < 0xD800 || characters[i] > 0xDFFF))
      work_.actual.text.push_back(characters[i]);
  gfree(characters);
  work_.actual.open = true;
  work_.actual.run = work_.page->runs.size();
  work_.actual.glyph = 0;
  // The string operator may have begun before the span.
  if (work_.run_open) {
    --work_.actual.run;
    work_.actual.glyph = work_.page->runs.back().glyphs.size();
  }
}

void PopplerDevice::endActualText(GfxState*) {
  if (!work_.actual.open) return;
  work_.actual.open = false;
  // The glyphs of one operator; more are a span whose places are kept.
  if (work_.actual.run + 1 < work_.page->runs.size() &&
      work_.actual.glyph == work_.page->runs[work_.actual.run].glyphs.size()) {
    ++work_.actual.run;
    work_.actual.glyph = 0;
  }
  if (work_.actual.run + 1 == work_.page->runs.size())
    apply_actual_text(work_.page->runs[work_.actual.run], work_.actual.glyph, work_.actual.text);
}

void PopplerDevice::beginMarkedContent(const char* name, Dict*) {
  step();
  work_.marked.push_back(name != nullptr && std::string_view(name) == "Artifact");
  work_.artifacts += work_.marked.back();
}

void PopplerDevice::endMarkedContent(GfxState*) {
  if (work_.marked.empty()) return;
  work_.artifacts -= work_.marked.back();
  work_.marked.pop_back();
}

base::Box PopplerDevice::clip(GfxState& state) const {
  base::Box box;
  state.getClipBBox(&box.x0, &box.y0, &box.x1, &box.y1);
  return {std::max(box.x0, 0.0), std::max(box.y0, 0.0), std::min(box.x1, work_.page->width),
          std::min(box.y1, work_.page->height)};
}

Paint PopplerDevice::paint(GfxState& state, std::uint32_t colour) {
  return {colour, 0, clip(state), work_.origin, work_.order++};
}

std::vector<Subpath> PopplerDevice::page_path(GfxState& state, std::size_t longest) {
  const GfxPath& path = *state.getPath();
  std::vector<Subpath> subpaths;
  for (int i = 0; i < path.getNumSubpaths() && work_.stopped.empty(); ++i) {
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
      far = far || !is_near(subpath.points.back());
    }
    if (!far) subpaths.push_back(std::move(subpath));
  }
  return subpaths;
}

void PopplerDevice::stroke(GfxState* state) {
  if (!drawing()) return;
  Paint stroke_paint = paint(*state, stroke_colour(*state));
  stroke_paint.width = std::min(state->getTransformedLineWidth(), kFarthest);
  add_strokes(*work_.page, page_path(*state, budget_.max_operators), stroke_paint,
              budget_.max_marks);
}

void PopplerDevice::fill(GfxState* state) {
  if (!drawing()) return;
  constexpr std::size_t kPointsOfRectangle = 8;
  add_fills(*work_.page, page_path(*state, kPointsOfRectangle), paint(*state, fill_colour(*state)),
            budget_.max_marks);
}

void PopplerDevice::add_image(GfxState& state, int width, int height, bool mask) {
  step();
  if (!drawing()) return;
  const Point corners[] = {on_page(state, 0, 0), on_page(state, 1, 0), on_page(state, 1, 1),
                           on_page(state, 0, 1)};
  base::Box box;
  for (const Point& corner : corners) {
    if (!is_near(corner)) return;
    join(box, {corner.x, corner.y, corner.x, corner.y}, &corner == corners);
  }
  const Paint image_paint = paint(state, fill_colour(state));
  // Some producers stretch a dot to a rule or a field of colour.
  if (mask && width == 1 && height == 1)
    return add_box(*work_.page, box, image_paint, budget_.max_marks);
  const base::Box& seen = image_paint.clip;
  box = {std::max(box.x0, seen.x0), std::max(box.y0, seen.y0), std::min(box.x1, seen.x1),
         std::min(box.y1, seen.y1)};
  if (box.x0 >= box.x1 || box.y0 >= box.y1 || work_.page->images.size() >= budget_.max_marks)
    return;
  work_.page->images.push_back({box, width, height, mask, work_.origin, image_paint.order});
}

// The bytes of an inline image stand between the operators and must be read over.
void PopplerDevice::skip_inline(Stream& stream, double bytes) {
  stream.reset();
  for (double left = bytes; left > 0 && work_.stopped.empty(); --left) {
    if (stream.getChar() == EOF) break;
    if (++work_.skipped_bytes > kMostInlineBytes)
      stop("more inline image data than a page may cost");
  }
  stream.close();
}

void PopplerDevice::drawImageMask(GfxState* state, Object*, Stream* stream, int width, int height,
                                  bool, bool, bool is_inline) {
  add_image(*state, width, height, true);
  if (is_inline) skip_inline(*stream, std::ceil(width / 8.0) * height);
}

void PopplerDevice::drawImage(GfxState* state, Object*, Stream* stream, int width, int height,
                              GfxImageColorMap* colours, bool, const int*, bool is_inline) {
  add_image(*state, width, height, false);
  if (!is_inline) return;
  const double row = std::ceil(width * 1.0 * colours->getNumPixelComps() * colours->getBits() / 8);
  skip_inline(*stream, row * height);
}

}  // namespace kehoach::read
