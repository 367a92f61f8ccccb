// Code points of UTF-8 text. Everything here takes any bytes: what is not UTF-8 reads as U+FFFD,
// one byte at a time, so that a loop always ends and no byte is lost.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kehoach::base {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// True for the second to fourth byte of a sequence.
inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

struct DecodedCodePoint {
  char32_t value = kReplacementCharacter;
  std::size_t size = 1;  // in bytes
  bool valid = false;    // false: the byte at the position starts no well-formed sequence
};

// The code point at `position`, which must be inside `utf8`. Overlong forms, surrogates and values
// over U+10FFFF are not valid.
inline DecodedCodePoint decode_code_point(std::string_view utf8, std::size_t position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[position + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const std::size_t size = first < 0xC2   ? 0
                           : first < 0xE0 ? 2
                           : first < 0xF0 ? 3
                           : first < 0xF5 ? 4
                                          : 0;
  if (size == 0 || position + size > utf8.size()) return {};
  char32_t value = first & (0x7Fu >> size);
  for (std::size_t i = 1; i < size; ++i) {
    if (!is_continuation(utf8[position + i])) return {};
    value = (value << 6) | (byte(i) & 0x3Fu);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  if (overlong || surrogate || value > 0x10FFFF) return {};
  return {value, size, true};
}

// The code point at `position`; moves `position` behind it.
inline char32_t next_code_point(std::string_view utf8, std::size_t& position) {
  const DecodedCodePoint decoded = decode_code_point(utf8, position);
  position += decoded.size;
  return decoded.value;
}

// The code point that ends before `position` (which must be above 0); moves `position` to its
// start.
inline char32_t previous_code_point(std::string_view utf8, std::size_t& position) {
  std::size_t begin = position - 1;
  while (begin > 0 && position - begin < 4 && is_continuation(utf8[begin])) --begin;
  const DecodedCodePoint decoded = decode_code_point(utf8, begin);
  if (decoded.valid && begin + decoded.size == position) {
    position = begin;
    return decoded.value;
  }
  --position;
  return kReplacementCharacter;
}

inline void append_code_point(std::string& utf8, char32_t value) {
  const auto put = [&](char32_t byte) { utf8.push_back(static_cast<char>(byte)); };
  if (value < 0x80) return put(value);
  if (value < 0x800) {
    put(0xC0 | (value >> 6));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
  }
  put(0x80 | (value & 0x3F));
}

// How many code points `utf8` (valid UTF-8) holds.
inline std::size_t code_points(std::string_view utf8) {
  std::size_t count = 0;
  for (char byte : utf8) count += !is_continuation(byte);
  return count;
}

inline std::u32string decode_utf8(std::string_view utf8) {
  std::u32string decoded;
  decoded.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) decoded.push_back(next_code_point(utf8, i));
  return decoded;
}

inline std::string encode_utf8(std::u32string_view code_points_in) {
  std::string utf8;
  utf8.reserve(code_points_in.size() * 2);
  for (char32_t value : code_points_in) append_code_point(utf8, value);
  return utf8;
}

}  // namespace kehoach::base
