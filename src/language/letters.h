// Vietnamese letters taken apart: a vowel is a base (a, ă, â, e, ê, i, o, ô, ơ, u, ư, y), a tone
// and a case. One table for every function of this room, because ICU's general routes are slower
// and know nothing of tones.
#pragma once

#include <cstddef>
#include <string_view>

namespace kehoach::language {

enum class Tone : unsigned char { kLevel, kGrave, kHook, kTilde, kAcute, kDot };

struct Letter {
  char32_t base = 0;   // lower case, without tone; đ stays đ
  char32_t lower = 0;  // lower case, with its tone
  Tone tone = Tone::kLevel;
  bool upper = false;
  bool vowel = false;
};

// Taken apart; base 0 if `code_point` is no letter of the Vietnamese alphabet (f, j, w, z count as
// letters, since foreign words and codes hold them). Ð (U+00D0) counts as Đ.
Letter letter(char32_t code_point);

// Lower-case letter of a base and a tone: (U'ô', kAcute) gives U'ố'. A consonant ignores the tone.
char32_t with_tone(char32_t base, Tone tone);

// The ASCII letter below all marks: ô, ơ and ộ give o, đ gives d.
char32_t ascii_base(char32_t base);

// Case and class of any code point, Vietnamese or not.
char32_t lower_code_point(char32_t code_point);
char32_t upper_code_point(char32_t code_point);
bool is_letter(char32_t code_point);  // with combining marks, which belong to their letter
bool is_digit(char32_t code_point);
bool is_space(char32_t code_point);  // every Unicode space and line end
bool is_invisible(
    char32_t code_point);  // soft hyphen, zero-width, byte order mark, direction marks

}  // namespace kehoach::language
