#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "language/comparison.h"

namespace kehoach::language {

std::string exact_form(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  const icu::UnicodeString normal =
      icu::Normalizer2::getNFCInstance(status)->normalize(source, status);
  icu::UnicodeString collapsed;
  for (std::int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
    const UChar32 c = normal.char32At(i);
    if (!u_isUWhiteSpace(c)) {
      collapsed.append(c);
    } else if (!collapsed.isEmpty() && !collapsed.endsWith(u" ", 1)) {
      collapsed.append(u' ');
    }
  }
  if (collapsed.endsWith(u" ", 1)) collapsed.truncate(collapsed.length() - 1);
  std::string result;
  return collapsed.toUTF8String(result);
}

}  // namespace kehoach::language
