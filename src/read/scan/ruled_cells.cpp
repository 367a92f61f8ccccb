#include "read/scan/ruled_cells.h"

#include <allheaders.h>

#include <algorithm>

namespace kehoach::read {
namespace {

constexpr double kReach = 0.09;    // inches that a line may end short of another
constexpr double kMinSide = 0.12;  // of a cell
constexpr std::size_t kMaxCells = 5'000;
constexpr int kPrint = 140;

// The lines, each made longer at its ends by as much as they may miss each other.
PixPtr fences(const ImageLines& lines, double dpi) {
  const int reach = pixels(kReach, dpi);
  const PixPtr across(pixDilateBrick(nullptr, lines.horizontal.get(), 2 * reach + 1, 3));
  PixPtr fences(pixDilateBrick(nullptr, lines.vertical.get(), 3, 2 * reach + 1));
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

bool has_print(const PixPtr& gray, const PixelBox& box, double dpi) {
  const int enough = std::max(4, pixels(0.02, dpi) * pixels(0.02, dpi));
  int dark = 0;
  for (int y = box.y0; y < box.y1; ++y) {
    const auto* line =
        pixGetData(gray.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(gray.get());
    for (int x = box.x0; x < box.x1; ++x)
      if (GET_DATA_BYTE(line, x) < kPrint && ++dark >= enough) return true;
  }
  return false;
}

}  // namespace

std::vector<PixelBox> recognition_zones(const ImageLines& lines, const PixPtr& gray, double dpi) {
  if (lines.lines.empty() || !gray) return {};
  const PixPtr fence = fences(lines, dpi);
  if (!fence) return {};
  auto boxes = without_frames(enclosed(fence, dpi));
  std::erase_if(boxes, [&](const PixelBox& box) { return !has_print(gray, box, dpi); });
  sort_by_rows(boxes, dpi);
  return boxes;
}

}  // namespace kehoach::read
