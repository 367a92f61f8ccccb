// Turning by the angle of a run: from the page to the run's frame (where its baseline runs to the
// right) and back. Whole quarter turns are exact.
#pragma once

#include "base/span.h"

namespace kehoach::read {

struct Point {
  double x = 0, y = 0;
};

// `point` turned clockwise (as seen, y downwards) by `degrees` about the origin of the page.
Point turned(Point point, double degrees);

// The smallest upright box around `box` turned in the same way. From a run's frame to the page:
// turned_box(box, run.angle); from the page to the frame: turned_box(box, -run.angle).
base::Box turned_box(const base::Box& box, double degrees);

// The box that turned_box(…, degrees) made `around` of.
base::Box box_before_turn(const base::Box& around, double degrees);

}  // namespace kehoach::read
