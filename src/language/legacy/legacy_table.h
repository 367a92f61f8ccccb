// What each code of a legacy encoding stands for: one table each.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "language/legacy/legacy_encoding.h"
#include "language/letters.h"

namespace kehoach::language {

// A letter by itself, or a mark that changes the letter before it, or neither (as in ASCII).
struct LegacyCode {
  char32_t letter = 0;
  bool mark = false;
  char32_t shape = 0;  // of a mark: U'^' and U'(' make â and ă of a; 0: the tone only
  Tone tone = Tone::kLevel;
};

using LegacyTable = std::array<LegacyCode, 256>;

const LegacyTable& legacy_table(LegacyEncoding encoding);

// The character that windows-1252 has for a byte; Latin-1's controls in its five holes.
char32_t windows_1252(unsigned char byte);

// The byte that a character is the reading of, as windows-1252 or Latin-1 (both at once: Latin-1
// has controls in the places where windows-1252 has signs); nothing for characters of neither.
std::optional<unsigned char> byte_of(char32_t code_point);

// One character of a legacy text with the marks behind it.
struct LegacyLetter {
  char32_t source = 0;    // its first character
  char32_t value = 0;     // what it stands for; `source` where the table says nothing
  std::size_t end = 0;    // where the next one begins
  bool unmapped = false;  // no sign, yet the table has no letter for it
};

// The one that begins at `begin` of `utf8`.
LegacyLetter next_legacy_letter(const LegacyTable& table, std::string_view utf8, std::size_t begin);

}  // namespace kehoach::language
