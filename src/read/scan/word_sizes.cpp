#include "read/scan/word_sizes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "language/letters.h"

namespace kehoach::read {
namespace {

// Heights above the baseline as shares of the size, of Times New Roman as of most serif types.
constexpr double kSmall = 0.46, kTall = 0.68, kDotted = 0.67, kMarked = 0.69, kTwoMarks = 0.86;
constexpr double kMarkedCapital = 0.88, kCapitalWithTwo = 1.0;
constexpr double kSameSize = 0.12;  // how far measuring errs
constexpr double kLeastSize = 3, kUsualSize = 13, kMostSize = 100;

bool has_hat(char32_t base) { return base == U'ă' || base == U'â' || base == U'ê' || base == U'ô'; }

double height_of(char32_t c) {
  if (language::is_digit(c)) return kTall;
  const language::Letter letter = language::letter(c);
  if (letter.base == 0) return 0;
  const bool tone = letter.tone != language::Tone::kLevel && letter.tone != language::Tone::kDot;
  const int marks = (tone ? 1 : 0) + (has_hat(letter.base) ? 1 : 0);
  if (letter.upper) return marks == 0 ? kTall : marks == 1 ? kMarkedCapital : kCapitalWithTwo;
  if (marks > 0) return marks == 1 ? kMarked : kTwoMarks;
  switch (letter.base) {
    case U'b':
    case U'd':
    case U'đ':
    case U'h':
    case U'k':
    case U'l':
    case U'f':
      return kTall;
    case U'i':
    case U'j':
      return kDotted;
    case U't':
      return 0.58;
    default:
      return kSmall;
  }
}

// What the word says of its size; nothing where it has no letter to measure by.
std::optional<double> measured(const ScanWord& word) {
  double highest = 0;
  for (std::size_t i = 0; i < word.text.size();)
    highest = std::max(highest, height_of(base::next_code_point(word.text, i)));
  const double ink = word.baseline - word.box.y0;
  if (highest == 0 || ink <= 0) return std::nullopt;
  return ink / highest;
}

struct Vote {
  double size = 0;
  std::size_t letters = 0;
};

double median(std::vector<Vote>& votes) {
  std::sort(votes.begin(), votes.end(),
            [](const Vote& a, const Vote& b) { return a.size < b.size; });
  std::size_t all = 0, passed = 0;
  for (const Vote& vote : votes) all += vote.letters;
  for (const Vote& vote : votes)
    if (2 * (passed += vote.letters) >= all) return vote.size;
  return 0;
}

double rounded(double size) { return std::clamp(std::round(2 * size) / 2, kLeastSize, kMostSize); }

}  // namespace

void set_sizes(std::vector<ScanWord>& words) {
  std::map<int, std::vector<Vote>> by_line;
  for (const ScanWord& word : words)
    if (const auto size = measured(word))
      by_line[word.line].push_back({*size, base::code_points(word.text)});
  std::map<int, double> sizes;
  std::vector<Vote> lines;
  for (auto& [line, votes] : by_line) {
    std::size_t letters = 0;
    for (const Vote& vote : votes) letters += vote.letters;
    sizes[line] = median(votes);
    lines.push_back({sizes[line], letters});
  }
  const double usual = lines.empty() ? kUsualSize : median(lines);
  for (ScanWord& word : words) {
    const auto known = sizes.find(word.line);
    const double size = known == sizes.end() ? usual : known->second;
    word.size = rounded(std::abs(size - usual) <= kSameSize * usual ? usual : size);
  }
}

}  // namespace kehoach::read
