#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "language/edits.h"
#include "language/letters.h"
#include "language/normalize_steps.h"
#include "language/syllable_parts.h"

namespace kehoach::language {
namespace {

constexpr std::size_t kMostPieces = 7;   // of one syllable: n g h i ê n g
constexpr std::size_t kLongestRow = 24;  // of neighbouring pieces that are judged together

// What a run of letters may be, looked at alone.
struct Judgement {
  bool word = false;      // stands well for itself
  bool frequent = false;  // and does so often
  bool fragment = false;  // cannot stand for itself
  bool proof = false;     // a fragment that is no foreign word or label either
};

// A run of letters, bounded by white space or, at the ends of a row, by punctuation.
struct Piece : Judgement {
  std::size_t begin = 0, end = 0;  // bytes
  std::string_view letters;
  bool joins_before = false;  // only one space or line end between the piece before and this one
  bool after_number = false;  // "3 m": may be a unit
};

enum class Case { kLower, kUpper, kTitle, kMixed };

Case case_of(std::u32string_view letters) {
  std::size_t upper = 0;
  for (char32_t c : letters) upper += lower_code_point(c) != c;
  if (upper == 0) return Case::kLower;
  if (upper == letters.size()) return Case::kUpper;
  return upper == 1 && lower_code_point(letters[0]) != letters[0] ? Case::kTitle : Case::kMixed;
}

// Abbreviations in capitals (TP, KH, HĐND) are as good as words; single capitals are labels or
// fragments, which only their neighbours can tell.
Judgement judge(std::u32string_view letters) {
  Judgement result;
  const Case letter_case = case_of(letters);
  const auto parts = syllable_parts(letters);
  const bool single = letters.size() == 1;
  result.frequent = parts && is_frequent(*parts) && letter_case != Case::kMixed;
  result.word = result.frequent || (parts && is_common(*parts) && !single);
  // "ện", "ải" stand alone in names and idioms only: they may be the rest of a syllable as well.
  const bool rest =
      result.word && !result.frequent && letters[0] >= 0x80 && letter(letters[0]).vowel;
  result.fragment =
      rest || (!result.word && letter_case != Case::kMixed && is_syllable_stretch(letters));
  // "to a": a plain vowel is a word of other languages.
  const bool plain_vowel = single && letters[0] < 0x80 && letter(letters[0]).vowel;
  result.proof = result.fragment && !plain_vowel;
  return result;
}

// Longer runs are no part of a syllable in any spelling (7 letters of 4 bytes at most).
constexpr std::size_t kLongestPiece = 28;

bool is_opening(char32_t c) {
  return c == U'(' || c == U'[' || c == U'“' || c == U'"' || c == U'‘';
}

// The pieces of a text one after another, and where rows of joinable pieces end.
class Pieces {
 public:
  explicit Pieces(std::string_view utf8) : utf8_(utf8) {}

  // The next run of letters that could be part of a broken syllable; nothing at the end.
  std::optional<Piece> next() {
    while (position_ < utf8_.size()) {
      Piece piece = scan();
      if (!piece.letters.empty()) return piece;
    }
    return std::nullopt;
  }

 private:
  // Skips one character that is no letter, or reads the letters at the position.
  Piece scan() {
    Piece piece;
    piece.begin = position_;
    while (position_ < utf8_.size()) {
      std::size_t after = position_;
      const char32_t c = base::next_code_point(utf8_, after);
      if (!is_letter(c)) break;
      position_ = after;
    }
    piece.end = position_;
    piece.letters = utf8_.substr(piece.begin, piece.end - piece.begin);
    if (piece.letters.empty()) {
      skip();
      return piece;
    }
    piece.joins_before = gap_ == Gap::kOneBlank;
    piece.after_number = is_digit(before_last_);
    const bool bounded = bounded_before() && bounded_after();
    if (bounded) {
      static_cast<Judgement&>(piece) = judged(piece.letters);
    } else {
      piece.joins_before = false;
    }
    gap_ = bounded ? Gap::kNone : Gap::kOther;
    return piece;
  }

  // The same few thousand words make up any text, so that each is judged once.
  Judgement judged(std::string_view letters) {
    if (letters.size() > kLongestPiece) return {};
    const auto [known, is_new] = known_.try_emplace(letters);
    if (is_new) known->second = judge(base::decode_utf8(letters));
    return known->second;
  }

  void skip() {
    const char32_t c = base::next_code_point(utf8_, position_);
    const bool blank = c == U' ' || c == U'\n';
    gap_ = blank && gap_ == Gap::kNone ? Gap::kOneBlank : Gap::kOther;
    before_last_ = last_;
    last_ = c;
  }

  bool bounded_before() {
    const char32_t before = last_;
    last_ = before_last_ = 0;
    return before == 0 || before == U' ' || before == U'\n' || before == U'\t' ||
           is_opening(before);
  }

  // White space or punctuation follows: in a code ("KH-"), a word with digits or the letters of a
  // legacy font there are no pieces.
  bool bounded_after() const {
    if (position_ == utf8_.size()) return true;
    std::size_t after = position_;
    const char32_t c = base::next_code_point(utf8_, after);
    return is_space(c) ||
           std::u32string_view(U".,;:!?)]”\"’…").find(c) != std::u32string_view::npos;
  }

