// From the codes of an old font to Vietnamese letters, with the map back.
#pragma once

#include <string_view>
#include <vector>

#include "language/legacy/legacy_encoding.h"
#include "language/normalize.h"

namespace kehoach::language {

// A character that the encoding has no letter for, though it is no sign either; it was kept.
struct UnmappedCharacter {
  char32_t code_point = 0;
  std::size_t count = 0;
  bool operator==(const UnmappedCharacter&) const = default;
};

struct LegacyDecoding {
  Normalized text;  // edits: one for each changed letter (neighbours become one), as in normalize()
  std::vector<UnmappedCharacter> unmapped;  // by code point
};

// `utf8`: the reading of legacy bytes as windows-1252 or Latin-1. ASCII, signs and characters
// beyond stay. `capitals`: the font draws capitals only. Without it words of TCVN3 whose other
// letters are capitals get all of them so ("KÕ HO¹CH" is KẾ HOẠCH, not "Kế HOạCH"), since it has
// no codes for capitals with a tone. Cheap enough for single runs of a page; linear.
LegacyDecoding decode_legacy(LegacyEncoding encoding, std::string_view utf8, bool capitals = false);

// The same letter by letter, for texts whose letters are drawn one by one: what each stretch of
// `utf8` stands for. The stretches have no gaps; where nothing is to change, `value` is what stands
// there.
struct LegacyStretch {
  std::size_t begin = 0, end = 0;
  char32_t value = 0;
};
std::vector<LegacyStretch> decode_letters(LegacyEncoding encoding, std::string_view utf8,
                                          bool capitals = false);

// The step of it for capitals: `utf8` is decoded TCVN3.
Normalized restore_capitals(std::string_view utf8);

}  // namespace kehoach::language
