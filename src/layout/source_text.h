// The source's text made readable: codes of old fonts decoded, then cleaned, with one map back.
#pragma once

#include <span>

#include "language/legacy/legacy_encoding.h"
#include "layout/document.h"

namespace kehoach::layout {

// Fills `content` and `edits` from `source`, so that evidence keeps the source's own characters.
// Where parts of it are in the codes of old fonts, `encoding` (of the file) becomes theirs, or both
// where good Unicode stands beside them ("UTF-8+TCVN3"), and diagnostics `legacy-encoding` and
// `unmapped-characters` say what was decoded and what could not be. `hints`: which bytes of the
// source are drawn with a font of such a name.
void read_source_text(Document& document, std::span<const language::FontHint> hints = {});

}  // namespace kehoach::layout
