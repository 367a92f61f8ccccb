#include "language/legacy/legacy_table.h"

#include <initializer_list>
#include <iterator>

#include "base/utf8.h"

namespace kehoach::language {
namespace {

using Row = std::u32string_view;

// Codes from 0x80 on, a row for sixteen; a full stop where there is no letter. From the standards
// (TCVN 5712:1993, RFC 1456) and, for VNI, VPS and Vietware, which have none, from the fonts; held
// against Unikey's tables and, where it knows them, iconv's.
constexpr Row kTcvn3 =
    U"................"
    U"................"
    U".ĂÂÊÔƠƯĐăâêôơưđ."
    U".....àảãáạ.ằẳẵắ."
    U"......ặầẩẫấậè.ẻẽ"
    U"éẹềểễếệìỉ...ĩíịò"
    U".ỏõóọồổỗốộờởỡớợù"
    U".ủũúụừửữứựỳỷỹýỵ.";

constexpr Row kVps =
    U"ÀẢÃẤẦẨọỗĂếềểệẮẰẲ"
    U"Ế..ỀỂỄỐỒỔỖýỷỵỚỜỞ"
    U".ắằẳẵặỠớÙờởỡŨỨợỪ"
    U"ổỬỲỸÍÌộỈĨÓửữÒỎÕự"
    U"ầÁÂấẩẫậđẻÉÊẹỉễịỹ"
    U"ƯỦồốÔỏơÈừứÚũưÝẺ."
    U"àáâãảạă.èéêẽìí.ĩ"
    U"ẴĐòóôõ.Ơụùúủ.ỶẼỳ";

// 0xA0 is Õ too; but it is the no-break space of every page far more often.
constexpr Row kViscii =
    U"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"
    U"ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
    U".ắằặấầẩậẽẹếềểễệố"
    U"ồổỗỠƠộờởịỰỨỪỬơớƯ"
    U"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"
    U"ĐứÒÓÔạỷừửÙÚỹỵÝỡư"
    U"àáâãảăữẫèéêẻìíĩỉ"
    U"đựòóôõỏọụùúũủýợỮ";

// Those whose tones and shapes are codes of their own: only what is a letter by itself.
constexpr Row kVni =
    U"................"
    U"................"
    U"................"
    U"................"
    U"......Ỉ.....ÌÍỴ."
    U".ĐỊĨƠ.Ư........."
    U"......ỉ.....ìíỵ."
    U".địĩơ.ư.........";

constexpr Row kWindows1258 =
    U"................"
    U"................"
    U"................"
    U"................"
    U"ÀÁÂĂ...ÇÈÉÊË.ÍÎÏ"
    U"ĐÑ.ÓÔƠÖ.ØÙÚÛÜƯ.ß"
    U"àáâă...çèéêë.íîï"
    U"đñ.óôơö.øùúûüư₫ÿ";

constexpr Row kVietwareX =
    U"................"
    U"................"
    U"................"
    U"................"
    U"ĂÂĐÊÔƠƯÌỈĨÍỊ...."
    U"................"
    U"ăâđêôơưìỉĩíị...."
    U"................";

// A lower-case mark and its capital twin, 0x20 below, mean the same.
struct Marks {
  unsigned char code = 0;
  Tone tone = Tone::kLevel;
  char32_t shape = 0;
};

constexpr Marks kVniMarks[] = {
    {0xF9, Tone::kAcute},       {0xF8, Tone::kGrave},       {0xFB, Tone::kHook},
    {0xF5, Tone::kTilde},       {0xEF, Tone::kDot},         {0xE2, Tone::kLevel, U'^'},
    {0xE1, Tone::kAcute, U'^'}, {0xE0, Tone::kGrave, U'^'}, {0xE5, Tone::kHook, U'^'},
    {0xE3, Tone::kTilde, U'^'}, {0xE4, Tone::kDot, U'^'},   {0xEA, Tone::kLevel, U'('},
    {0xE9, Tone::kAcute, U'('}, {0xE8, Tone::kGrave, U'('}, {0xFA, Tone::kHook, U'('},
    {0xFC, Tone::kTilde, U'('}, {0xEB, Tone::kDot, U'('},
};

// By the shape of the letter below: three sets for one set of tones.
constexpr Marks kVietwareXMarks[] = {
    {0xEF, Tone::kAcute}, {0xEC, Tone::kGrave}, {0xED, Tone::kHook}, {0xEE, Tone::kTilde},
    {0xF5, Tone::kAcute}, {0xF2, Tone::kGrave}, {0xF3, Tone::kHook}, {0xF4, Tone::kTilde},
    {0xFA, Tone::kAcute}, {0xF6, Tone::kGrave}, {0xF8, Tone::kHook}, {0xF9, Tone::kTilde},
    {0xFB, Tone::kDot},   {0xFC, Tone::kDot},   {0xF1, Tone::kDot},
};

constexpr LegacyTable letters_of(Row row) {
  LegacyTable table{};
  for (std::size_t i = 0; i < 128; ++i) {
    if (row[i] != U'.') table[0x80 + i].letter = row[i];
  }
  return table;
}

template <std::size_t N>
constexpr LegacyTable with_marks(Row row, const Marks (&marks)[N]) {
  LegacyTable table = letters_of(row);
  for (const Marks& mark : marks) {
    table[mark.code] = table[mark.code - 0x20u] = {0, true, mark.shape, mark.tone};
  }
  return table;
}

// Capitals that found no place above 0x80 stand among the controls.
constexpr LegacyTable with_controls(Row row, std::initializer_list<LegacyCode> letters,
                                    std::initializer_list<unsigned char> codes) {
  LegacyTable table = letters_of(row);
  auto code = codes.begin();
  for (const LegacyCode& entry : letters) table[*code++] = entry;
  return table;
}

constexpr LegacyTable windows_1258() {
  LegacyTable table = letters_of(kWindows1258);
  table[0xCC] = {0, true, 0, Tone::kGrave};
  table[0xD2] = {0, true, 0, Tone::kHook};
  table[0xDE] = {0, true, 0, Tone::kTilde};
  table[0xEC] = {0, true, 0, Tone::kAcute};
  table[0xF2] = {0, true, 0, Tone::kDot};
  return table;
}

constexpr std::array<LegacyTable, kLegacyEncodings> kTables = {
    letters_of(kTcvn3),
    with_marks(kVni, kVniMarks),
    with_controls(kVps,
                  {{U'Ạ'},
                   {U'Ậ'},
                   {U'Ặ'},
                   {U'Ẹ'},
                   {U'Ệ'},
                   {U'Ị'},
                   {U'Ọ'},
                   {U'Ộ'},
                   {U'Ợ'},
                   {U'Ụ'},
                   {U'Ự'},
                   {U'Ỵ'},
                   {U'Ẫ'},
                   {U'Ữ'}},
                  {2, 3, 4, 5, 6, 0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x19, 0x1C, 0x1D}),
    with_controls(kViscii, {{U'Ẳ'}, {U'Ẵ'}, {U'Ẫ'}, {U'Ỷ'}, {U'Ỹ'}, {U'Ỵ'}},
                  {2, 5, 6, 0x14, 0x19, 0x1E}),
    windows_1258(),
    with_marks(kVietwareX, kVietwareXMarks),
};

// Of windows-1252, from 0x80 on; 0 where it has none.
constexpr char32_t kSigns[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                               0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                               0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                               0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The letter that a mark makes of `base`, in the case of `base`; 0 if it cannot stand there.
char32_t with_mark(char32_t base, const LegacyCode& mark) {
  const Letter below = letter(base);
  if (!below.vowel || below.tone != Tone::kLevel) return 0;
  char32_t shaped = below.base;
  if (mark.shape == U'^') {
    shaped = shaped == U'a' ? U'â' : shaped == U'e' ? U'ê' : shaped == U'o' ? U'ô' : 0;
  } else if (mark.shape == U'(') {
    shaped = shaped == U'a' ? U'ă' : 0;
  }
  if (shaped == 0) return 0;
  const char32_t marked = with_tone(shaped, mark.tone);
  return below.upper ? upper_code_point(marked) : marked;
}

LegacyCode code_of(const LegacyTable& table, char32_t source) {
  const auto byte = byte_of(source);
  return byte ? table[*byte] : LegacyCode{};
}

// Controls and the letters of Latin-1. Its signs are signs in the old fonts too, where these put no
// letter there.
bool needs_letter(char32_t source) {
  if (source < 0x20) return !(source >= 9 && source <= 13);
  if (source < 0xA0) return source >= 0x7F;
  return source >= 0xC0 && source < 0x100 && source != 0xD7 && source != 0xF7;
}

}  // namespace

const LegacyTable& legacy_table(LegacyEncoding encoding) {
  return kTables[static_cast<std::size_t>(encoding)];
}

char32_t windows_1252(unsigned char byte) {
  const bool sign = byte >= 0x80 && byte < 0xA0 && kSigns[byte - 0x80] != 0;
  return sign ? kSigns[byte - 0x80] : byte;
}

std::optional<unsigned char> byte_of(char32_t code_point) {
  if (code_point < 0x100) return static_cast<unsigned char>(code_point);
  if (code_point > 0x2122) return std::nullopt;
  for (std::size_t i = 0; i < std::size(kSigns); ++i) {
    if (kSigns[i] == code_point) return static_cast<unsigned char>(0x80 + i);
  }
  return std::nullopt;
}

LegacyLetter next_legacy_letter(const LegacyTable& table, std::string_view utf8,
                                std::size_t begin) {
  LegacyLetter result;
  result.end = begin;
  result.source = result.value = base::next_code_point(utf8, result.end);
  const LegacyCode code = code_of(table, result.source);
  result.unmapped = code.mark || (code.letter == 0 && needs_letter(result.source));
  if (code.letter != 0) result.value = code.letter;
  for (std::size_t next = result.end; !result.unmapped && next < utf8.size();) {
    const LegacyCode mark = code_of(table, base::next_code_point(utf8, next));
    const char32_t marked = mark.mark ? with_mark(result.value, mark) : 0;
    if (marked == 0) break;
    result.value = marked;
    result.end = next;
  }
  return result;
}

}  // namespace kehoach::language
