#include "layout/pdf/word_repair.h"

#include <array>
#include <string_view>
#include <vector>

#include "language/comparison.h"
#include "language/context_marks.h"
#include "layout/pdf/page_words.h"
#include "layout/pdf/word_core.h"
#include "layout/text/mark.h"

namespace kehoach::layout {
namespace {

constexpr std::array<std::string_view, 8> kTitles = {
    "doc_type",       "body",           "body_head",    "position",
    "national_title", "heading_phrase", "section-word", "province"};

// "IV.", before the title of a section.
bool heads_section(const std::string& label) {
  const auto mark = read_mark_text(label + " ");
  return mark && mark->kind == MarkKind::kRoman && mark->size == label.size();
}

}  // namespace

WordRepair::WordRepair(const rules::RuleSet& rules, const language::SyllablePairs& pairs)
    : labels_(rules), pairs_(pairs) {
  const auto forms = [&](std::string_view type, auto&& add) {
    for (const auto i : rules.entries_of(type)) add(rules.lexicon[i].form);
  };
  forms("sure_word", [&](const std::string& form) { proven_.add_word(form); });
  forms("fixed_phrase", [&](const std::string& form) { proven_.add_phrase(form); });
  forms("province", [&](const std::string& form) {
    if (language::starts_upper(form)) {
      proven_.add_place(form);
    } else {
      proven_.add_phrase(form);
    }
  });
  for (const auto type : kTitles)
    forms(type, [&](const std::string& form) { proven_.add_title(form); });
  for (const auto& unit : rules.units) proven_.add_title(unit.full_name);
}

void WordRepair::put(PageWord& word, std::string_view letters, int page) {
  const std::string was = word.text;
  put_letters(word, core_of(was), letters);
  if (repaired_++ > 0) return;
  example_ = "\"" + was + "\" is \"" + word.text + "\"";
  page_ = page;
}

void WordRepair::repair(PageText& page) {
  for (auto& row : page.rows)
    for (const auto& repair : labels_.repairs(row))
      put(row.words[repair.word], repair.text, page.number);
  by_lexicon(page);
  by_context(page);
}

void WordRepair::by_lexicon(PageText& page) {
  PageWords words(page);
  for (const auto& repair : proven_.repairs(words.seen()))
    put(words.word(repair.word), repair.text, page.number);
}

void WordRepair::by_context(PageText& page) {
  PageWords words(page);
  std::vector<language::WordInContext> all;
  for (std::size_t i = 0; i < words.seen().size(); ++i) {
    const auto& seen = words.seen()[i];
    const auto& first = page.rows[words.at(i).row].words.front();
    all.push_back({seen.word, seen.joined, {}, seen.begins_line, heads_section(first.text)});
  }
  for (const auto& repair : language::repairs_by_context(all, pairs_))
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
