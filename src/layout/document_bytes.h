// A Document as bytes and back, so that it can be kept and its facts read again without the file.
//
// Contract: from_bytes(to_bytes(d)) is d, to the last bit. The bytes are of the same machine kind
// (little-endian) and begin with the version of their form; other versions, and bytes that no
// Document gives, are refused. Linear.
// Refused: JSON (five times the size, and doubles that change).
#pragma once

#include <string>
#include <string_view>

#include "layout/document.h"

namespace kehoach::layout {

std::string to_bytes(const Document& document);

// Throws base::Error "model-version" (made by another kehoach: the file must be read again) or
// "model-damaged".
Document from_bytes(std::string_view bytes);

}  // namespace kehoach::layout
