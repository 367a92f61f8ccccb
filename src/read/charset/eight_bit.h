// Bytes of the time before Unicode: one a character.
#pragma once

#include <string>
#include <string_view>

#include "read/charset/unicode_decoding.h"

namespace kehoach::read {

// Is this 8-bit text rather than damaged UTF-8? `utf8`: the bytes read as UTF-8. In damaged UTF-8
// most characters beyond ASCII are well formed; in 8-bit text almost none is.
bool is_eight_bit(const Decoded& utf8);

// As windows-1252 has them; its five holes as in Latin-1. Every byte gives a character, so that
// language/legacy/legacy_detection.h can find out what they stand for.
std::string decode_windows_1252(std::string_view bytes);

}  // namespace kehoach::read
