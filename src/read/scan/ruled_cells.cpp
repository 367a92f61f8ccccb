#include "read/scan/ruled_cells.h"

#include <allheaders.h>

#include <algorithm>

namespace kehoach::read {
namespace {

constexpr double kReach = 0.09;    // inches that a line may end short of another
constexpr double kMinSide = 0.12;  // of a cell
constexpr std::size_t kMaxCells = 5'000;
constexpr int kPrint = 160;
constexpr double kLeastPrint = 0.04;

// The lines, each made longer at its ends by as much as they may miss each other.
PixPtr fences(const ImageLines& lines, double dpi) {
  const int reach = pixels(kReach, dpi);
  const PixPtr across(pixDilateCompBrick(nullptr, lines.horizontal.get(), 2 * reach + 1, 3));
  PixPtr fences(pixDilateCompBrick(nullptr, lines.vertical.get(), 3, 2 * reach + 1));
  if (!across || !fences) return nullptr;
  pixOr(fences.get(), fences.get(), across.get());
  return fences;
}

std::vector<PixelBox> enclosed(const PixPtr& fences, double dpi) {
  const PixPtr white(pixInvert(nullptr, fences.get()));
  const int width = pixGetWidth(white.get());
  const int height = pixGetHeight(white.get());
  std::vector<PixelBox> boxes;
  Boxa* found = pixConnCompBB(white.get(), 4);
  for (int i = 0; i < (found ? boxaGetCount(found) : 0) && boxes.size() < kMaxCells; ++i) {
    int x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(found, i, &x, &y, &w, &h);
    const bool open = x == 0 || y == 0 || x + w == width || y + h == height;
    const bool frame = w > 0.8 * width && h > 0.5 * height;
    if (!open && !frame && std::min(w, h) >= kMinSide * dpi) boxes.push_back({x, y, x + w, y + h});
  }
  boxaDestroy(&found);
  return boxes;
}

// By rows: cells whose tops are near each other are one row.
void sort_by_rows(std::vector<PixelBox>& boxes, double dpi) {
  std::sort(boxes.begin(), boxes.end(),
            [](const PixelBox& a, const PixelBox& b) { return a.y0 < b.y0; });
  const int near = pixels(0.08, dpi);
  for (std::size_t first = 0; first < boxes.size();) {
    std::size_t last = first;
    while (last < boxes.size() && boxes[last].y0 - boxes[first].y0 <= near) ++last;
    std::sort(boxes.begin() + static_cast<std::ptrdiff_t>(first),
              boxes.begin() + static_cast<std::ptrdiff_t>(last),
              [](const PixelBox& a, const PixelBox& b) { return a.x0 < b.x0; });
    first = last;
  }
}

// A box that holds another is a frame around it.
std::vector<PixelBox> without_frames(std::vector<PixelBox> boxes) {
  std::vector<PixelBox> inner;
  for (const auto& box : boxes) {
    const bool frame = std::any_of(boxes.begin(), boxes.end(), [&](const PixelBox& other) {
      return !(other == box) && box.covers(other);
    });
    if (!frame) inner.push_back(box);
  }
  return inner;
}

// A letter, digit or dash: specks and what is left of lines are smaller.
PixPtr print_of(const PixPtr& gray, double dpi) {
  const PixPtr black(pixThresholdToBinary(gray.get(), kPrint));
  const int least = pixels(kLeastPrint, dpi);
  return PixPtr(black ? pixSelectBySize(black.get(), least, least, 8, L_SELECT_IF_EITHER,
                                        L_SELECT_IF_GTE, nullptr)
                      : nullptr);
}

bool any_in(const PixPtr& print, const PixelBox& box) {
  BOX* part = boxCreate(box.x0, box.y0, box.width(), box.height());
  l_int32 count = 0;
  pixCountPixelsInRect(print.get(), part, &count, nullptr);
  boxDestroy(&part);
  return count > 0;
}

}  // namespace

std::vector<PixelBox> recognition_zones(const ImageLines& lines, const PixPtr& gray, double dpi) {
  if (lines.lines.empty() || !gray) return {};
  const PixPtr fence = fences(lines, dpi);
  if (!fence) return {};
  auto boxes = without_frames(enclosed(fence, dpi));
  const PixPtr print = print_of(gray, dpi);
  if (!print) return {};
  std::erase_if(boxes, [&](const PixelBox& box) { return !any_in(print, box); });
  sort_by_rows(boxes, dpi);
  return boxes;
}

}  // namespace kehoach::read
