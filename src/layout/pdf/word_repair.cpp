#include "layout/pdf/word_repair.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"

namespace kehoach::layout {
namespace {

using language::ProvenWords;

constexpr std::array<std::string_view, 8> kTitles = {
    "doc_type",       "body",           "body_head",    "position",
    "national_title", "heading_phrase", "section-word", "province"};
constexpr double kWordGap = 1.5;     // sizes: wider apart stand cells and columns
constexpr double kLineGap = 2.5;     // sizes from one baseline to the next of a paragraph
constexpr double kPlaceLine = 0.45;  // of the page's height: where a place line may stand
constexpr double kPlaceLeft = 0.3;   // of its width: it is on the right
constexpr std::size_t kPlaceWords = 4;

// The letters of a word, between the signs before and behind them.
struct Core {
  std::size_t begin = 0, end = 0;
  bool plain = true;  // nothing but letters
};

Core core_of(const std::string& text) {
  Core core{text.size(), 0, true};
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    if (!language::is_letter(base::next_code_point(text, i))) continue;
    if (core.end != 0 && core.end != at) core.plain = false;
    core.begin = std::min(core.begin, at);
    core.end = i;
  }
  for (std::size_t i = 0; i < text.size();)
    if (language::is_digit(base::next_code_point(text, i))) core.plain = false;
  return core;
}

bool stand_together(const PageWord& left, const PageWord& right) {
  return !right.joined && right.box.x0 - left.box.x1 < kWordGap * right.size;
}

bool goes_on_below(const PageRow& above, const PageRow& row) {
  return row.baseline > above.baseline && row.baseline - above.baseline < kLineGap * row.size &&
         row.box.x0 < above.box.x1 && above.box.x0 < row.box.x1;
}

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
  Core core(std::size_t i) const { return cores_[i]; }

 private:
  void take(std::size_t r, std::size_t w) {
    PageRow& row = page_.rows[r];
    PageWord& word = row.words[w];
    const Core core = core_of(word.text);
    if (!core.plain || core.end == 0) {
      open_ = false;
      return;
    }
    ProvenWords::Seen seen;
    seen.word = std::string_view(word.text).substr(core.begin, core.end - core.begin);
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
  std::vector<Core> cores_;
  std::vector<ProvenWords::Seen> seen_;
  bool open_ = false;  // the word before ends without a sign
};

}  // namespace

WordRepair::WordRepair(const rules::RuleSet& rules) {
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

void WordRepair::repair(PageText& page) {
  Words words(page);
  for (auto& repair : proven_.repairs(words.seen())) {
    PageWord& word = words.word(repair.word);
    const Core core = words.core(repair.word);
    std::string right = word.text.substr(0, core.begin) + repair.text + word.text.substr(core.end);
    if (repaired_++ == 0) {
      example_ = "\"" + word.text + "\" is \"" + right + "\"";
      page_ = page.number;
    }
    if (word.original.empty()) word.original = word.text;
    word.text = std::move(right);
  }
}

void WordRepair::report(base::Diagnostics& diagnostics) const {
  if (repaired_ == 0) return;
  diagnostics.push_back(
      {"words-repaired",
       base::Severity::kInfo,
       "the marks of " + std::to_string(repaired_) + (repaired_ == 1 ? " word" : " words") +
           " read off images were put right where the lexicon leaves one reading (" + example_ +
           "); `original` of a value's evidence keeps what was read",
       page_,
       {}});
}

}  // namespace kehoach::layout
