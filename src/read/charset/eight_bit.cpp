#include "read/charset/eight_bit.h"

#include "base/utf8.h"
#include "language/legacy/legacy_table.h"

namespace kehoach::read {
bool is_eight_bit(const Decoded& utf8) {
  if (utf8.invalid == 0) return false;
  std::size_t beyond_ascii = 0;
  for (const char byte : utf8.utf8) {
    beyond_ascii += static_cast<unsigned char>(byte) >= 0xC0;
  }
  return utf8.invalid * 2 > beyond_ascii;  // of which `invalid` are U+FFFD
}

std::string decode_windows_1252(std::string_view bytes) {
  std::string utf8;
  utf8.reserve(bytes.size() + bytes.size() / 4);
  for (const char byte : bytes) {
    base::append_code_point(utf8, language::windows_1252(static_cast<unsigned char>(byte)));
  }
  return utf8;
}

}  // namespace kehoach::read
