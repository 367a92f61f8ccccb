// Vietnamese texts in the 8-bit codes of old fonts, and how to know them by name.
//
// Purpose: until about 2005 (and long after in some offices) Vietnamese was typed with fonts that
// draw Vietnamese letters in the places of Latin-1. Files, pages and PDFs of that time give
// "Uû ban nh©n d©n" (TCVN3) or "UÛY BAN NHAÂN DAÂN" (VNI) for "Uỷ ban nhân dân".
// Contract: such a text is always handed over as UTF-8 whose characters are the reading of its
// bytes as windows-1252 or Latin-1: it is what web pages and PDFs with such fonts hold anyway, and
// what read/text.h makes of a file. legacy_decoding.h turns it into Vietnamese letters,
// legacy_detection.h finds out where that is to be done.
// Example: encoding_of_font("ABCDEF+.VnTimeH,Bold") gives {kTcvn3, capitals}.
// Refused: iconv and ICU converters. No library has all of these; none keeps the map from each
// letter to the characters that it came from; none reads a text that was already taken for Latin-1.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace kehoach::language {

enum class LegacyEncoding {
  kTcvn3,        // ABC: TCVN 5712:1993 VN3, fonts ".VnTime"; capitals with marks only in fonts of
                 // their own (".VnTimeH"), which draw every letter as a capital
  kVni,          // VNI for Windows: a base letter, then a code for its mark and tone
  kVps,          // VPS
  kViscii,       // VISCII 1.1 (RFC 1456)
  kWindows1258,  // letters with marks, tones behind them
  kVietwareX,    // like VNI, other codes
};
inline constexpr std::size_t kLegacyEncodings = 6;

// As it stands in source.encoding: "TCVN3", "VNI", "VPS", "VISCII", "windows-1258", "VIETWARE-X".
std::string_view name(LegacyEncoding encoding);

struct LegacyFont {
  LegacyEncoding encoding = LegacyEncoding::kTcvn3;
  bool capitals = false;  // draws every letter as a capital
  bool operator==(const LegacyFont&) const = default;
};

// Bytes [begin, end) of a text are drawn with a font that is known by name.
struct FontHint {
  std::size_t begin = 0, end = 0;
  LegacyFont font;
};

// By the names that the makers gave their fonts; a subset prefix, a style and quotes around the
// name are skipped. A name is no proof: files name such fonts and hold Unicode all the same.
std::optional<LegacyFont> encoding_of_font(std::string_view font_name);

// The first known one of a CSS list of families: "'.VnTime', Arial".
std::optional<LegacyFont> encoding_of_font_family(std::string_view css_family);

// By the names of charsets that pages declare: "windows-1258", "viscii", "x-viet-tcvn5712".
std::optional<LegacyEncoding> encoding_of_charset(std::string_view charset);

}  // namespace kehoach::language
