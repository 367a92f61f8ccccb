// The fields of a source that is itself an administrative document, from its header boxes.
//
// Contract: only blocks of the document itself (part 0) give values; a number, date or title of
// another document that stands in the body is never taken. What a box leaves blank is null with a
// diagnostic (`number-blank`, `date-blank`).
#pragma once

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

// True if the source has header boxes of an administrative document.
bool has_header(const Reading& reading);

DocumentFields read_header(const Reading& reading, base::Diagnostics& diagnostics);

// Index into reading.text.blocks of the first block of `kind` in the document itself, or npos.
std::size_t first_block(const Reading& reading, layout::BlockKind kind);
inline constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);

}  // namespace kehoach::plan
