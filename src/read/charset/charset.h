// Which characters bytes stand for.
//
// Contract: byte order mark; UTF-16 by its zero bytes; UTF-8 wherever it is well formed, or nearly,
// with U+FFFD for what is not; else one byte a character, read as windows-1252 whatever code it may
// be in (read/charset/page_charset.h and language/legacy/legacy_detection.h find out). Linear.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace kehoach::read {

inline constexpr const char* kWindows1252 = "windows-1252";

struct DecodedText {
  std::string utf8;             // valid
  std::string encoding;         // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "GBK" …
  std::size_t invalid = 0;      // sequences that were replaced by U+FFFD
  bool has_zero_bytes = false;  // more than a damaged text would
};

DecodedText decode_text(std::string_view bytes);

// `invalid-utf8`, if something was replaced.
void report_invalid(const DecodedText& text, base::Diagnostics& diagnostics);

// Control characters that no text holds, or bytes that were no letters, in most of it: a picture or
// program that got here by mistake.
bool looks_binary(std::string_view utf8, std::size_t invalid);

}  // namespace kehoach::read
