#include "layout/pdf/word_repair.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "language/comparison.h"
#include "language/context_marks.h"
#include "layout/pdf/word_core.h"

namespace kehoach::layout {
namespace {

using language::ProvenWords;

constexpr std::array<std::string_view, 8> kTitles = {
    "doc_type",       "body",           "body_head",    "position",
    "national_title", "heading_phrase", "section-word", "province"};
constexpr double kPlaceLine = 0.45;  // of the page's height: where a place line may stand
constexpr double kPlaceLeft = 0.3;   // of its width: it is on the right
constexpr std::size_t kPlaceWords = 4;

// The words of a page as they are looked at, and where each came from.
class Words {
 public:
  explicit Words(PageText& page) : page_(page) {
    for (std::size_t r = 0; r < page.rows.size(); ++r)
      for (std::size_t w = 0; w < page.rows[r].words.size(); ++w) take(r, w);
    for (std::size_t i = 0; i < seen_.size(); ++i) seen_[i].place = names_place(i);
  }

  const std::vector<ProvenWords::Seen>& seen() const { return seen_; }
  PageWord& word(std::size_t i) { return *words_[i]; }
  WordCore core(std::size_t i) const { return cores_[i]; }

 private:
  void take(std::size_t r, std::size_t w) {
    PageRow& row = page_.rows[r];
    PageWord& word = row.words[w];
    const WordCore core = core_of(word.text);
    if (!core.plain || core.end == 0) {
      open_ = false;
      return;
    }
    ProvenWords::Seen seen;
    seen.word = core.of(word.text);
    seen.joined = open_ && core.begin == 0;
    if (w > 0) {
      seen.joined = seen.joined && stand_together(row.words[w - 1], word);
    } else {
      seen.joined = seen.joined && goes_on_below(page_.rows[r - 1], row);
      seen.begins_line = seen.joined;
    }
    open_ = core.end == word.text.size();
    words_.push_back(&word);
    cores_.push_back(core);
    seen_.push_back(seen);
  }

  // "Lâm Đồng, ngày …" at the right of a page's head.
  bool names_place(std::size_t i) const {
    const PageWord& first = *words_[i];
    if (seen_[i].joined && !seen_[i].begins_line) return false;
    if (first.box.y1 > kPlaceLine * page_.height || first.box.x0 < kPlaceLeft * page_.width)
      return false;
    for (auto k = i; k < std::min(words_.size(), i + kPlaceWords); ++k) {
      if ((k > i && !seen_[k].joined) || !language::starts_upper(seen_[k].word)) return false;
      const std::string& text = words_[k]->text;
      if (cores_[k].end < text.size()) return k > i && text[cores_[k].end] == ',';
    }
    return false;
  }

  PageText& page_;
  std::vector<PageWord*> words_;
  std::vector<WordCore> cores_;
  std::vector<ProvenWords::Seen> seen_;
  bool open_ = false;  // the word before ends without a sign
};

}  // namespace

WordRepair::WordRepair(const rules::RuleSet& rules) : labels_(rules), pairs_(rules.syllable_pairs) {
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
  Words words(page);
  for (const auto& repair : proven_.repairs(words.seen()))
    put(words.word(repair.word), repair.text, page.number);
}

void WordRepair::by_context(PageText& page) {
  Words words(page);
  std::vector<language::WordInContext> all;
  for (const auto& seen : words.seen()) all.push_back({seen.word, seen.joined, {}});
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
