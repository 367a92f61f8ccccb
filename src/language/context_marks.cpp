#include "language/context_marks.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"
#include "language/syllable.h"

namespace kehoach::language {
namespace {

// The tone of a syllable and whether it stands above a circumflex or breve.
struct Stacked {
  Tone tone = Tone::kLevel;
  bool stacked = false;
};

Stacked stacked_tone(std::string_view form) {
  Stacked seen;
  for (std::size_t i = 0; i < form.size();) {
    const auto found = letter(base::next_code_point(form, i));
    if (found.tone != Tone::kLevel) seen.tone = found.tone;
    seen.stacked = seen.stacked || found.base == U'â' || found.base == U'ê' || found.base == U'ô' ||
                   found.base == U'ă';
  }
  return seen;
}

// The same letters and marks but for the tone.
bool differs_in_tone(std::string_view a, std::string_view b) {
  if (a == b) return false;
  std::size_t i = 0, k = 0;
  while (i < a.size() && k < b.size())
    if (letter(base::next_code_point(a, i)).base != letter(base::next_code_point(b, k)).base)
      return false;
  return i == a.size() && k == b.size();
}

class Context {
 public:
  Context(std::span<const WordInContext> words, const SyllablePairs& pairs, bool faint = false)
      : words_(words), pairs_(pairs), faint_(faint) {
    forms_.reserve(words.size());
    for (const auto& word : words) forms_.push_back(comparison_form(word.word));
  }

  std::vector<ContextRepair> repairs(bool choices_only) {
    std::vector<ContextRepair> found;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::string right = by_second_reader(i);
      if (right.empty() && !choices_only) right = by_neighbours(i);
      if (right.empty() && !choices_only) right = by_tone(i);
      if (right.empty() && !choices_only) right = by_one_neighbour(i);
      if (!right.empty()) {
        take(i, std::move(right), found);
      } else if (!choices_only) {
        auto both = by_pair(i);
        if (!both) continue;
        take(i, std::move(both->first), found);
        take(++i, std::move(both->second), found);
      }
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

  // "Phổ biến" below "KẾ HOẠCH" begins a title.
  bool begins_text(std::size_t i) const {
    return !has_left(i) || (words_[i].begins_line && is_upper_word(words_[i - 1].word) &&
                            base::code_points(words_[i - 1].word) > 1);
  }

  // A capital is no name's where a sentence may begin, with no other one behind it; a word that is
  // none in use may be put right beside a word.
  bool may_lose_tone(std::size_t i) const {
    if (!starts_upper(words_[i].word) || words_[i].in_heading) return true;
    if (begins_text(i) && has_right(i) && !is_upper_word(words_[i].word) && !may_be_name(i + 1))
      return true;
    if (is_common_syllable(forms_[i])) return false;
    return (has_left(i) && !may_be_name(i - 1)) || (has_right(i) && !may_be_name(i + 1));
  }

  // "sự cô tràn", "đỗi mới": the tone above a circumflex or breve is the smallest print of all; it
  // is lost, or a hook is taken for another. One syllable with the tone must have more neighbours
  // speak for it than the one that was read and than any other.
  std::string by_tone(std::size_t i) const {
    const auto seen = stacked_tone(forms_[i]);
    const bool hook = seen.tone == Tone::kAcute || seen.tone == Tone::kTilde;
    if (!seen.stacked || (seen.tone != Tone::kLevel && !hook) || !may_lose_tone(i)) return {};
    const bool word = is_common_syllable(forms_[i]);
    const int now = support(i, forms_[i]);
    const int enough = now + 1 + (word && !hook && !faint_ && now == 0 ? 1 : 0);
    if (enough > 2 || (now > 0 && word && (hook || !faint_))) return {};
    return most_supported(i, enough, [&](std::string_view syllable) {
      return differs_in_tone(forms_[i], syllable) &&
             (!hook || stacked_tone(syllable).tone == Tone::kHook);
    });
  }

  // Of the syllables of its letters that may stand there: the one that more of its neighbours speak
  // for than for any other, `enough` at least.
  template <class May>
  std::string most_supported(std::size_t i, int enough, May may) const {
    std::string_view best;
    int most = enough - 1;
    for (const auto syllable : pairs_.with_letters_of(forms_[i])) {
      if (!may(syllable)) continue;
      const int with = support(i, syllable);
      if (with == most) best = {};
      if (with <= most) continue;
      most = with;
      best = syllable;
    }
    return std::string(best);
  }

  // Marks that no syllable in use has on such letters.
  bool is_misread(std::size_t i) const {
    return !is_common_syllable(forms_[i]) && search_form(forms_[i]) != forms_[i];
  }

  // "tuyên truyèn": marks that no syllable in use has on such letters. Of those that have others
  // one stands beside more of its neighbours than the rest. Without marks it may be of another
  // language.
  std::string by_one_neighbour(std::size_t i) const {
    if (!is_misread(i) || !may_lose_tone(i)) return {};
    return most_supported(i, 1, [](std::string_view) { return true; });
  }

  // "NGUÒN VÓN": neither speaks for the other as it was read, and one pair of their letters is
  // known. Their other neighbours speak for neither.
  std::optional<std::pair<std::string, std::string>> by_pair(std::size_t i) const {
    if (!has_right(i) || !(is_misread(i) || is_misread(i + 1)) || support(i, forms_[i]) > 0)
      return std::nullopt;
    if (!may_lose_tone(i) || !may_lose_tone(i + 1) || support(i + 1, forms_[i + 1]) > 0)
      return std::nullopt;
    std::optional<std::pair<std::string, std::string>> only;
    for (const auto first : pairs_.with_letters_of(forms_[i]))
      for (const auto second : pairs_.with_letters_of(forms_[i + 1])) {
        if (!pairs_.follows(first, second)) continue;
        if (only) return std::nullopt;
        only.emplace(first, second);
      }
    return only;
  }

  void take(std::size_t i, std::string right, std::vector<ContextRepair>& found) {
    if (right == forms_[i]) return;
    found.push_back({i, cased_as(right, words_[i].word)});
    forms_[i] = std::move(right);
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
  bool faint_;
  std::vector<std::string> forms_;  // as they are put right, from the left
};

}  // namespace

std::vector<ContextRepair> repairs_by_context(std::span<const WordInContext> words,
                                              const SyllablePairs& pairs, bool faint) {
  return Context(words, pairs, faint).repairs(false);
}

std::vector<ContextRepair> choices_by_context(std::span<const WordInContext> words,
                                              const SyllablePairs& pairs) {
  return Context(words, pairs).repairs(true);
}

std::vector<std::size_t> words_in_doubt(std::span<const WordInContext> words,
                                        const SyllablePairs& pairs) {
  return Context(words, pairs).in_doubt();
}

bool has_lost_tone(std::string_view read) {
  const auto seen = stacked_tone(read);
  return seen.stacked && seen.tone == Tone::kLevel;
}

}  // namespace kehoach::language
