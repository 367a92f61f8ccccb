#include "language/context_marks.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/syllable.h"

namespace kehoach::language {
namespace {

class Context {
 public:
  Context(std::span<const WordInContext> words, const SyllablePairs& pairs)
      : words_(words), pairs_(pairs) {
    forms_.reserve(words.size());
    for (const auto& word : words) forms_.push_back(comparison_form(word.word));
  }

  std::vector<ContextRepair> repairs(bool choices_only) {
    std::vector<ContextRepair> found;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::string right = by_second_reader(i);
      if (right.empty() && !choices_only) right = by_neighbours(i);
      if (right.empty()) continue;
      found.push_back({i, cased_as(right, words_[i].word)});
      forms_[i] = std::move(right);
    }
    return found;
  }

  std::vector<std::size_t> in_doubt() const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool code = is_upper_word(words_[i].word) && pairs_.with_letters_of(forms_[i]).empty();
      if (!code && (!is_common_syllable(forms_[i]) || most_gain(i) > 0)) found.push_back(i);
    }
    return found;
  }

 private:
  bool has_left(std::size_t i) const { return i > 0 && words_[i].joined; }
  bool has_right(std::size_t i) const { return i + 1 < words_.size() && words_[i + 1].joined; }

  // How many of its neighbours a syllable is known to stand beside.
  int support(std::size_t i, std::string_view form) const {
    return (has_left(i) && pairs_.follows(forms_[i - 1], form) ? 1 : 0) +
           (has_right(i) && pairs_.follows(form, forms_[i + 1]) ? 1 : 0);
  }

  // May be a name: a capital that neither a sentence's beginning nor a line in capitals explains.
  bool may_be_name(std::size_t i) const {
    const auto word = words_[i].word;
    if (!starts_upper(word)) return false;
    if (!is_upper_word(word) || base::code_points(word) < 2) return true;
    return !(has_left(i) && is_upper_word(words_[i - 1].word)) &&
           !(has_right(i) && is_upper_word(words_[i + 1].word));
  }

  // Of a syllable's letters with other marks: how many neighbours more than it one stands beside.
  int most_gain(std::size_t i) const {
    int most = 0;
    const int now = support(i, forms_[i]);
    for (const auto syllable : pairs_.with_letters_of(forms_[i]))
      most = std::max(most, support(i, syllable) - now);
    return most;
  }

  // Its neighbours stand as they do in sentences: none is a name, none needs marks more than it
  // does.
  bool is_between_words(std::size_t i) const {
    return has_left(i) && has_right(i) && !may_be_name(i) &&
           (!may_be_name(i - 1) || !has_left(i - 1)) && !may_be_name(i + 1) &&
           most_gain(i - 1) < 2 && most_gain(i + 1) < 2;
  }

  std::string by_neighbours(std::size_t i) const {
    if (!has_left(i) || !has_right(i) || support(i, forms_[i]) > 0 || !is_between_words(i))
      return {};
    // In capitals names look like words.
    if (starts_upper(words_[i].word) && !words_[i].in_heading) return {};
    std::string_view only;
    for (const auto syllable : pairs_.with_letters_of(forms_[i])) {
      if (syllable == forms_[i] || support(i, syllable) < 2) continue;
      if (!only.empty()) return {};
      only = syllable;
    }
    return std::string(only);
  }

  // A capital beside another one, or a syllable in use that has one inside a line.
  bool is_in_name(std::size_t i) const {
    if (!may_be_name(i)) return false;
    if (has_left(i) && !words_[i].begins_line && is_common_syllable(forms_[i])) return true;
    return (has_left(i) && may_be_name(i - 1)) || (has_right(i) && may_be_name(i + 1));
  }

  std::string by_second_reader(std::size_t i) const {
    if (words_[i].other.empty() || is_in_name(i)) return {};
    std::string other = comparison_form(words_[i].other);
    if (other == forms_[i] || !is_common_syllable(other)) return {};
    return support(i, other) > support(i, forms_[i]) ? other : std::string();
  }

  std::span<const WordInContext> words_;
  const SyllablePairs& pairs_;
  std::vector<std::string> forms_;  // as they are put right, from the left
};

}  // namespace

std::vector<ContextRepair> repairs_by_context(std::span<const WordInContext> words,
                                              const SyllablePairs& pairs) {
  return Context(words, pairs).repairs(false);
}

std::vector<ContextRepair> choices_by_context(std::span<const WordInContext> words,
                                              const SyllablePairs& pairs) {
  return Context(words, pairs).repairs(true);
}

std::vector<std::size_t> words_in_doubt(std::span<const WordInContext> words,
                                        const SyllablePairs& pairs) {
  return Context(words, pairs).in_doubt();
}

}  // namespace kehoach::language
