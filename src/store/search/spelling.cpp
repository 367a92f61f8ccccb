#include "store/search/spelling.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "language/comparison.h"

namespace kehoach::store {
namespace {

constexpr std::size_t kLetter = 4, kSwap = 3;

std::size_t distance(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size() + 2 || b.size() > a.size() + 2) return Spelling::kFarApart;
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j * kLetter;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i * kLetter;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + kLetter, row[j - 1] + kLetter,
                         last[j - 1] + (a[i - 1] != b[j - 1] ? kLetter : 0)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + kSwap);
    }
    before = last;
    last = row;
  }
  return last.back() > 2 * kLetter ? Spelling::kFarApart : last.back();
}

}  // namespace

Spelling::Spelling(const std::string& typed)
    : folded_(language::search_form(typed)),
      typed_(base::decode_utf8(typed)),
      plain_(base::decode_utf8(folded_)) {}

std::size_t Spelling::changes(const std::string& known) const {
  const std::u32string letters = base::decode_utf8(known);
  if (letters.size() > typed_.size() + 2 || typed_.size() > letters.size() + 2) return kFarApart;
  const std::string known_folded = language::search_form(known);
  const std::size_t between =
      known_folded == folded_ ? 0 : distance(base::decode_utf8(known_folded), plain_);
  if (between == kFarApart) return kFarApart;
  const std::size_t marks = distance(letters, typed_);
  // Who types some marks means a word that has marks.
  const std::size_t bare = typed_ != plain_ && letters.size() == known.size() ? 1 : 0;
  const std::size_t wrong_marks =
      marks == kFarApart ? 3 : (std::max(marks, between) - between) / kLetter;
  return between + bare + wrong_marks;
}

std::size_t Spelling::most_changes() const { return plain_.size() < 6 ? kLetter : 2 * kLetter; }

}  // namespace kehoach::store
