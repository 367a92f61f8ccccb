// How many upright strokes of print a piece of ink is, by its shape.
#pragma once

#include <cstddef>

#include "base/span.h"

namespace kehoach::layout {

// Width over height of one stroke of print with serifs, of two and of three that touch: 0.43, 0.93,
// 1.43; of digits 0.3 to 0.75, of V and X about 1. More than three are four.
inline std::size_t strokes_in(const base::Box& ink) {
  constexpr double kOne = 0.66, kTwo = 1.16, kThree = 1.6;
  const double shape = (ink.x1 - ink.x0) / (ink.y1 - ink.y0);
  return shape < kOne ? 1 : shape < kTwo ? 2 : shape < kThree ? 3 : 4;
}

}  // namespace kehoach::layout
