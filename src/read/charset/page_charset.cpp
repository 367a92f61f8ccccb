#include "read/charset/page_charset.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "language/charset_conversion.h"
#include "language/legacy/legacy_decoding.h"
#include "language/legacy/legacy_detection.h"
#include "read/html/markup_scanner.h"

namespace kehoach::read {
namespace {

using language::LegacyEncoding;
using View = std::string_view;

// Enough to prove an encoding: from a little before the first character beyond ASCII.
View sample(View utf8) {
  constexpr std::size_t kBefore = 1024, kSize = 512u << 10;
  const auto first =
      std::find_if(utf8.begin(), utf8.end(), [](char c) { return (c & '\x80') != 0; });
  const auto begin = static_cast<std::size_t>(first - utf8.begin());
  return utf8.substr(begin - std::min(begin, kBefore), kSize);
}

// Codes of charsets; others are of fonts, and one page holds several of those.
bool is_charset(LegacyEncoding encoding) {
  return encoding == LegacyEncoding::kWindows1258 || encoding == LegacyEncoding::kViscii ||
         encoding == LegacyEncoding::kVps;
}

// In pieces, each to the end of a tag or line, because decoding notes every changed letter.
DecodedText vietnamese(LegacyEncoding encoding, View as_windows_1252) {
  constexpr std::size_t kPiece = 1u << 20;
  DecodedText decoded{{}, std::string(language::name(encoding)), 0, false};
  while (!as_windows_1252.empty()) {
    const std::size_t end = as_windows_1252.find_first_of(">\n", kPiece);
    const View piece = as_windows_1252.substr(0, end == View::npos ? end : end + 1);
    decoded.utf8 += language::decode_legacy(encoding, piece).text.utf8;
    as_windows_1252.remove_prefix(piece.size());
  }
  return decoded;
}

// Charsets that cannot be taken for one another, unlike the many that differ in a few accents.
constexpr std::array kDistinct = {"GB18030", "BIG5",       "SHIFT_JIS", "EUC-JP",
                                  "EUC-KR",  "UHC",        "EUC-TW",    "WINDOWS-1251",
                                  "KOI8-R",  "ISO-8859-5", "IBM866",    "TIS-620"};

std::string guess(View bytes) {
  uchardet_t detector = uchardet_new();
  const View head = sample(bytes);
  uchardet_handle_data(detector, head.data(), head.size());
  uchardet_data_end(detector);
  std::string charset = uchardet_get_charset(detector);
  uchardet_delete(detector);
  const bool distinct = std::any_of(kDistinct.begin(), kDistinct.end(),
                                    [&](View known) { return same_without_case(known, charset); });
  return distinct ? charset : std::string();
}

// Nothing if the charset is unknown or has no characters for many of the bytes.
std::optional<DecodedText> foreign(View bytes, const std::string& charset) {
  auto converted = language::convert_charset(bytes, charset);
  if (!converted || converted->invalid * 100 > bytes.size()) return std::nullopt;
  return DecodedText{std::move(converted->utf8), std::move(converted->charset), converted->invalid,
                     false};
}

bool is_latin(View charset) {
  return charset.empty() || same_without_case(charset, "us-ascii") ||
         same_without_case(charset, "iso-8859-1") || same_without_case(charset, "windows-1252");
}

bool is_unicode(View charset) {
  return same_without_case(charset.substr(0, 3), "utf") || same_without_case(charset, "unicode");
}

// `latin`: the bytes read as windows-1252.
DecodedText decode_eight_bit(View bytes, DecodedText latin, View declared) {
  const auto proved = language::detect_legacy(sample(latin.utf8));
  if (proved) return is_charset(*proved) ? vietnamese(*proved, latin.utf8) : latin;
  const auto vietnamese_name = language::encoding_of_charset(declared);
  if (vietnamese_name && is_charset(*vietnamese_name))
    return vietnamese(*vietnamese_name, latin.utf8);
  const bool open = is_latin(declared) || is_unicode(declared) || vietnamese_name;
  auto decoded = foreign(bytes, open ? guess(bytes) : std::string(declared));
  return decoded ? std::move(*decoded) : latin;
}

bool is_ascii(View text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
}

// Does the page go by what it says? ISO-8859-1 is what pages say that do not know.
bool agrees(View declared, const DecodedText& decoded) {
  if (declared.empty() || same_without_case(declared, decoded.encoding)) return true;
  const auto vietnamese_name = language::encoding_of_charset(declared);
  if (decoded.encoding == kWindows1252)
    return is_latin(declared) || (vietnamese_name && !is_charset(*vietnamese_name));
  if (decoded.encoding.starts_with("UTF-16")) return same_without_case(declared, "utf-16");
  if (decoded.encoding == "UTF-8")
    return same_without_case(declared, "utf8") || is_ascii(decoded.utf8);
  if (vietnamese_name) return language::name(*vietnamese_name) == decoded.encoding;
  const auto converted = language::convert_charset("", std::string(declared));
  return converted && converted->charset == decoded.encoding;
}

}  // namespace

DecodedText decode_page(View bytes, View declared, base::Diagnostics& diagnostics) {
  DecodedText decoded = decode_text(bytes);
  if (decoded.encoding == kWindows1252)
    decoded = decode_eight_bit(bytes, std::move(decoded), declared);
  if (!agrees(declared, decoded)) {
    diagnostics.push_back({"charset-conflict", base::Severity::kInfo,
                           "The page says that its charset is " + std::string(declared) +
                               ", but its bytes are " + decoded.encoding +
                               "; they were read as that",
                           std::nullopt, std::nullopt});
  }
  return decoded;
}

}  // namespace kehoach::read
