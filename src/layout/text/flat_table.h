// Tables of tasks that lost their lines: their cells stand one after another in running text, or
// one a line, as they do where a table was copied into a plain text.
//
// Contract: found only where it is proven: the names of columns follow one another, the first of
// them of order numbers and the second of tasks; the rows are numbered on from 1; and what the
// columns say they hold, names of bodies and times, is in the rows. Anything else is left as it is.
// Bounded: long rows are none; after some headings without rows, or very many that are none, no
// more are looked at; names are looked for a number of times that is linear in the text.
// Example: "TT Nhiệm vụ Cơ quan chủ trì Thời gian 1 Rà soát thủ tục Sở Tư pháp Quý I/2024 2 …".
// Refused: cutting cells at capitals alone, which names and titles have inside too.
#pragma once

#include <vector>

#include "base/span.h"
#include "layout/text/given_lines.h"
#include "layout/text/stream.h"
#include "match/matcher.h"

namespace kehoach::layout {

struct FlatTable {
  base::ContentSpan span;
  std::vector<std::vector<Cell>> rows;  // the names of columns first
};

// In order; they do not overlap.
std::vector<FlatTable> find_flat_tables(const Stream& stream, const match::Matcher& matcher);

}  // namespace kehoach::layout
