#include "read/scan/table_sides.h"

#include <algorithm>
#include <cstdlib>

namespace kehoach::read {
namespace {

constexpr double kNear = 0.07;  // inches
constexpr std::size_t kMaxLines = 1'000;

class Sides {
 public:
  Sides(const std::vector<ImageLine>& lines, double dpi) : near_(pixels(kNear, dpi)) {
    for (const auto& line : lines) (line.horizontal ? across_ : down_).push_back(line.box);
    std::sort(across_.begin(), across_.end(),
              [](const PixelBox& a, const PixelBox& b) { return a.y0 < b.y0; });
  }

  std::vector<ImageLine> missing() const {
    std::vector<ImageLine> sides;
    if (across_.size() + down_.size() > kMaxLines) return sides;
    for (std::size_t i = 0; i < across_.size(); ++i) {
      const PixelBox* below = next_below(i);
      if (below == nullptr) continue;
      const PixelBox& above = across_[i];
      const PixelBox between{std::min(above.x0, below->x0), above.y1, std::max(above.x1, below->x1),
                             below->y0};
      if (between.height() <= 0 || !any_down(between, between.x0 + near_, between.x1 - near_))
        continue;
      if (std::abs(above.x0 - below->x0) <= near_) add(between, between.x0, sides);
      if (std::abs(above.x1 - below->x1) <= near_) add(between, between.x1 - 2, sides);
    }
    return sides;
  }

 private:
  // The next line that stands below most of this one.
  const PixelBox* next_below(std::size_t i) const {
    const PixelBox& above = across_[i];
    for (std::size_t k = i + 1; k < across_.size(); ++k) {
      const PixelBox& below = across_[k];
      const int shared = std::min(above.x1, below.x1) - std::max(above.x0, below.x0);
      if (below.y0 > above.y1 + near_ && 2 * shared > std::min(above.width(), below.width()))
        return &below;
    }
    return nullptr;
  }

  // Is there an upright line all the way between two others?
  bool any_down(const PixelBox& between, int from, int to) const {
    return std::any_of(down_.begin(), down_.end(), [&](const PixelBox& line) {
      return line.x0 >= from && line.x1 <= to && line.y0 <= between.y0 + near_ &&
             line.y1 >= between.y1 - near_;
    });
  }

  void add(const PixelBox& between, int x, std::vector<ImageLine>& sides) const {
    if (any_down(between, x - near_, x + 2 + near_)) return;
    sides.push_back({{x, between.y0, x + 2, between.y1}, false});
  }

  int near_;
  std::vector<PixelBox> across_, down_;
};

}  // namespace

std::vector<ImageLine> missing_sides(const std::vector<ImageLine>& lines, double dpi) {
  return Sides(lines, dpi).missing();
}

}  // namespace kehoach::read
