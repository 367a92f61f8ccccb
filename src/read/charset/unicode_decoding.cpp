#include "read/charset/unicode_decoding.h"

#include <cstdint>
#include <cstring>

#include "base/utf8.h"

namespace kehoach::read {
namespace {

bool is_ascii_run(std::string_view bytes, std::size_t i) {
  if (i + 8 > bytes.size()) return false;
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes.data() + i, 8);
  return (eight & 0x8080808080808080u) == 0;
}

}  // namespace

Decoded decode_utf8(std::string_view bytes) {
  Decoded result;
  result.utf8.reserve(bytes.size());
  bool broken = false;  // inside a run of bytes that are no UTF-8: the run gets one U+FFFD
  for (std::size_t i = 0; i < bytes.size();) {
    if (is_ascii_run(bytes, i)) {
      result.utf8.append(bytes, i, 8);
      i += 8;
      broken = false;
      continue;
    }
    const base::DecodedCodePoint decoded = base::decode_code_point(bytes, i);
    if (decoded.valid) {
      result.utf8.append(bytes, i, decoded.size);
      broken = false;
    } else {
      if (!(broken && base::is_continuation(bytes[i]))) {
        base::append_code_point(result.utf8, base::kReplacementCharacter);
        ++result.invalid;
      }
      broken = true;
    }
    i += decoded.size;
  }
  return result;
}

Decoded decode_utf16(std::string_view bytes, bool big_endian) {
  Decoded result;
  result.utf8.reserve(bytes.size());
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    char32_t value = i + 1 < bytes.size() ? unit(i) : 0xDC00;  // half a unit is as wrong
    if (value >= 0xD800 && value < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    if (value >= 0xD800 && value < 0xE000) {
      value = base::kReplacementCharacter;
      ++result.invalid;
    }
    base::append_code_point(result.utf8, value);
  }
  return result;
}

}  // namespace kehoach::read
