// Bytes of UTF-8 and UTF-16 to valid UTF-8. Any bytes are taken: what is no character becomes
// U+FFFD and is counted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kehoach::read {

struct Decoded {
  std::string utf8;
  std::size_t invalid = 0;  // sequences that were replaced by U+FFFD
};

// A run of bytes that are no UTF-8 gets one U+FFFD. Linear.
Decoded decode_utf8(std::string_view bytes);

// Lone surrogates and half a unit at the end are replaced. Linear.
Decoded decode_utf16(std::string_view bytes, bool big_endian);

}  // namespace kehoach::read
