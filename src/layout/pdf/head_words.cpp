#include "layout/pdf/head_words.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "language/comparison.h"
#include "language/context_marks.h"
#include "layout/pdf/line_look.h"
#include "layout/pdf/page_words.h"
#include "layout/pdf/word_core.h"

namespace kehoach::layout {
namespace {

constexpr double kHead = 0.5;         // of the page's height
constexpr std::size_t kMostRows = 6;  // that are read again
constexpr std::size_t kMostWords = 60;

using Letters = std::vector<std::string>;

std::vector<language::WordInContext> in_context(const PageWords& words, const Letters& letters,
                                                const Letters& others) {
  std::vector<language::WordInContext> all;
  for (std::size_t i = 0; i < letters.size(); ++i)
    all.push_back({letters[i], words.seen()[i].joined, others[i], words.seen()[i].begins_line});
  return all;
}

// The letters of one word with nothing but signs around them; else nothing.
std::string letters_of(const std::string& text) {
  const auto core = core_of(text);
  return core.end > 0 && core.plain ? std::string(core.of(text)) : std::string();
}

// How often the readings of a line have what in a word's place, in comparison form.
std::map<std::string, std::size_t> votes_of(const LineReadings& readings, const PageWord& word) {
  std::map<std::string, std::size_t> votes;
  for (const auto& reading : readings)
    ++votes[language::comparison_form(letters_of(words_in(reading, word.box)))];
  return votes;
}

// What two readings of the line, and more than agree with the first one, have in the word's place;
// empty: nothing.
std::string agreed(const LineReadings& readings, const PageWord& word, const std::string& first) {
  auto votes = votes_of(readings, word);
  const auto confirmed = votes[language::comparison_form(first)];
  std::string most;
  std::size_t best = std::max<std::size_t>(confirmed, 1);
  for (const auto& [letters, count] : votes) {
    if (letters.empty() || count < best) continue;
    most = count > best ? letters : std::string();  // as many for another: nothing is agreed on
    best = count;
  }
  return most;
}

// Whether no others can come to agree on anything else.
bool confirmed(const LineReadings& readings, const PageWord& word, const std::string& first,
               std::size_t most) {
  auto votes = votes_of(readings, word);
  const auto form = language::comparison_form(first);
  const auto for_first = votes[form];
  std::size_t against = 0;
  for (const auto& [letters, count] : votes)
    if (letters != form && !letters.empty()) against = std::max(against, count);
  return for_first >= std::max<std::size_t>(1, against + most - readings.size());
}

}  // namespace

void look_at_head_words(PageText& page, const read::PageEyes& eyes,
                        const language::SyllablePairs& pairs) {
  PageWords words(page);
  Letters letters;
  for (const auto& seen : words.seen()) letters.emplace_back(seen.word);
  Letters others(letters.size());
  std::vector<std::size_t> doubted;
  std::vector<LinePlace> places;
  std::size_t rows = 0;
  for (const auto i : language::words_in_doubt(in_context(words, letters, others), pairs)) {
    const auto at = words.at(i);
    if (doubted.size() == kMostWords) break;
    if (page.rows[at.row].box.y1 > kHead * page.height) continue;
    if (places.empty() || places.back().row != at.row) {
      if (rows++ == kMostRows) break;
    }
    doubted.push_back(i);
    places.push_back({at.row, at.word, at.word + 1});
  }
  const auto readings = read_lines(
      eyes, page, places, [&](std::size_t d, const LineReadings& so_far, std::size_t most) {
        return confirmed(so_far, words.word(doubted[d]), letters[doubted[d]], most);
      });
  for (std::size_t d = 0; d < doubted.size(); ++d)
    others[doubted[d]] = agreed(readings[d], words.word(doubted[d]), letters[doubted[d]]);
  for (const auto& choice :
       language::choices_by_context(in_context(words, letters, others), pairs)) {
    auto& word = words.word(choice.word);
    put_letters(word, core_of(word.text), choice.text);
  }
}

}  // namespace kehoach::layout
