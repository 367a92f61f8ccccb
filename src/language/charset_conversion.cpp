#include "language/charset_conversion.h"

#include <unicode/ucnv.h>

#include <array>
#include <memory>

#include "base/utf8.h"

namespace kehoach::language {
namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

// UTF-16 that comes in pieces, a surrogate pair perhaps in two of them.
class Utf8Output {
 public:
  explicit Utf8Output(ConvertedText& text) : text_(text) {}

  void add(char16_t unit) {
    if (unit >= 0xDC00 && unit < 0xE000 && high_ != 0) {
      const char32_t high = high_;
      high_ = 0;
      return append(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00u));
    }
    finish();
    if (unit >= 0xD800 && unit < 0xDC00) {
      high_ = unit;
    } else {
      append(unit >= 0xDC00 && unit < 0xE000 ? base::kReplacementCharacter : unit);
    }
  }

  void finish() {
    if (high_ != 0) append(base::kReplacementCharacter);
    high_ = 0;
  }

 private:
  void append(char32_t value) {
    text_.invalid += value == base::kReplacementCharacter;
    base::append_code_point(text_.utf8, value);
  }

  ConvertedText& text_;
  char32_t high_ = 0;
};

bool convert(UConverter* converter, std::string_view bytes, ConvertedText& text) {
  Utf8Output output(text);
  std::array<UChar, 4096> units;
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  while (status == U_BUFFER_OVERFLOW_ERROR) {
    status = U_ZERO_ERROR;
    UChar* to = units.data();
    ucnv_toUnicode(converter, &to, units.data() + units.size(), &from, end, nullptr, true, &status);
    for (const UChar* unit = units.data(); unit != to; ++unit) output.add(*unit);
  }
  output.finish();
  return U_SUCCESS(status);
}

bool keeps_ascii(UConverter* converter) {
  constexpr std::string_view kAscii = "<meta charset=\"x-1\"> AZaz09 ~\\+\n";
  ConvertedText text;
  const bool same = convert(converter, kAscii, text) && text.utf8 == kAscii;
  ucnv_reset(converter);
  return same;
}

std::string usual_name(const std::string& charset) {
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* name = ucnv_getStandardName(charset.c_str(), standard, &status);
    if (U_SUCCESS(status) && name != nullptr) return name;
  }
  return charset;
}

}  // namespace

std::optional<ConvertedText> convert_charset(std::string_view bytes, const std::string& charset) {
  if (charset.empty()) return std::nullopt;  // ICU would take the machine's own
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status) || !keeps_ascii(converter.get())) return std::nullopt;
  ConvertedText text;
  text.charset = usual_name(charset);
  text.utf8.reserve(bytes.size() + bytes.size() / 2);
  if (!convert(converter.get(), bytes, text)) return std::nullopt;
  return text;
}

}  // namespace kehoach::language
