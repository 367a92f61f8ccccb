#include "read/scan/image_lines.h"

#include <allheaders.h>

#include <algorithm>
#include <cstdint>

#include "read/scan/pale_lines.h"
#include "read/scan/table_sides.h"

namespace kehoach::read {
namespace {

constexpr int kDark = 176;           // thin lines are pale
constexpr double kPiece = 0.22;      // inches: longer than a stroke of a letter
constexpr double kStep = 0.05;       // of a line that runs in steps
constexpr double kGap = 0.12;        // that a broken line is joined over
constexpr double kSolid = 0.07;      // thicker is an area
constexpr double kMinLength = 0.45;  // of a line that touches no other
constexpr double kNear = 0.04;       // lines that meet
// Dots and dashes of a line between rows: how thick and long they are, and how far apart. Full
// stops that lead to a blank stand wider apart.
constexpr double kDotSize = 0.02, kDash = 0.15, kDotGap = 0.022;
constexpr std::size_t kMaxLines = 5'000;

struct Direction {
  bool horizontal;

  int length(const PixelBox& box) const { return horizontal ? box.width() : box.height(); }
  int thickness(const PixelBox& box) const { return horizontal ? box.height() : box.width(); }
};

PixPtr brick(Pix* (*morph)(Pix*, Pix*, l_int32, l_int32), const PixPtr& mask, Direction direction,
             int along, int across) {
  return PixPtr(direction.horizontal ? morph(nullptr, mask.get(), along, across)
                                     : morph(nullptr, mask.get(), across, along));
}

// What is long in one direction. A page that was turned by whole pixels, here or by the scanner,
// has thin lines in steps, each a pixel beside the last: they are one where all is a pixel thicker.
// What that adds where other strokes cross is short.
PixPtr long_pieces(const PixPtr& black, Direction direction, double dpi) {
  const PixPtr thicker = brick(pixDilateBrick, black, direction, 1, 2);
  const PixPtr pieces =
      thicker ? brick(pixOpenCompBrick, thicker, direction, pixels(kPiece, dpi), 1) : nullptr;
  const PixPtr near = pieces ? brick(pixDilateBrick, pieces, direction, 1, 3) : nullptr;
  if (!near) return nullptr;
  pixAnd(near.get(), near.get(), black.get());
  return brick(pixOpenBrick, near, direction, pixels(kStep, dpi), 1);
}

// Pieces of lines, joined over their gaps. Long bricks are composed of two short ones, which takes
// a third of the time and may make them a pixel or two longer or shorter.
PixPtr line_mask(const PixPtr& black, const PixPtr& areas, Direction direction, double dpi) {
  const PixPtr pieces = long_pieces(black, direction, dpi);
  if (!pieces) return nullptr;
  pixSubtract(pieces.get(), pieces.get(), areas.get());
  return brick(pixCloseSafeCompBrick, pieces, direction, pixels(kGap, dpi), 3);
}

// Lines of dots or dashes, drawn through.
PixPtr dotted_mask(const PixPtr& black, Direction direction, double dpi) {
  const int thin = pixels(kDotSize, dpi) + 1, dash = pixels(kDash, dpi);
  const PixPtr dots(pixSelectBySize(black.get(), direction.horizontal ? dash : thin,
                                    direction.horizontal ? thin : dash, 8, L_SELECT_IF_BOTH,
                                    L_SELECT_IF_LTE, nullptr));
  if (!dots) return nullptr;
  const PixPtr joined = brick(pixCloseSafeBrick, dots, direction, pixels(kDotGap, dpi) + 1, 1);
  return joined ? long_pieces(joined, direction, dpi) : nullptr;
}

// Pixels of areas: seals, pictures, dark heads of tables.
PixPtr area_mask(const PixPtr& black, double dpi) {
  const int size = pixels(kSolid, dpi);
  const PixPtr solid(pixOpenCompBrick(nullptr, black.get(), size, size));
  return PixPtr(pixDilateBrick(nullptr, solid.get(), 5, 5));
}

// A line that is as long as a letter's stroke is one only between others.
bool stands_alone(const PixelBox& box, const PixPtr& across, int reach) {
  const PixelBox near{box.x0 - reach, box.y0 - reach, box.x1 + reach, box.y1 + reach};
  Box* around = boxCreate(std::max(0, near.x0), std::max(0, near.y0), near.width(), near.height());
  l_int32 touching = 0;
  pixCountPixelsInRect(across.get(), around, &touching, nullptr);
  boxDestroy(&around);
  return touching == 0;
}

// Straight: not much thicker than its slant makes it.
bool straight(const PixelBox& box, Direction direction, double dpi) {
  return direction.thickness(box) <= 0.05 * dpi + 0.02 * direction.length(box);
}

std::vector<ImageLine> lines_of(const PixPtr& mask, const PixPtr& across, Direction direction,
                                double dpi) {
  std::vector<ImageLine> lines;
  for (const auto& box : connected_boxes(mask, 4 * kMaxLines)) {
    const bool is_long = direction.length(box) >= kMinLength * dpi;
    const bool one = straight(box, direction, dpi) &&
                     (is_long || !stands_alone(box, across, pixels(kNear, dpi)));
    if (one && lines.size() < kMaxLines) lines.push_back({box, direction.horizontal});
    // What is none is no part of the mask either.
    if (!one)
      pixRasterop(mask.get(), box.x0, box.y0, box.width(), box.height(), PIX_CLR, nullptr, 0, 0);
  }
  return lines;
}

bool bit(const PixPtr& mask, int x, int y) {
  return GET_DATA_BIT(
             pixGetData(mask.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(mask.get()), x) !=
         0;
}

// The pixels of an image in one of two directions: `at` counts along the line, `across` through it.
class Strip {
 public:
  Strip(PixPtr& gray, Direction direction) : gray_(gray.get()), direction_(direction) {}

  int across_size() const {
    return direction_.horizontal ? pixGetHeight(gray_) : pixGetWidth(gray_);
  }
  bool dark(int at, int across) const {
    return GET_DATA_BYTE(line(at, across), x(at, across)) < kDark;
  }
  void wipe(int at, int across) {
    if (across >= 0 && across < across_size()) SET_DATA_BYTE(line(at, across), x(at, across), 255);
  }

 private:
  int x(int at, int across) const { return direction_.horizontal ? at : across; }
  l_uint32* line(int at, int across) const {
    const int y = direction_.horizontal ? across : at;
    return pixGetData(gray_) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(gray_);
  }

  Pix* gray_;
  Direction direction_;
};

// Wipes where the line is no thicker than it is elsewhere: there no letter crosses it.
void wipe_across(Strip& strip, int at, int from, int to, int limit) {
  while (from > 0 && strip.dark(at, from - 1)) --from;
  while (to < strip.across_size() && strip.dark(at, to)) ++to;
  if (to - from > limit) return;
  for (int across = from - 1; across <= to; ++across) strip.wipe(at, across);
}

void wipe_line(PixPtr& gray, const PixPtr& mask, const ImageLine& line, int thickness) {
  const Direction direction{line.horizontal};
  Strip strip(gray, direction);
  const int first = line.horizontal ? line.box.x0 : line.box.y0;
  const int top = line.horizontal ? line.box.y0 : line.box.x0;
  const int bottom = line.horizontal ? line.box.y1 : line.box.x1;
  const int limit = thickness + thickness / 2 + 2;
  for (int at = first; at < first + direction.length(line.box); ++at)
    for (int across = top; across < bottom; ++across) {
      const int from = across;
      const auto set = [&](int a) { return line.horizontal ? bit(mask, at, a) : bit(mask, a, at); };
      while (across < bottom && set(across)) ++across;
      if (across > from) wipe_across(strip, at, from, across, limit);
    }
}

// Dotted lines are looked for where there are upright lines that they part the rows between.
void add_dotted(ImageLines& lines, const PixPtr& black, double dpi) {
  l_int32 none = 1;
  pixZero(lines.vertical.get(), &none);
  if (none) return;
  if (const PixPtr dotted = dotted_mask(black, {true}, dpi))
    pixOr(lines.horizontal.get(), lines.horizontal.get(), dotted.get());
}

int mean_thickness(const PixPtr& mask, const ImageLine& line) {
  Box* part = boxCreate(line.box.x0, line.box.y0, line.box.width(), line.box.height());
  l_int32 count = 0;
  pixCountPixelsInRect(mask.get(), part, &count, nullptr);
  boxDestroy(&part);
  const int length = Direction{line.horizontal}.length(line.box);
  return std::max(1, (count + length / 2) / length);
}

}  // namespace

ImageLines find_image_lines(const PixPtr& gray, double dpi) {
  ImageLines result;
  if (!gray) return result;
  const PixPtr black(pixThresholdToBinary(gray.get(), kDark));
  if (!black) return result;
  const PixPtr areas = area_mask(black, dpi);
  result.horizontal = line_mask(black, areas, {true}, dpi);
  result.vertical = line_mask(black, areas, {false}, dpi);
  if (!result.horizontal || !result.vertical) return {};
  draw_on(result.vertical, result.horizontal, gray, false, dpi);
  draw_on(result.horizontal, result.vertical, gray, true, dpi);
  add_dotted(result, black, dpi);
  result.lines = lines_of(result.horizontal, result.vertical, {true}, dpi);
  const auto upright = lines_of(result.vertical, result.horizontal, {false}, dpi);
  result.lines.insert(result.lines.end(), upright.begin(), upright.end());
  result.drawn = result.lines.size();
  for (const auto& side : missing_sides(result.lines, dpi)) {
    const auto& box = side.box;
    pixRasterop(result.vertical.get(), box.x0, box.y0, box.width(), box.height(), PIX_SET, nullptr,
                0, 0);
    result.lines.push_back(side);
  }
  return result;
}

std::vector<RulingLine> page_rules(const ImageLines& lines, double dpi) {
  std::vector<RulingLine> rules;
  for (const auto& line : lines.lines) {
    // Upright and alone: a fold, or dust on the glass of a scanner.
    if (!line.horizontal && stands_alone(line.box, lines.horizontal, pixels(kNear, dpi))) continue;
    RulingLine rule;
    rule.box = page_box(line.box, dpi);
    rule.horizontal = line.horizontal;
    rules.push_back(rule);
  }
  return rules;
}

void wipe_lines(PixPtr& gray, const ImageLines& lines) {
  for (std::size_t i = 0; i < lines.drawn; ++i) {
    const auto& line = lines.lines[i];
    const auto& mask = line.horizontal ? lines.horizontal : lines.vertical;
    wipe_line(gray, mask, line, mean_thickness(mask, line));
  }
}

}  // namespace kehoach::read
