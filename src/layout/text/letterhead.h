// The boxes above the body: issuer, national title, number, place and date, type and title.
#pragma once

#include <cstddef>

#include "layout/text/block_list.h"
#include "layout/text/stream.h"

namespace kehoach::layout {

// Where a letterhead begins in the first part of the text; size() if the text has none. A text has
// one if it shows the national title, or a body's name or a type in capitals on a line of its own.
std::size_t find_letterhead(const Stream& stream);

// Reads the boxes that begin at token i; gives the first token of the body.
std::size_t read_letterhead(const Stream& stream, std::size_t i, BlockList& blocks);

// Reads type, title and reference at token i (a type in capitals); gives the token after them.
std::size_t read_title(const Stream& stream, std::size_t i, BlockList& blocks);

// True where a type in capitals opens a document: it begins a line or follows a finished box, and
// is not the "QUYẾT ĐỊNH:" of an enacting formula.
bool opens_document(const Stream& stream, std::size_t i);

}  // namespace kehoach::layout
