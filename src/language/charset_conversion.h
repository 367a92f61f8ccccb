// Text in a charset that is known by name, to UTF-8: for pages in Chinese, Russian and the like,
// and in any other charset that ICU knows. Vietnamese ones are in
// language/legacy/legacy_encoding.h.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kehoach::language {

struct ConvertedText {
  std::string utf8;
  std::string charset;      // its usual name: "windows-1251", "GBK"
  std::size_t invalid = 0;  // bytes or pairs that the charset has no character for: U+FFFD
};

// Nothing if there is no such charset, or if it has other codes for ASCII (UTF-16, EBCDIC): no page
// could declare that in itself. Linear.
std::optional<ConvertedText> convert_charset(std::string_view bytes, const std::string& charset);

}  // namespace kehoach::language
