#include "language/letters.h"

#include <unicode/uchar.h>

#include <array>

namespace kehoach::language {
namespace {

// Every vowel with its six tones, in the order of Tone.
constexpr std::u32string_view kVowels[] = {U"aàảãáạ", U"ăằẳẵắặ", U"âầẩẫấậ", U"eèẻẽéẹ",
                                           U"êềểễếệ", U"iìỉĩíị", U"oòỏõóọ", U"ôồổỗốộ",
                                           U"ơờởỡớợ", U"uùủũúụ", U"ưừửữứự", U"yỳỷỹýỵ"};
constexpr std::u32string_view kUpperVowels[] = {U"AÀẢÃÁẠ", U"ĂẰẲẴẮẶ", U"ÂẦẨẪẤẬ", U"EÈẺẼÉẸ",
                                                U"ÊỀỂỄẾỆ", U"IÌỈĨÍỊ", U"OÒỎÕÓỌ", U"ÔỒỔỖỐỘ",
                                                U"ƠỜỞỠỚỢ", U"UÙỦŨÚỤ", U"ƯỪỬỮỨỰ", U"YỲỶỸÝỴ"};
constexpr std::u32string_view kAsciiBases = U"aaaeeiooouuy";

constexpr char32_t kLowTableEnd = 0x1C0;  // past ư
constexpr char32_t kHighTableBegin = 0x1EA0, kHighTableEnd = 0x1F00;

struct Tables {
  std::array<Letter, kLowTableEnd> low{};
  std::array<Letter, kHighTableEnd - kHighTableBegin> high{};
  std::array<unsigned char, kLowTableEnd> vowel_index{};  // of a base, into kVowels

  constexpr Tables() {
    vowel_index.fill(std::size(kVowels));
    for (char32_t c = U'a'; c <= U'z'; ++c) {
      low[c] = {c, c, Tone::kLevel, false, false};
      low[c - 32] = {c, c, Tone::kLevel, true, false};
    }
    low[U'đ'] = {U'đ', U'đ', Tone::kLevel, false, false};
    low[U'Đ'] = low[0xD0] = {U'đ', U'đ', Tone::kLevel, true, false};
    for (std::size_t v = 0; v < std::size(kVowels); ++v) {
      for (std::size_t t = 0; t < 6; ++t) {
        put(kVowels[v][t], {kVowels[v][0], kVowels[v][t], static_cast<Tone>(t), false, true});
        put(kUpperVowels[v][t], {kVowels[v][0], kVowels[v][t], static_cast<Tone>(t), true, true});
        vowel_index[kVowels[v][0]] = static_cast<unsigned char>(v);
      }
    }
  }
  constexpr void put(char32_t c, Letter value) {
    (c < kLowTableEnd ? low[c] : high[c - kHighTableBegin]) = value;
  }
};

constexpr Tables kTables;

std::size_t vowel_index(char32_t base) {
  return base < kLowTableEnd ? kTables.vowel_index[base] : std::size(kVowels);
}

}  // namespace

Letter letter(char32_t code_point) {
  if (code_point < kLowTableEnd) return kTables.low[code_point];
  if (code_point >= kHighTableBegin && code_point < kHighTableEnd) {
    return kTables.high[code_point - kHighTableBegin];
  }
  return {};
}

char32_t with_tone(char32_t base, Tone tone) {
  const std::size_t v = vowel_index(base);
  return v == std::size(kVowels) ? base : kVowels[v][static_cast<std::size_t>(tone)];
}

char32_t ascii_base(char32_t base) {
  if (base == U'đ') return U'd';
  const std::size_t v = vowel_index(base);
  return v == std::size(kVowels) ? base : kAsciiBases[v];
}

char32_t lower_code_point(char32_t code_point) {
  if (code_point < 0x80) {
    return code_point >= U'A' && code_point <= U'Z' ? code_point + 32 : code_point;
  }
  const Letter found = letter(code_point);
  if (found.base != 0) return found.lower;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code_point)));
}

char32_t upper_code_point(char32_t code_point) {
  if (code_point < 0x80) {
    return code_point >= U'a' && code_point <= U'z' ? code_point - 32 : code_point;
  }
  return static_cast<char32_t>(u_toupper(static_cast<UChar32>(code_point)));
}

bool is_letter(char32_t code_point) {
  if (letter(code_point).base != 0) return true;
  if (code_point < 0x80) return false;
  constexpr unsigned kLettersAndMarks = U_GC_L_MASK | U_GC_M_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & kLettersAndMarks) != 0;
}

bool is_digit(char32_t code_point) {
  if (code_point < 0x80) return code_point >= U'0' && code_point <= U'9';
  return u_isdigit(static_cast<UChar32>(code_point)) != 0;
}

bool is_space(char32_t code_point) {
  if (code_point < 0x80) return code_point == U' ' || (code_point >= 9 && code_point <= 13);
  switch (code_point) {
    case 0x85:
    case 0xA0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return true;
    default:
      return code_point >= 0x2000 && code_point <= 0x200A;
  }
}

bool is_invisible(char32_t code_point) {
  if (code_point < 0xAD) return false;
  return code_point == 0xAD || (code_point >= 0x200B && code_point <= 0x200F) ||
         (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2060 && code_point <= 0x2064) || code_point == 0xFEFF ||
         code_point == 0x180E || (code_point >= 0x2066 && code_point <= 0x2069);
}

}  // namespace kehoach::language
