#include "language/proven_words.h"

#include <algorithm>

#include "language/comparison.h"

namespace kehoach::language {
void ProvenWords::add(Entries& entries, std::string_view phrase) {
  Entry entry;
  std::string key, form;
  for (const auto word : space_separated(phrase)) {
    if (comparison_words(word).size() != 1) return;
    if (!key.empty()) {
      key += ' ';
      form += ' ';
    }
    entry.words.push_back(comparison_form(word));
    entry.capital.push_back(starts_upper(word));
    form += entry.words.back();
    key += search_form(word);
  }
  if (entry.words.size() < 2) return;
  longest_ = std::max(longest_, entry.words.size());
  known_.insert(form);
  const auto [found, is_new] = entries.emplace(key, entry);
  if (!is_new && found->second.words != entry.words) found->second.words.clear();
}

// One search through the words of a page.
class ProvenWords::Search {
 public:
  Search(const ProvenWords& proven, std::span<const Seen> seen) : proven_(proven), seen_(seen) {
    for (const auto& word : seen) {
      forms_.push_back(comparison_form(word.word));
      letters_.push_back(search_form(word.word));
    }
    held_.resize(seen.size());
    hold_known();
  }

  std::vector<Repair> repairs() {
    for (std::size_t i = 0; i < seen_.size(); ++i)
      for (auto size = stretch(i); size >= 2; --size)
        if (repair(i, size)) break;
    std::sort(found_.begin(), found_.end(),
              [](const Repair& a, const Repair& b) { return a.word < b.word; });
    return std::move(found_);
  }

 private:
  // How many words from i on stand together, as far as it matters.
  std::size_t stretch(std::size_t i) const {
    auto end = i + 1;
    while (end < seen_.size() && seen_[end].joined && end - i < proven_.longest_) ++end;
    return end - i;
  }

  static std::string join(const std::vector<std::string>& words, std::size_t i, std::size_t size) {
    std::string all = words[i];
    for (auto k = i + 1; k < i + size; ++k) all += ' ' + words[k];
    return all;
  }

  void hold_known() {
    for (std::size_t i = 0; i < seen_.size(); ++i)
      for (auto size = stretch(i); size >= 2; --size)
        if (proven_.known_.contains(join(forms_, i, size)))
          std::fill_n(held_.begin() + static_cast<std::ptrdiff_t>(i), size, true);
  }

  bool starts(std::size_t i) const { return !seen_[i].joined || seen_[i].begins_line; }

  bool all_upper(std::size_t i, std::size_t size) const {
    for (auto k = i; k < i + size; ++k)
      if (!is_upper_word(seen_[k].word)) return false;
    return true;
  }

  bool alone(std::size_t i, std::size_t size) const {
    return starts(i) && (i + size == seen_.size() || starts(i + size));
  }

  // In capitals two words may be a name.
  bool fits_title(std::size_t i, std::size_t size) const {
    return all_upper(i, size) && (size > 2 || starts(i) || held_[i - 1]);
  }

  // Is the phrase printed as such phrases are?
  bool fits_phrase(std::size_t i, const Entry& entry) const {
    const auto size = entry.words.size();
    if (all_upper(i, size)) return fits_title(i, size);
    bool name = false;
    for (std::size_t k = 1; k < size; ++k) {
      if (starts_upper(seen_[i + k].word) != entry.capital[k]) return false;
      name = name || entry.capital[k];
    }
    return name || starts_upper(seen_[i].word);
  }

  // A word, not a name: without capitals but for the first of a sentence.
  bool fits_word(std::size_t i) const {
    return !starts_upper(seen_[i + 1].word) && (!starts_upper(seen_[i].word) || !seen_[i].joined);
  }

  // Puts words i … i + size right; false if nothing says how.
  bool repair(std::size_t i, std::size_t size) {
    const auto key = join(letters_, i, size);
    const auto is = [&](const Entries& entries) {
      const auto found = entries.find(key);
      return found != entries.end() && !found->second.words.empty() ? &found->second : nullptr;
    };
    const bool sure = size > 2 || (all_upper(i, size) && alone(i, size));
    if (const auto* phrase = is(proven_.phrases_); phrase && fits_phrase(i, *phrase))
      return put(i, *phrase, sure);
    if (const auto* title = is(proven_.titles_); title && fits_title(i, size))
      return put(i, *title, sure);
    if (const auto* place = is(proven_.places_); place && seen_[i].place)
      return fits_phrase(i, *place) && put(i, *place, true);
    if (const auto* word = is(proven_.words_); word && fits_word(i)) return put(i, *word, false);
    return false;
  }

  // `proven`: by its length or place; else one of two words must be as it was read, and neither
  // may belong to another word.
  bool put(std::size_t i, const Entry& entry, bool proven) {
    std::vector<std::size_t> changed;
    for (std::size_t k = 0; k < entry.words.size(); ++k) {
      const bool same = forms_[i + k] == entry.words[k];
      if (!same) changed.push_back(k);
      if (held_[i + k] && (!same || !proven)) return false;
    }
    if (changed.empty() || (!proven && changed.size() > 1)) return false;
    for (const auto k : changed)
      found_.push_back({i + k, cased_as(entry.words[k], seen_[i + k].word)});
    std::fill_n(held_.begin() + static_cast<std::ptrdiff_t>(i), entry.words.size(), true);
    return true;
  }

  const ProvenWords& proven_;
  std::span<const Seen> seen_;
  std::vector<std::string> forms_, letters_;
  std::vector<char> held_;  // belongs to a known word or phrase
  std::vector<Repair> found_;
};

std::vector<ProvenWords::Repair> ProvenWords::repairs(std::span<const Seen> words) const {
  return Search(*this, words).repairs();
}

}  // namespace kehoach::language
