#include "read/charset/charset.h"

#include <algorithm>

#include "base/utf8.h"
#include "read/charset/eight_bit.h"
#include "read/charset/unicode_decoding.h"

namespace kehoach::read {
namespace {

using View = std::string_view;

enum class Unicode { kUtf8, kUtf16LittleEndian, kUtf16BigEndian };

struct Recognised {
  Unicode form = Unicode::kUtf8;
  std::size_t mark = 0;  // bytes of the byte order mark
  bool has_zero_bytes = false;
};

// Text of European letters in UTF-16 has a zero byte in most of its pairs, always on one side; of
// Vietnamese letters about two thirds are below U+0100. Line ends and spaces are always so.
Recognised by_zero_bytes(View bytes) {
  const View head = bytes.substr(0, 64u << 10);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (even + odd == 0) return {};
  const std::size_t pairs = head.size() / 2;
  if (odd * 3 > pairs && even * 50 < pairs) return {Unicode::kUtf16LittleEndian, 0, false};
  if (even * 3 > pairs && odd * 50 < pairs) return {Unicode::kUtf16BigEndian, 0, false};
  // A few stray zero bytes occur in damaged text; more are the mark of another kind of file.
  return {Unicode::kUtf8, 0, (even + odd) * 100 > head.size()};
}

Recognised recognise(View bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {Unicode::kUtf8, 3, false};
  if (bytes.starts_with("\xFF\xFE")) return {Unicode::kUtf16LittleEndian, 2, false};
  if (bytes.starts_with("\xFE\xFF")) return {Unicode::kUtf16BigEndian, 2, false};
  return by_zero_bytes(bytes);
}

const char* name(Unicode form) {
  return form == Unicode::kUtf16LittleEndian ? "UTF-16LE"
         : form == Unicode::kUtf16BigEndian  ? "UTF-16BE"
                                             : "UTF-8";
}

// Of 8-bit Vietnamese under a third is beyond ASCII; of what is no text, half and more.
bool looks_eight_bit(View bytes, const Decoded& as_utf8) {
  const auto beyond_ascii =
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & '\x80') != 0; });
  return is_eight_bit(as_utf8) && static_cast<std::size_t>(beyond_ascii) * 2 < bytes.size();
}

}  // namespace

DecodedText decode_text(View bytes) {
  const Recognised recognised = recognise(bytes);
  bytes.remove_prefix(recognised.mark);
  Decoded decoded = recognised.form == Unicode::kUtf8
                        ? decode_utf8(bytes)
                        : decode_utf16(bytes, recognised.form == Unicode::kUtf16BigEndian);
  if (recognised.form == Unicode::kUtf8 && looks_eight_bit(bytes, decoded))
    return {decode_windows_1252(bytes), kWindows1252, 0, recognised.has_zero_bytes};
  return {std::move(decoded.utf8), name(recognised.form), decoded.invalid,
          recognised.has_zero_bytes};
}

void report_invalid(const DecodedText& text, base::Diagnostics& diagnostics) {
  if (text.invalid == 0) return;
  diagnostics.push_back({"invalid-utf8", base::Severity::kWarning,
                         std::to_string(text.invalid) + " invalid " + text.encoding +
                             (text.invalid == 1 ? " sequence was" : " sequences were") +
                             " replaced by U+FFFD. The text may be damaged or in another encoding",
                         std::nullopt, std::nullopt});
}

bool looks_binary(View utf8, std::size_t invalid) {
  const View head = utf8.substr(0, 64u << 10);
  std::size_t controls = 0;
  for (char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    controls += byte < 0x20 && !(byte >= 8 && byte <= 13) && byte != 0x1A && byte != 0x1B;
  }
  if (controls * 20 > head.size()) return true;
  return invalid * 3 > base::code_points(utf8);
}

}  // namespace kehoach::read
