// Headings that run into their text: "2. Sở Nội vụ: Chủ trì …", "3. Giao Sở Tư pháp rà soát …".
//
// Directives and notices give each numbered point to a body; some points list what it is to do
// below its name, which makes a heading of the name, others go on in the same line. Contract: a
// numbered item whose text opens with a body (or, among such items, with a name before a colon) has
// its name, with the word that gives it the work; the block stays the item that it is. Linear in
// the blocks.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/span.h"
#include "plan/reading.h"

namespace kehoach::plan {

// For each entry of reading.text.blocks: the span of the heading it begins with, if any.
std::vector<std::optional<base::TextSpan>> find_run_in_headings(const Reading& reading);

}  // namespace kehoach::plan
