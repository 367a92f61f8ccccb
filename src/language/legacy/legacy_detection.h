// Where a text is in the codes of an old font, and reading it there.
//
// Purpose: nothing in such a text says so. A font's name may (web pages, PDFs); else only the words
// do: "nh©n" is no syllable, "nhân" is. And one text may hold both (a header typed anew above a
// body from 2003, a cell pasted from an old table), so every word is judged, and the cheapest way
// through all of them says where each encoding begins and ends.
// Contract: what is good Unicode stays as it is, byte for byte; no encoding is taken without
// proof: enough words that are syllables only when decoded, and few that are none even then (the
// numbers stand in legacy_detection.cpp). A font's name counts as half a word for each of its own;
// where the words speak against it, it loses. Edits map exactly, as those of normalize(), which
// comes after this. Linear.
// Example: "Uû ban nh©n d©n tØnh B×nh Ph­íc" gives "Uỷ ban nhân dân tỉnh Bình Phước", TCVN3.
// Refused: a detector of charsets (uchardet calls TCVN3 ISO-8859-1 and judges a file as a whole).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/legacy/legacy_decoding.h"
#include "language/legacy/legacy_encoding.h"
#include "language/normalize.h"

namespace kehoach::language {

// One stretch that was decoded.
struct LegacyRun {
  std::size_t begin = 0, end = 0;  // bytes of the text that was given
  LegacyFont font;
  bool named = false;      // a font's name said so too
  std::size_t words = 0;   // with letters beyond ASCII, as far as they can be judged
  std::size_t before = 0;  // of them syllables as they stood
  std::size_t after = 0;   // of them syllables once decoded
};

struct LegacyText {
  Normalized text;
  std::vector<LegacyRun> runs;  // in order; empty: nothing was changed
  std::vector<UnmappedCharacter> unmapped;
  std::size_t unicode_words = 0;  // syllables with marks outside of the runs, where there are runs
};

// Hints are sorted and do not overlap; text between them is drawn with other fonts.
LegacyText read_legacy(std::string_view utf8, std::span<const FontHint> hints = {});

// The encoding of most of the text, without decoding it; nothing if it needs none.
std::optional<LegacyEncoding> detect_legacy(std::string_view utf8);

}  // namespace kehoach::language
