#include "layout/pdf/head_words.h"

#include <string>
#include <utility>
#include <vector>

#include "language/context_marks.h"
#include "layout/pdf/line_look.h"
#include "layout/pdf/page_words.h"
#include "layout/pdf/word_core.h"

namespace kehoach::layout {
namespace {

constexpr double kHead = 0.5;         // of the page's height
constexpr std::size_t kMostRows = 6;  // that are read again

using Letters = std::vector<std::string>;

std::vector<language::WordInContext> in_context(const PageWords& words, const Letters& letters,
                                                const Letters& others) {
  std::vector<language::WordInContext> all;
  for (std::size_t i = 0; i < letters.size(); ++i)
    all.push_back({letters[i], words.seen()[i].joined, others[i]});
  return all;
}

// The letters of one word with nothing but signs around them; else nothing.
std::string letters_of(const std::string& text) {
  const auto core = core_of(text);
  return core.end > 0 && core.plain ? std::string(core.of(text)) : std::string();
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
    if (page.rows[at.row].box.y1 > kHead * page.height) break;
    if (places.empty() || places.back().row != at.row) {
      if (rows++ == kMostRows) break;
    }
    doubted.push_back(i);
    places.push_back({at.row, at.word, at.word + 1});
  }
  const auto readings = read_lines(eyes, page, places);
  for (std::size_t k = 0; !readings.empty() && k < readings.front().size(); ++k) {
    others.assign(letters.size(), {});
    for (std::size_t d = 0; d < doubted.size(); ++d)
      others[doubted[d]] = letters_of(words_in(readings[d][k], words.word(doubted[d]).box));
    for (auto& choice : language::choices_by_context(in_context(words, letters, others), pairs)) {
      auto& word = words.word(choice.word);
      put_letters(word, core_of(word.text), choice.text);
      letters[choice.word] = std::move(choice.text);
    }
  }
}

}  // namespace kehoach::layout
