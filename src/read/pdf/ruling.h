// From the paths of a page to its ruling lines and filled boxes.
//
// Office suites draw the borders of a table as thin filled rectangles, others as strokes, some as
// one stroked rectangle a cell: all come out alike. Curves and slanted segments are drawings, not
// rules, and are left out. Linear in the points.
#pragma once

#include <cstddef>
#include <vector>

#include "read/pdf/pdf_page.h"
#include "read/pdf/turn.h"

namespace kehoach::read {

struct Subpath {
  std::vector<Point> points;  // on the page
  std::vector<bool> curved;   // the segment that ends in points[i] is (part of) a curve
  bool closed = false;
};

struct Paint {
  std::uint32_t colour = 0;
  double width = 0;  // of strokes, on the page
  base::Box clip;    // what is outside is not seen
  Origin origin = Origin::kContent;
  int order = 0;
};

// Adds the lines of a stroked path; one too thick for a rule is a filled box.
void add_strokes(PdfPage& page, const std::vector<Subpath>& path, const Paint& paint,
                 std::size_t max_marks);

// Adds the upright rectangles of a filled path: thin ones as lines, others as filled boxes.
void add_fills(PdfPage& page, const std::vector<Subpath>& path, const Paint& paint,
               std::size_t max_marks);

// Adds a rectangle that is all of one colour.
void add_box(PdfPage& page, const base::Box& box, const Paint& paint, std::size_t max_marks);

}  // namespace kehoach::read
