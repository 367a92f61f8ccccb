#include "read/scan/pale_lines.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>

namespace kehoach::read {
namespace {

constexpr int kPaper = 225;      // brighter is none of it
constexpr double kFar = 2.0;     // inches: of a seal
constexpr double kWhite = 0.02;  // that may be missing
constexpr double kLeast = 0.2;   // of the piece that leads on
constexpr double kThick = 0.04;  // thicker is no thin line
constexpr std::size_t kMost = 4'000;

// An image along a line: `at` counts in its direction, `across` through it.
class Track {
 public:
  Track(const PixPtr& pix, bool horizontal) : pix_(pix.get()), horizontal_(horizontal) {}

  int length() const { return horizontal_ ? pixGetWidth(pix_) : pixGetHeight(pix_); }
  int breadth() const { return horizontal_ ? pixGetHeight(pix_) : pixGetWidth(pix_); }
  int level(int at, int across) const { return GET_DATA_BYTE(row(at, across), x(at, across)); }
  bool set(int at, int across) const { return GET_DATA_BIT(row(at, across), x(at, across)) != 0; }
  void draw(int at, int across) { SET_DATA_BIT(row(at, across), x(at, across)); }

 private:
  int x(int at, int across) const { return horizontal_ ? at : across; }
  l_uint32* row(int at, int across) const {
    return pixGetData(pix_) + std::ptrdiff_t{horizontal_ ? across : at} * pixGetWpl(pix_);
  }

  PIX* pix_;
  bool horizontal_;
};

struct Range {
  int from = 0, to = 0;
};

class Walk {
 public:
  Walk(const PixPtr& mask, const PixPtr& crossing, const PixPtr& gray, bool horizontal, double dpi)
      : mask_(mask, horizontal),
        crossing_(crossing, horizontal),
        gray_(gray, horizontal),
        far_(pixels(kFar, dpi)),
        white_(pixels(kWhite, dpi)) {}

  // From the end of a line that lies within `across`, to the one side or the other; past lines that
  // cross it, as long as there is another behind them.
  void draw_on(int end, Range across, int step) {
    across = at_end(end, across);
    if (across.from >= across.to) return;
    int missing = 0;
    for (int at = end + step, i = 0; i < far_ && at >= 0 && at < mask_.length(); at += step, ++i) {
      const bool same = any(across, [&](int a) { return mask_.set(at, a); });
      if (same || any(across, [&](int a) { return crossing_.set(at, a); })) {
        if (std::abs(at - end) > white_)
          for (int k = end; k != at; k += step) draw(k, across);
        if (same) return;
        end = at;
        missing = 0;
        continue;
      }
      const auto ink = darkest_beside(at, across);
      missing = ink ? 0 : missing + 1;
      if (missing > white_) return;
      if (ink) across = *ink;
    }
  }

 private:
  // What of the line is at its very end.
  Range at_end(int end, Range within) const {
    Range found{within.to, within.from};
    for (int a = within.from; a < within.to; ++a) {
      if (!mask_.set(end, a)) continue;
      found.from = std::min(found.from, a);
      found.to = a + 1;
    }
    return found;
  }

  template <class Is>
  bool any(Range across, Is is) const {
    for (int a = std::max(0, across.from); a < std::min(mask_.breadth(), across.to); ++a)
      if (is(a)) return true;
    return false;
  }

  // The same thickness a pixel beside at the most, where the darkest ink of it is.
  std::optional<Range> darkest_beside(int at, Range across) const {
    std::optional<Range> best;
    int least = kPaper;
    for (const int by : {0, -1, 1}) {
      const Range moved{across.from + by, across.to + by};
      if (moved.from < 0 || moved.to > mask_.breadth()) continue;
      int darkest = 255;
      for (int a = moved.from; a < moved.to; ++a) darkest = std::min(darkest, gray_.level(at, a));
      if (darkest >= least) continue;
      least = darkest;
      best = moved;
    }
    return best;
  }

  void draw(int at, Range across) {
    for (int a = std::max(0, across.from); a < std::min(mask_.breadth(), across.to); ++a)
      mask_.draw(at, a);
  }

  Track mask_, crossing_, gray_;
  int far_, white_;
};

}  // namespace

void draw_on(const PixPtr& mask, const PixPtr& crossing, const PixPtr& gray, bool horizontal,
             double dpi) {
  Walk walk(mask, crossing, gray, horizontal, dpi);
  for (const PixelBox& box : connected_boxes(mask, kMost)) {
    const int length = horizontal ? box.width() : box.height();
    const int thick = horizontal ? box.height() : box.width();
    if (length < kLeast * dpi || thick > kThick * dpi + 0.02 * length) continue;
    const Range across = horizontal ? Range{box.y0, box.y1} : Range{box.x0, box.x1};
    walk.draw_on(horizontal ? box.x0 : box.y0, across, -1);
    walk.draw_on((horizontal ? box.x1 : box.y1) - 1, across, 1);
  }
}

}  // namespace kehoach::read
