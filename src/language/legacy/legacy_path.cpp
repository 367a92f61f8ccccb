#include "language/legacy/legacy_path.h"

#include <algorithm>
#include <array>
#include <limits>

namespace kehoach::language {
namespace {

constexpr std::size_t kReadings = 1 + kLegacyEncodings;

// In points of WordWorth. Fonts change at line ends and cell borders more than in mid-line: there a
// single frequent word (3 as decoded, -2 as it stands) pays for going over and back, in mid-line it
// takes three. A known font's border costs nothing: the change is seen.
constexpr int kChangeAtLine = 2, kChangeInLine = 6, kChangeAtHint = 0;
constexpr int kNamedFont = 1;
constexpr int kNever = std::numeric_limits<int>::max() / 4;

using Costs = std::array<int, kReadings>;

struct Hinted {
  const FontHint* hint = nullptr;
  bool border = false;  // the word before is in another hint or none
};

class HintWalk {
 public:
  explicit HintWalk(std::span<const FontHint> hints) : hints_(hints) {}
  Hinted at(const LegacyWord& word) {
    while (!hints_.empty() && hints_.front().end <= word.begin) hints_ = hints_.subspan(1);
    Hinted result;
    if (!hints_.empty() && hints_.front().begin < word.end) result.hint = &hints_.front();
    result.border = result.hint != before_;
    before_ = result.hint;
    return result;
  }

 private:
  std::span<const FontHint> hints_;
  const FontHint* before_ = nullptr;
};

Costs word_costs(std::string_view utf8, const LegacyWord& word, const FontHint* hint,
                 std::span<const LegacyEncoding> proved) {
  const std::string_view text = utf8.substr(word.begin, word.end - word.begin);
  Costs costs;
  costs.fill(kNever);
  costs[kAsItStands] = word.special ? -worth_as_it_stands(text).points : 0;
  const auto read_as = [&](LegacyEncoding encoding) {
    costs[reading_of(encoding)] = word.special ? -worth_decoded(text, encoding).points : 0;
  };
  for (const LegacyEncoding encoding : proved) read_as(encoding);
  if (hint) {
    if (costs[reading_of(hint->font.encoding)] == kNever) read_as(hint->font.encoding);
    costs[reading_of(hint->font.encoding)] -= kNamedFont;
  }
  return costs;
}

}  // namespace

std::vector<Reading> cheapest_path(std::string_view utf8, std::span<const LegacyWord> words,
                                   std::span<const FontHint> hints,
                                   std::span<const LegacyEncoding> proved) {
  std::vector<std::array<Reading, kReadings>> from(words.size());
  Costs sums{};
  HintWalk walk(hints);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Hinted hinted = walk.at(words[i]);
    const int change = hinted.border    ? kChangeAtHint
                       : words[i].first ? kChangeAtLine
                                        : kChangeInLine;
    const auto best = std::min_element(sums.begin(), sums.end());
    const int over = (i == 0 ? 0 : change) + *best;
    Costs next = word_costs(utf8, words[i], hinted.hint, proved);
    for (std::size_t r = 0; r < kReadings; ++r) {
      const bool stays = sums[r] <= over;
      from[i][r] = static_cast<Reading>(stays ? r : static_cast<std::size_t>(best - sums.begin()));
      next[r] = std::min(kNever, next[r] + (stays ? sums[r] : over));
    }
    // Relative to the best, so that sums stay small however long the text is.
    const int least = *std::min_element(next.begin(), next.end());
    for (int& sum : next) sum = std::min(kNever, sum - least);
    sums = next;
  }
  std::vector<Reading> path(words.size());
  auto last = static_cast<Reading>(std::min_element(sums.begin(), sums.end()) - sums.begin());
  for (std::size_t i = words.size(); i-- > 0;) {
    path[i] = last;
    last = from[i][last];
  }
  return path;
}

}  // namespace kehoach::language
