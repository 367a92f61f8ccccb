#include "read/scan/seal_places.h"

#include <algorithm>
#include <utility>

namespace kehoach::read {
namespace {

constexpr double kClose = 0.06;      // between the strokes of a seal, less than between lines
constexpr double kMinHeight = 0.45;  // higher than a line of coloured text
constexpr double kMaxSide = 3.2;     // the widest stamps ("ĐẾN" and its lines)
constexpr std::size_t kMaxSeals = 64;

PixPtr closed(const PixPtr& mask, int size) {
  return PixPtr(pixCloseSafeBrick(nullptr, mask.get(), size, size));
}

bool is_seal(const PixelBox& box, double dpi) {
  return box.height() >= kMinHeight * dpi && box.height() <= kMaxSide * dpi &&
         box.width() >= kMinHeight / 2 * dpi && box.width() <= kMaxSide * dpi;
}

// A seal is drawn in pieces that do not touch: a ring, a star, letters between.
std::vector<PixelBox> merged(std::vector<PixelBox> boxes) {
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t i = 0; i < boxes.size() && !changed; ++i)
      for (std::size_t k = i + 1; k < boxes.size() && !changed; ++k)
        if (boxes[i].overlaps(boxes[k])) {
          boxes[i] = {std::min(boxes[i].x0, boxes[k].x0), std::min(boxes[i].y0, boxes[k].y0),
                      std::max(boxes[i].x1, boxes[k].x1), std::max(boxes[i].y1, boxes[k].y1)};
          boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(k));
          changed = true;
        }
  }
  return boxes;
}

}  // namespace

std::vector<PixelBox> seal_places(std::span<const PixPtr> masks, double dpi) {
  std::vector<PixelBox> seals;
  for (const auto& mask : masks) {
    const PixPtr joined = closed(mask, pixels(kClose, dpi) | 1);
    if (joined == nullptr) continue;
    for (const auto& box : connected_boxes(joined, 20'000))
      if (is_seal(box, dpi) && seals.size() < kMaxSeals) seals.push_back(box);
  }
  return merged(std::move(seals));
}

}  // namespace kehoach::read
