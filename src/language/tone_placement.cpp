#include "language/tone_placement.h"

#include "language/letters.h"

namespace kehoach::language {
namespace {

bool has_quality(char32_t base) {
  return base == U'ă' || base == U'â' || base == U'ê' || base == U'ô' || base == U'ơ';
}

// o before a or e, u before y: the medial pairs whose tone wanders.
bool is_wandering_pair(char32_t first, char32_t second) {
  return (first == U'o' && (second == U'a' || second == U'e')) || (first == U'u' && second == U'y');
}

// True if the letter before `first` makes it part of the onset (qu, gi).
bool belongs_to_onset(std::span<const char32_t> word, std::size_t first) {
  if (first == 0) return false;
  const char32_t before = word[first - 1], base = letter(word[first]).base;
  return (before == U'q' && base == U'u') || (before == U'g' && base == U'i');
}

// True if the tone of the pair at `first` belongs on its second vowel.
bool tone_on_second(std::span<const char32_t> word, std::size_t first, Letter a, Letter b) {
  if (has_quality(b.base)) return !has_quality(a.base);
  if (belongs_to_onset(word, first)) return true;
  return is_wandering_pair(a.base, b.base) && first + 2 < word.size();
}

}  // namespace

void place_tones(std::span<char32_t> word) {
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {
    if (word[i] < 0x80 && word[i + 1] < 0x80) continue;  // no tone in the pair
    const Letter a = letter(word[i]), b = letter(word[i + 1]);
    if (!a.vowel || !b.vowel || (a.tone == Tone::kLevel) == (b.tone == Tone::kLevel)) continue;
    const bool on_second = a.tone == Tone::kLevel;
    if (!on_second && tone_on_second(word, i, a, b)) {
      word[i] = a.base;
      word[i + 1] = with_tone(b.base, a.tone);
    } else if (on_second && is_wandering_pair(a.base, b.base) && i + 2 == word.size() &&
               !belongs_to_onset(word, i)) {
      word[i] = with_tone(a.base, b.tone);
      word[i + 1] = b.base;
    }
  }
}

}  // namespace kehoach::language
