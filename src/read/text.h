// Plain text as it lies in a file, decoded to valid UTF-8.
//
// Contract: UTF-8 (with or without BOM) and UTF-16 (either order, BOM or not) are recognised;
// bytes that are neither, one a character, are read as windows-1252, whatever Vietnamese code they
// may be in (language/legacy/legacy_detection.h finds out). In damaged UTF-8 or UTF-16 invalid
// sequences become U+FFFD and a diagnostic `invalid-utf8` with their count; bytes that are no text
// at all throw base::Error "binary". Over budget.max_text_bytes the text is cut at a line end and a
// diagnostic `text-cut` says how much was read. Line ends are kept as they are.
#pragma once

#include <string>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "base/source.h"

namespace kehoach::read {

struct Text {
  std::string utf8;
  std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"
  base::Diagnostics diagnostics;
};

Text read_text(const base::Source& source, const base::Budget& budget);

}  // namespace kehoach::read
