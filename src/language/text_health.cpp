#include "language/text_health.h"

#include "base/utf8.h"
#include "language/letters.h"
#include "language/syllable.h"

namespace kehoach::language {
namespace {

constexpr std::size_t kEnoughLetters = 200;
constexpr double kFewestMarks = 0.1;       // genuine: 0.27-0.31
constexpr double kFewestSyllables = 0.35;  // genuine: above 0.8, tables of codes above 0.5

bool is_marked(char32_t code_point) {
  const Letter found = letter(code_point);
  return found.base != 0 && (found.tone != Tone::kLevel || ascii_base(found.base) != found.base);
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double TextHealth::marked_share() const { return share(marked, letters); }

double TextHealth::syllable_share() const { return share(syllables, words); }

bool TextHealth::broken() const {
  return letters >= kEnoughLetters &&
         (marked_share() < kFewestMarks || syllable_share() < kFewestSyllables);
}

TextHealth measure_health(std::string_view utf8) {
  TextHealth health;
  std::size_t word = 0;
  bool beyond_ascii = false;
  const auto end_word = [&](std::size_t end) {
    if (word == end) return;
    ++health.words;
    const bool sound = is_syllable(utf8.substr(word, end - word));
    health.syllables += sound;
    health.marked_words += beyond_ascii;
    health.sound_words += beyond_ascii && sound;
    beyond_ascii = false;
  };
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t begin = i;
    const char32_t code_point = base::next_code_point(utf8, i);
    if (is_letter(code_point)) {
      ++health.letters;
      if (is_marked(code_point)) ++health.marked;
      beyond_ascii = beyond_ascii || code_point > 0x7F;
      continue;
    }
    end_word(begin);
    word = i;
  }
  end_word(utf8.size());
  return health;
}

}  // namespace kehoach::language
