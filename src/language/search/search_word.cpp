#include "language/search/search_word.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"
#include "language/tone_placement.h"

namespace kehoach::language {
namespace {

constexpr std::size_t kLongestWord = 64;  // what is longer is no word of any text

// i and y are one sound at the end of a syllable that has no other vowel: kỹ, lý, quý, ý.
bool ends_in_lone_y(std::u32string_view word) {
  if (word.empty() || letter(word.back()).base != U'y') return false;
  std::u32string_view before = word.substr(0, word.size() - 1);
  if (before.ends_with(U"qu")) before.remove_suffix(1);
  return std::none_of(before.begin(), before.end(), [](char32_t c) { return letter(c).vowel; });
}

}  // namespace

void to_search_word(std::u32string& letters) {
  if (letters.size() > kLongestWord) letters.resize(kLongestWord);
  for (char32_t& c : letters) c = lower_code_point(c);
  place_tones(letters);
  if (ends_in_lone_y(letters)) letters.back() = with_tone(U'i', letter(letters.back()).tone);
}

std::string folded_word(std::u32string_view letters) {
  std::string out;
  for (char32_t c : letters) {
    const Letter found = letter(c);
    if (found.base == 0 && c >= 0x80) return search_form(base::encode_utf8(letters));
    out.push_back(static_cast<char>(found.base != 0 ? ascii_base(found.base) : c));
  }
  return out;
}

}  // namespace kehoach::language
