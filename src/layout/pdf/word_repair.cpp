#include "layout/pdf/word_repair.h"

#include <string_view>
#include <vector>

#include "language/context_marks.h"
#include "layout/pdf/page_words.h"
#include "layout/pdf/word_core.h"
#include "layout/text/mark.h"

namespace kehoach::layout {
namespace {

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

void WordRepair::repair(PageText& page) {
  for (auto& row : page.rows)
    for (const auto& repair : lexicon_.labels.repairs(row))
      put(row.words[repair.word], repair.text, page.number);
  by_lexicon(page);
  by_context(page);
}

void WordRepair::by_lexicon(PageText& page) {
  PageWords words(page);
  for (const auto& repair : lexicon_.proven.repairs(words.seen()))
    put(words.word(repair.word), repair.text, page.number);
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
  for (const auto& repair : language::repairs_by_context(all, lexicon_.pairs))
    put(words.word(repair.word), repair.text, page.number);
}

void WordRepair::report(base::Diagnostics& diagnostics) const {
  if (repaired_ == 0) return;
  diagnostics.push_back({"words-repaired",
                         base::Severity::kInfo,
                         std::to_string(repaired_) + (repaired_ == 1 ? " word" : " words") +
                             " read off images were put right where the lexicon or the words "
                             "beside them leave one reading (" +
                             example_ + "); `original` of a value's evidence keeps what was read",
                         page_,
                         {}});
}

}  // namespace kehoach::layout
