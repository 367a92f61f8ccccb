#include "layout/pdf/near_labels.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/syllable.h"
#include "layout/pdf/word_core.h"

namespace kehoach::layout {
namespace {

constexpr double kSure = 0.9;         // confidence of a word that stays if it is one
constexpr std::size_t kShortest = 3;  // letters of a word that may be mistaken
constexpr std::size_t kLongest = 10;  // no syllable has more, nor what is near one

// Letters to insert, delete or replace; both short.
std::size_t distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t k = 0; k <= b.size(); ++k) row[k] = k;
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t k = 0; k < b.size(); ++k) {
      const std::size_t other = std::min(row[k], row[k + 1]) + 1;
      diagonal = std::exchange(row[k + 1], std::min(other, diagonal + (a[i] != b[k])));
    }
  }
  return row.back();
}

// How many letters of `word` are not those of `form`, whatever the marks; nothing if too many are.
std::optional<std::size_t> letters_off(std::string_view word, double confidence,
                                       const std::string& form) {
  const auto seen = base::decode_utf8(language::search_form(word));
  const auto right = base::decode_utf8(language::search_form(form));
  if (seen == right) return 0;
  if (right.size() < kShortest || seen.size() > kLongest) return std::nullopt;
  const bool syllable = language::is_common_syllable(word);
  if (syllable && confidence >= kSure) return std::nullopt;
  const auto off = distance(seen, right);
  if (off > (syllable ? 1U : 2U)) return std::nullopt;
  return off;
}

// A word of a label begins with a capital or not as its first one does.
std::string cased(const std::string& form, bool all_capitals, bool capital) {
  if (all_capitals) return language::upper(form);
  return capital ? language::upper_first(form) : form;
}

// How many digits the text is, with or without a sign behind them; 0: it is something else.
std::size_t digits_of(std::string_view text) {
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return digits + 1 >= text.size() ? digits : 0;
}

// "5" and "2020" around "năm", "3" and "12" around the others: "12 nam 15" counts men.
bool may_be_date(std::size_t before, std::size_t behind, bool year) {
  constexpr std::size_t kYear = 4, kDay = 2;
  return before >= 1 && before <= kDay && (year ? behind == kYear : behind >= 1 && behind <= kDay);
}

bool in_capitals(const PageRow& row) {
  return std::all_of(row.words.begin(), row.words.end(), [](const PageWord& word) {
    const auto core = core_of(word.text);
    return core.end == 0 || language::is_upper_word(core.of(word.text));
  });
}

}  // namespace

NearLabels::NearLabels(const rules::RuleSet& rules) {
  const auto add = [&](std::string_view type, bool alone) {
    for (const auto i : rules.entries_of(type)) {
      const auto form = language::comparison_form(rules.lexicon[i].form);
      const auto words = language::space_separated(form);
      if (words.size() >= 2) labels_.push_back({{words.begin(), words.end()}, alone});
    }
  };
  add("printed_label", false);
  add("doc_type", true);
  for (const auto i : rules.entries_of("date_word"))
    date_words_.push_back(
        {language::comparison_form(rules.lexicon[i].form), rules.lexicon[i].value == "year"});
}

// "tháng 5 nắm 2020": between two numbers of a date the letters are one of these words.
std::vector<NearLabels::Repair> NearLabels::date_words(const PageRow& row) const {
  std::vector<Repair> found;
  for (std::size_t i = 1; i + 1 < row.words.size(); ++i) {
    const auto before = digits_of(row.words[i - 1].text), behind = digits_of(row.words[i + 1].text);
    if (before == 0 || behind == 0 || language::starts_upper(row.words[i].text)) continue;
    if (!stand_together(row.words[i - 1], row.words[i]) ||
        !stand_together(row.words[i], row.words[i + 1]))
      continue;
    const auto form = language::comparison_form(row.words[i].text);
    const auto letters = language::search_form(form);
    for (const auto& word : date_words_)
      if (form != word.form && letters == language::search_form(word.form) &&
          may_be_date(before, behind, word.year))
        found.push_back({i, word.form});
  }
  return found;
}

// The words of the row that are not the label's, if all others are and no more than one is off.
std::optional<NearLabels::Fit> NearLabels::fit(const PageRow& row, const Label& label,
                                               bool capitals) {
  const auto size = label.words.size();
  if (row.words.size() < size || (label.alone && (!capitals || row.words.size() != size)))
    return std::nullopt;
  Fit fit;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto& word = row.words[i];
    const auto core = core_of(word.text);
    if (core.end == 0 || !core.plain || (i > 0 && !stand_together(row.words[i - 1], word)))
      return std::nullopt;
    const auto behind = std::string_view(word.text).substr(core.end);
    if (i + 1 < size ? !behind.empty() : !label.alone && !behind.starts_with(':'))
      return std::nullopt;
    const auto letters = core.of(word.text);
    const auto off = letters_off(letters, word.confidence, label.words[i]);
    if (!off) return std::nullopt;
    fit.off += *off;
    odd += *off > 0;
    if (language::comparison_form(letters) != label.words[i])
      fit.repairs.push_back({i, cased(label.words[i], capitals, i == 0)});
  }
  if (odd > 1) return std::nullopt;
  return fit;
}

std::vector<NearLabels::Repair> NearLabels::labels(const PageRow& row) const {
  std::optional<Fit> best;
  bool one = true;
  const bool capitals = in_capitals(row);
  for (const auto& label : labels_) {
    auto found = fit(row, label, capitals);
    if (!found) continue;
    if (found->off == 0) return {};  // marks at most: the lexicon sees to them
    if (best && found->off > best->off) continue;
    one = !best || found->off < best->off || found->repairs == best->repairs;
    best = std::move(found);
  }
  return best && one ? best->repairs : std::vector<Repair>();
}

std::vector<NearLabels::Repair> NearLabels::repairs(const PageRow& row) const {
  auto found = labels(row);
  return found.empty() ? date_words(row) : found;
}

}  // namespace kehoach::layout
