#include "layout/pdf/capital_repair.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"

namespace kehoach::layout {
namespace {

constexpr std::array<std::string_view, 8> kTypes = {
    "doc_type",       "body",           "body_head",    "position",
    "national_title", "heading_phrase", "section-word", "province"};

// The letters of a word, between what stands before and behind them.
struct Core {
  std::string before, letters, behind;
};

Core core_of(const std::string& text) {
  std::size_t begin = text.size(), end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    if (!language::is_letter(base::next_code_point(text, i))) continue;
    begin = std::min(begin, at);
    end = i;
  }
  if (begin >= end) return {text, "", ""};
  return {text.substr(0, begin), text.substr(begin, end - begin), text.substr(end)};
}

}  // namespace

CapitalRepair::CapitalRepair(const rules::RuleSet& rules) {
  for (const auto type : kTypes)
    for (const auto at : rules.entries_of(type)) add(rules.lexicon[at].form);
  for (const auto& unit : rules.units) add(unit.full_name);
}

void CapitalRepair::add(const std::string& phrase) {
  const auto words = language::comparison_words(phrase);
  if (words.size() < 2) return;
  longest_ = std::max(longest_, words.size());
  std::string joined;
  for (const auto& word : words) joined += (joined.empty() ? "" : " ") + word;
  const auto [known, is_new] = phrases_.emplace(language::search_form(joined), joined);
  if (!is_new && known->second != joined) known->second.clear();
}

void CapitalRepair::repair(PageRow& row) const {
  for (std::size_t i = 0; i < row.words.size();) i += std::max<std::size_t>(1, repair_at(row, i));
}

std::size_t CapitalRepair::repair_at(PageRow& row, std::size_t i) const {
  std::vector<Core> cores;
  std::string plain, marked;
  std::size_t best = 0;
  std::string phrase;
  for (auto k = i; k < row.words.size() && cores.size() < longest_; ++k) {
    cores.push_back(core_of(row.words[k].text));
    const auto& core = cores.back();
    const bool first = k == i;
    if (!language::is_upper_word(core.letters) || (first ? false : !core.before.empty())) break;
    plain += (first ? "" : " ") + language::search_form(core.letters);
    marked += (first ? "" : " ") + language::comparison_form(core.letters);
    const auto known = phrases_.find(plain);
    if (known != phrases_.end() && !known->second.empty() && !first) {
      best = k - i + 1;
      phrase = known->second == marked ? std::string() : known->second;
    }
    if (!core.behind.empty() && core.behind != ",") break;
  }
  if (best == 0 || phrase.empty()) return best;
  std::size_t from = 0;
  for (std::size_t n = 0; n < best; ++n) {
    const auto to = std::min(phrase.find(' ', from), phrase.size());
    const auto right = language::upper(phrase.substr(from, to - from));
    from = to + 1;
    auto& word = row.words[i + n];
    if (language::comparison_form(right) == language::comparison_form(cores[n].letters)) continue;
    if (word.original.empty()) word.original = word.text;
    word.text = cores[n].before + right + cores[n].behind;
  }
  return best;
}

}  // namespace kehoach::layout