  enum class Gap { kNone, kOneBlank, kOther };
  std::string_view utf8_;
  std::unordered_map<std::string_view, Judgement> known_;
  std::size_t position_ = 0;
  Gap gap_ = Gap::kOther;
  char32_t last_ = 0, before_last_ = 0;  // characters since the last letter
};

using Row = std::vector<Piece>;

// How pieces [first, first + count) are read as one word.
struct Joined {
  bool possible = false;
  bool frequent = false;
};

bool case_agrees(const Row& row, std::size_t first, std::size_t count,
                 const std::u32string& letters) {
  const Case whole = case_of(letters);
  if (whole == Case::kMixed) return false;
  // "B an", "TH AN", "3 m ở": a label, an abbreviation or a unit before a word.
  const bool may_stand = whole != Case::kLower || row[first].after_number;
  return !may_stand || count > 2 || !row[first + 1].frequent ||
         !is_onset(base::decode_utf8(row[first].letters));
}

Joined join(const Row& row, std::size_t first, std::size_t count) {
  std::u32string letters;
  std::size_t fragments = 0;
  bool proof = false;
  for (std::size_t i = first; i < first + count; ++i) {
    letters += base::decode_utf8(row[i].letters);
    fragments += row[i].fragment;
    proof |= row[i].proof;
  }
  if (!proof && fragments < 2) return {};
  const auto parts = syllable_parts(letters);
  if (!parts || !is_common(*parts) || !case_agrees(row, first, count, letters)) return {};
  return {true, is_frequent(*parts)};
}

// One way to read a row: how many pieces each word takes.
struct Reading {
  std::size_t rare = 0;  // words that are in use but not frequent
  std::size_t ways = 0;  // how many readings are as good; 0: none
  std::size_t last = 0;  // pieces of the last word
};

bool better(std::size_t rare, const Reading& than) { return than.ways == 0 || rare < than.rare; }

// The best reading of every beginning of the row, each word either a piece as it stands or a join.
std::vector<Reading> read_row(const Row& row) {
  std::vector<Reading> best(row.size() + 1);
  best[0].ways = 1;
  for (std::size_t end = 1; end <= row.size(); ++end) {
    for (std::size_t count = 1; count <= std::min(end, kMostPieces); ++count) {
      const std::size_t first = end - count;
      if (best[first].ways == 0) continue;
      const Joined word =
          count == 1 ? Joined{row[first].word, row[first].frequent} : join(row, first, count);
      if (!word.possible) continue;
      const std::size_t rare = best[first].rare + !word.frequent;
      if (better(rare, best[end])) {
        best[end] = {rare, best[first].ways, count};
      } else if (rare == best[end].rare) {
        best[end].ways += best[first].ways;
      }
    }
  }
  return best;
}

struct Join {
  std::size_t first, count;
};

// The joins of the one best reading; none if there is no reading or several.
std::vector<Join> joins_of(const Row& row) {
  const std::vector<Reading> best = read_row(row);
  std::vector<Join> joins;
  if (best.back().ways != 1) return joins;
  for (std::size_t end = row.size(); end > 0; end -= best[end].last) {
    if (best[end].last > 1) joins.push_back({end - best[end].last, best[end].last});
  }
  return {joins.rbegin(), joins.rend()};
}

// Judges the pieces around fragments, row by row.
class Repair {
 public:
  explicit Repair(std::string_view utf8) : utf8_(utf8), rewriter_(utf8) {}

  Normalized run() {
    Pieces pieces(utf8_);
    while (const std::optional<Piece> piece = pieces.next()) take(*piece);
    close();
    return rewriter_.finish();
  }

 private:
  // A row is a fragment with its neighbours: it goes on while one of two neighbours is a fragment.
  void take(const Piece& piece) {
    const bool linked = !row_.empty() && piece.joins_before &&
                        (piece.fragment || row_.back().fragment) && row_.size() < kLongestRow;
    const bool usable = piece.fragment || piece.word;
    if (!linked || !usable) {
      const bool shares = !row_.empty() && piece.joins_before && piece.fragment && usable;
      const Piece before = shares ? row_.back() : Piece{};
      close();
      if (shares) row_.push_back(before);
    }
    if (usable) row_.push_back(piece);
  }

  void close() {
    const bool sound =
        std::none_of(row_.begin(), row_.end(), [](const Piece& p) { return p.fragment; });
    if (!sound) rewrite();
    row_.clear();
  }

  void rewrite() {
    for (const Join& join : joins_of(row_)) {
      for (std::size_t i = join.first + 1; i < join.first + join.count; ++i) {
        rewriter_.replace(row_[i - 1].end, row_[i].begin, "");
      }
    }
  }

  std::string_view utf8_;
  Rewriter rewriter_;
  Row row_;
};

}  // namespace

// A row of pieces is read anew where one of them is no word ("đ", "ế", "ng"): every piece must end
// up in a word that is in use, and there must be one best way to do so. Letters that stand for
// themselves (labels, "nhóm B", table heads) have no such way, and stay.
Normalized join_syllables(std::string_view utf8) { return Repair(utf8).run(); }

}  // namespace kehoach::language
