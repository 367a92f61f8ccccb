// The body of a document or page: headings, items and paragraphs, tables, the closing, and the
// documents that are attached below it.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/text/block_list.h"
#include "layout/text/flat_table.h"
#include "layout/text/stream.h"
#include "layout/web/page.h"

namespace kehoach::layout {

// Reads everything from token i on. `page` says which lines belong to the page around the body;
// `tables` are those that lost their lines.
void read_body(const Stream& stream, std::size_t i, const Page& page,
               const std::vector<FlatTable>& tables, BlockList& blocks);

}  // namespace kehoach::layout
