#include "language/syllable.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "language/syllable_parts.h"
#include "language/syllable_table.h"

namespace kehoach::language {
namespace {

constexpr std::size_t kLongestSyllable = 7;  // nghiêng

struct Spelling {
  std::u32string bases;
  Tone tone = Tone::kLevel;
  std::size_t tones = 0;
};

std::optional<Spelling> spelling(std::u32string_view word) {
  if (word.empty() || word.size() > kLongestSyllable) return std::nullopt;
  Spelling result;
  for (char32_t c : word) {
    const Letter found = letter(c);
    if (found.base == 0) return std::nullopt;
    result.bases.push_back(found.base);
    if (found.tone == Tone::kLevel) continue;
    result.tone = found.tone;
    ++result.tones;
  }
  return result;
}

bool is_vowel(char32_t base) { return letter(base).vowel; }

// The longest onset that leaves a vowel behind it; kOnsets.size() if there is none.
std::size_t find_onset(std::u32string_view bases) {
  std::size_t best = kOnsets.size();
  for (std::size_t i = 0; i < kOnsets.size(); ++i) {
    const std::u32string_view onset = kOnsets[i];
    if (!bases.starts_with(onset) || bases.size() == onset.size()) continue;
    if (!is_vowel(bases[onset.size()])) continue;
    if (best == kOnsets.size() || onset.size() > kOnsets[best].size()) best = i;
  }
  return best;
}

// k, gh, ngh stand before i, e, ê, y; c, g, ng before the other vowels (but gì, gìn).
bool spelt_for(std::u32string_view onset, char32_t vowel) {
  const bool front = vowel == U'i' || vowel == U'e' || vowel == U'ê' || vowel == U'y';
  if (onset == U"k" || onset == U"gh" || onset == U"ngh") return front;
  if (onset == U"g") return !front || vowel == U'i';
  if (onset == U"c" || onset == U"ng") return !front;
  return true;
}

bool ends_in_stop(std::u32string_view rime) {
  return rime.back() == U'c' || rime.back() == U'p' || rime.back() == U't' || rime.ends_with(U"ch");
}

bool has_tone(const unsigned char (&table)[kOnsets.size()][kRimes.size()],
              const SyllableParts& parts) {
  return (table[parts.onset][parts.rime] >> static_cast<unsigned>(parts.tone) & 1) != 0;
}

}  // namespace

std::optional<SyllableParts> syllable_parts(std::u32string_view word) {
  const std::optional<Spelling> spelt = spelling(word);
  if (!spelt || spelt->tones > 1) return std::nullopt;
  const std::size_t onset = find_onset(spelt->bases);
  if (onset == kOnsets.size()) return std::nullopt;
  const std::u32string_view rime = std::u32string_view(spelt->bases).substr(kOnsets[onset].size());
  const auto found = std::lower_bound(kRimes.begin(), kRimes.end(), rime);
  if (found == kRimes.end() || *found != rime) return std::nullopt;
  if (!spelt_for(kOnsets[onset], rime.front())) return std::nullopt;
  if (ends_in_stop(rime) && spelt->tone != Tone::kAcute && spelt->tone != Tone::kDot) {
    return std::nullopt;
  }
  return SyllableParts{onset, static_cast<std::size_t>(found - kRimes.begin()), spelt->tone};
}

bool is_common(const SyllableParts& parts) { return has_tone(kCommonTones, parts); }

bool is_frequent(const SyllableParts& parts) { return has_tone(kFrequentTones, parts); }

bool is_onset(std::u32string_view word) {
  const std::optional<Spelling> spelt = spelling(word);
  return spelt && std::find(kOnsets.begin() + 1, kOnsets.end(), spelt->bases) != kOnsets.end();
}

bool is_syllable_stretch(std::u32string_view word) {
  const std::optional<Spelling> spelt = spelling(word);
  if (!spelt || spelt->tones > 1) return false;
  std::u32string_view rest = spelt->bases;
  const auto vowels = [&](bool wanted) {
    std::size_t count = 0;
    while (count < rest.size() && is_vowel(rest[count]) == wanted) ++count;
    return count;
  };
  const std::size_t opening = vowels(false);
  if (opening > 0 && !(is_onset(rest.substr(0, opening)) || rest[0] == U'q')) return false;
  rest.remove_prefix(opening);
  const std::size_t middle = vowels(true);
  if (middle > 3) return false;
  rest.remove_prefix(middle);
  constexpr std::array<std::u32string_view, 8> kCodas = {U"c",  U"ch", U"m", U"n",
                                                         U"ng", U"nh", U"p", U"t"};
  return rest.empty() || std::find(kCodas.begin(), kCodas.end(), rest) != kCodas.end();
}

bool is_syllable(std::string_view word) {
  return syllable_parts(base::decode_utf8(word)).has_value();
}

bool is_common_syllable(std::string_view word) {
  const std::optional<SyllableParts> parts = syllable_parts(base::decode_utf8(word));
  return parts && is_common(*parts);
}

}  // namespace kehoach::language
