#include "layout/pdf/word_repair.h"

#include <string_view>
#include <vector>

#include "base/counted.h"
#include "language/comparison.h"
#include "language/context_marks.h"
#include "language/syllable.h"
#include "layout/pdf/page_words.h"
#include "layout/pdf/word_core.h"
#include "layout/text/mark.h"

namespace kehoach::layout {
namespace {

// Marks are faint where a few words, and one in so many, lost a tone for sure: of eight real scans
// in six, of 38 made of files in one.
constexpr std::size_t kFewLost = 3, kLostWords = 150;

// "IV.", before the title of a section.
bool heads_section(const std::string& label) {
  const auto mark = read_mark_text(label + " ");
  return mark && mark->kind == MarkKind::kRoman && mark->size == label.size();
}

}  // namespace

void WordRepair::put(PageWord& word, std::string_view letters, int page) {
  const std::string was = word.text;
  put_letters(word, core_of(was), letters);
  if (repaired_++ > 0) return;
  example_ = "\"" + was + "\" is \"" + word.text + "\"";
  page_ = page;
}

void WordRepair::repair(const std::vector<PageText*>& pages) {
  for (auto* page : pages) {
    by_labels(*page);
    by_lexicon(*page);
    count_lost(*page);
  }
  for (auto* page : pages) by_context(*page);
}

void WordRepair::by_labels(PageText& page) {
  for (auto& row : page.rows)
    for (const auto& repair : lexicon_.labels.repairs(row))
      put(row.words[repair.word], repair.text, page.number);
}

void WordRepair::by_lexicon(PageText& page) {
  PageWords words(page);
  for (const auto& repair : lexicon_.proven.repairs(words.seen())) {
    lost_ += language::has_lost_tone(words.seen()[repair.word].word);
    put(words.word(repair.word), repair.text, page.number);
  }
}

// Syllables that are none for want of a tone.
void WordRepair::count_lost(PageText& page) {
  const PageWords words(page);
  words_ += words.seen().size();
  for (const auto& seen : words.seen())
    lost_ += language::has_lost_tone(seen.word) && !language::starts_upper(seen.word) &&
             !language::is_common_syllable(seen.word);
}

bool WordRepair::are_marks_faint() const {
  return lost_ >= kFewLost && lost_ * kLostWords >= words_;
}

void WordRepair::by_context(PageText& page) {
  PageWords words(page);
  std::vector<bool> headings;  // by row
  for (const auto& row : page.rows)
    headings.push_back(!row.words.empty() && heads_section(row.words.front().text));
  std::vector<language::WordInContext> all;
  for (std::size_t i = 0; i < words.seen().size(); ++i) {
    const auto& seen = words.seen()[i];
    all.push_back({seen.word, seen.joined, {}, seen.begins_line, headings[words.at(i).row]});
  }
  for (const auto& repair : language::repairs_by_context(all, lexicon_.pairs, are_marks_faint()))
    put(words.word(repair.word), repair.text, page.number);
}

void WordRepair::report(base::Diagnostics& diagnostics) const {
  if (repaired_ == 0) return;
  diagnostics.push_back({"words-repaired",
                         base::Severity::kInfo,
                         base::counted(repaired_, "word") +
                             " read off images were put right where the lexicon or the words "
                             "beside them leave one reading (" +
                             example_ + "); `original` of a value's evidence keeps what was read",
                         page_,
                         {}});
}

}  // namespace kehoach::layout
