#include "plan/tasks/person_names.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"

namespace kehoach::plan {
namespace {

constexpr std::string_view kNameStage = "names";
constexpr std::size_t kShortest = 2, kLongest = 4;  // syllables of a name
constexpr std::size_t kMostSyllables = 40;

struct Syllable {
  std::size_t begin = 0, end = 0;  // bytes
  bool opens = false;              // is a family name, or stands before one
  bool address = false;
};

bool is_name_word(std::string_view word) {
  if (!language::starts_upper(word)) return false;
  for (std::size_t i = 0; i < word.size();)
    if (!language::is_letter(base::next_code_point(word, i))) return false;
  return !language::is_upper_word(word) || word.size() == 1;
}

// None where a word is no part of a person's name.
std::optional<std::vector<Syllable>> syllables_of(const match::TokenSequence& tokens) {
  std::vector<Syllable> syllables;
  for (const match::Token& token : tokens.tokens) {
    const std::string_view word = tokens.slice(token);
    const bool known = token.is("surname");
    const bool address = token.is("surname", "address");
    if (!address && !is_name_word(word)) return std::nullopt;
    syllables.push_back({token.span.begin, token.span.end, known, address});
  }
  return syllables;
}

// A name more costs most; of as many, names of three syllables are the likeliest, then of four.
std::size_t cost_of(std::size_t length) { return 10 + (length == 3 ? 0 : length == 4 ? 1 : 2); }

// Where each name begins: as few names as there can be. Empty if the syllables do not make names.
std::vector<std::size_t> name_starts(const std::vector<Syllable>& syllables) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const std::size_t count = syllables.size();
  std::vector<std::size_t> cost(count + 1, kNone), start(count + 1, 0);
  cost[0] = 0;
  for (std::size_t begin = 0; begin < count; ++begin) {
    if (cost[begin] == kNone || !syllables[begin].opens) continue;
    const std::size_t first = begin + (syllables[begin].address ? 1 : 0);
    for (std::size_t end = first + kShortest; end <= std::min(count, first + kLongest); ++end) {
      const bool crossed = std::any_of(syllables.begin() + static_cast<std::ptrdiff_t>(begin + 1),
                                       syllables.begin() + static_cast<std::ptrdiff_t>(end),
                                       [](const Syllable& syllable) { return syllable.address; });
      const std::size_t here = cost[begin] + cost_of(end - first);
      if (crossed || here >= cost[end]) continue;
      cost[end] = here;
      start[end] = begin;
    }
  }
  if (cost[count] == kNone) return {};
  std::vector<std::size_t> starts;
  for (std::size_t end = count; end > 0; end = start[end]) starts.push_back(start[end]);
  std::reverse(starts.begin(), starts.end());
  return starts;
}

}  // namespace

std::vector<std::string> split_persons(const match::Matcher& matcher, const std::string& text) {
  const match::TokenSequence tokens = matcher.tokenize(text, kNameStage);
  if (tokens.tokens.size() <= kLongest || tokens.tokens.size() > kMostSyllables) return {text};
  const auto syllables = syllables_of(tokens);
  if (!syllables) return {text};
  const auto starts = name_starts(*syllables);
  if (starts.size() < 2) return {text};
  std::vector<std::string> names;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t last = i + 1 < starts.size() ? starts[i + 1] - 1 : syllables->size() - 1;
    const std::size_t begin = (*syllables)[starts[i]].begin;
    names.push_back(text.substr(begin, (*syllables)[last].end - begin));
  }
  return names;
}

}  // namespace kehoach::plan
