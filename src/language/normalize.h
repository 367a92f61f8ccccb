// Clean Vietnamese text: from what a file or page holds to what a reader sees.
//
// Purpose: NFC; one kind of space (NBSP, thin and full-width spaces become U+0020, runs collapse);
// soft hyphens, zero-width and control characters out; CRLF and CR to LF; look-alikes (Ð U+00D0 to
// Đ, U+01A2 to Ư); syllables that stray spaces broke joined again where the syllable inventory
// proves it ("t ăng cường", "K ế hoạch", "GI A O THÔNG").
// Contract: every change is an Edit; edits are sorted, do not touch each other, and map exactly.
// Line ends stay: joining lines is layout's decision.
// Example: normalize("nhằm t\u00a0ăng cường").utf8 == "nhằm tăng cường".
// Refused: the ICU Transliterator (1 MB/s), diffing input and output to find the map afterwards.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::language {

// Bytes [from_begin, from_end) of the input became [to_begin, to_end) of the output.
struct Edit {
  std::size_t from_begin = 0, from_end = 0;
  std::size_t to_begin = 0, to_end = 0;
  bool operator==(const Edit&) const = default;
};
using Edits = std::vector<Edit>;

struct Normalized {
  std::string utf8;
  Edits edits;
};

// `utf8` must be valid UTF-8 (read/text.h sees to it). Linear in its length.
Normalized normalize(std::string_view utf8);

}  // namespace kehoach::language
