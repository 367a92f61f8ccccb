#include <string>
#include <vector>

#include "base/utf8.h"
#include "language/edits.h"
#include "language/legacy/legacy_decoding.h"
#include "language/letters.h"
#include "language/syllable.h"

namespace kehoach::language {
namespace {

// A word by the case of its letters. Soft letters are lower-case ones with a tone: their code is
// that of the capital too.
struct CasedWord {
  std::size_t begin = 0, end = 0;
  std::size_t upper = 0, lower = 0, soft = 0;
  bool joined = false;  // to the word before: nothing but spaces in between
  // More than one capital and nothing that contradicts: "KếT", "HOạCH", "UBND".
  bool in_capitals() const { return lower == 0 && upper >= 2; }
  bool open() const { return lower == 0 && soft > 0 && upper < 2; }
};

void count(CasedWord& word, char32_t code_point) {
  const Letter found = letter(code_point);
  if (found.base == 0) return void(++word.lower);
  if (found.upper) {
    ++word.upper;
  } else {
    ++(found.tone == Tone::kLevel ? word.lower : word.soft);
  }
}

std::string upper_text(std::string_view utf8) {
  std::string result;
  for (std::size_t i = 0; i < utf8.size();) {
    base::append_code_point(result, upper_code_point(base::next_code_point(utf8, i)));
  }
  return result;
}

// Words of one text from front to back, with the one before and the one behind at hand.
class CapitalRestorer {
 public:
  explicit CapitalRestorer(std::string_view utf8) : utf8_(utf8), rewriter_(utf8) {}

  Normalized run() {
    std::size_t i = 0;
    next_ = next_word(i);
    while (next_.begin < next_.end) {
      before_ = word_;
      word_ = next_;
      next_ = next_word(i);
      if (is_capital()) {
        rewriter_.replace(word_.begin, word_.end,
                          upper_text(utf8_.substr(word_.begin, word_.end - word_.begin)));
      }
    }
    return rewriter_.finish();
  }

 private:
  bool is_capital() const {
    if (word_.soft == 0) return false;
    if (word_.in_capitals()) return true;
    if (!word_.open()) return false;
    // "Uỷ BAN", "Xã" between "HòA" and "HộI": as its neighbours are, where both are syllables (an
    // abbreviation is in capitals anywhere).
    const bool before = word_.joined && before_.begin < before_.end;
    const bool behind = next_.joined;
    if (!before && !behind) return false;
    return (!before || shows_capitals(before_)) && (!behind || shows_capitals(next_)) &&
           (word_.upper > 0 || (before && behind));
  }

  bool shows_capitals(const CasedWord& word) const {
    return word.in_capitals() && is_syllable(utf8_.substr(word.begin, word.end - word.begin));
  }

  CasedWord next_word(std::size_t& i) const {
    CasedWord word;
    word.joined = true;
    std::size_t begin = i;
    for (; i < utf8_.size(); begin = i) {
      const char32_t c = base::next_code_point(utf8_, i);
      if (is_letter(c)) break;
      word.joined = word.joined && c == U' ';
    }
    word.begin = begin;
    word.end = begin;
    if (begin == utf8_.size()) {
      word.joined = false;
      return word;
    }
    for (i = begin; i < utf8_.size(); word.end = i) {
      std::size_t after = i;
      const char32_t c = base::next_code_point(utf8_, after);
      if (!is_letter(c)) break;
      count(word, c);
      i = after;
    }
    return word;
  }

  std::string_view utf8_;
  Rewriter rewriter_;
  CasedWord before_, word_, next_;
};

}  // namespace

Normalized restore_capitals(std::string_view utf8) { return CapitalRestorer(utf8).run(); }

}  // namespace kehoach::language
