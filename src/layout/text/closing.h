// What stands below the body: recipients, authority, position, the signer's name.
#pragma once

#include <cstddef>

#include "layout/text/block_list.h"
#include "layout/text/stream.h"

namespace kehoach::layout {

// Does the closing begin at token i, with the recipients' label, an authority or a position?
bool opens_closing(const Stream& stream, std::size_t i);

// Reads the closing that begins at token i; gives the first token after it.
std::size_t read_closing(const Stream& stream, std::size_t i, BlockList& blocks);

}  // namespace kehoach::layout
