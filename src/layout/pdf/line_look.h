// Lines of a scan, read again.
//
// A reader sees a line as an image of one height: what is taken in of marks above and strokes below
// decides how large its letters are, and so what it makes of them. Contract: a place is read with
// the words of its line that stand near it, once for each of a few heights and sizes, and each
// reading gives the words that stand where the place's own stand. Cost: some 20 ms a reading.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "base/span.h"
#include "layout/pdf/page_text.h"
#include "read/scan/page_eyes.h"

namespace kehoach::layout {

// Words [begin, end) of a row.
struct LinePlace {
  std::size_t row = 0, begin = 0, end = 0;
};

// The words of the row around the place that no column's white parts from it.
LinePlace line_around(const PageText& page, LinePlace place);

base::Box box_of(const PageRow& row, std::size_t begin, std::size_t end);

using LineReadings = std::vector<read::ScanPage>;

// Whether no further reading can change what is made of a place: of its readings so far, and of how
// many there are at the most.
using Settled =
    std::function<bool(std::size_t place, const LineReadings& so_far, std::size_t most)>;

// For each place, each reading's words as `words_in` takes them. A line is read until all places in
// it are settled.
std::vector<LineReadings> read_lines(const read::PageEyes& eyes, const PageText& page,
                                     const std::vector<LinePlace>& places,
                                     const Settled& settled = {});

// What was read in the box of a line, words with a space between them.
std::string words_in(const read::ScanPage& reading, const base::Box& box);

}  // namespace kehoach::layout
