#include "language/legacy/legacy_words.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "language/legacy/legacy_table.h"
#include "language/letters.h"
#include "language/normalize_steps.h"
#include "language/syllable_parts.h"

namespace kehoach::language {
namespace {

constexpr int kFrequent = 3, kInUse = 2, kNone = -2, kImpossible = -6;

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// Controls are letters in VPS and VISCII.
bool is_word_character(char32_t c) {
  if (c < 0x80) return is_ascii_letter(c) || (c > 0 && c < 0x20 && !(c >= 9 && c <= 13));
  return c != 0xA0 && c != base::kReplacementCharacter && (byte_of(c) || is_letter(c));
}

// Signs that stand beside words without being part of them.
bool is_separator(char32_t c) {
  switch (c) {
    case 0x201A:
    case 0x201E:
    case 0x2026:
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2022:
    case 0x2013:
    case 0x2014:
    case 0x2039:
    case 0x203A:
      return true;
    default:
      return false;
  }
}

// «Quotes» stand around a word, soft hyphens anywhere in it.
std::u32string without_edges(std::u32string word) {
  std::erase(word, U'\u00AD');
  const auto is_quote = [](char32_t c) { return c == 0xAB || c == 0xBB; };
  while (!word.empty() && is_quote(word.back())) word.pop_back();
  word.erase(word.begin(), std::find_if_not(word.begin(), word.end(), is_quote));
  return word;
}

bool is_quote_or_dash(char32_t c) { return is_separator(c) || c == 0xAB || c == 0xBB; }

// Is nothing beyond ASCII but quotes and dashes around it? VPS, VISCII and TCVN3 have letters in
// their places; but „s“ and »s« are the more likely by far.
bool is_quoted_ascii(std::string_view word) {
  const std::u32string text = base::decode_utf8(word);
  const auto first = std::find_if_not(text.begin(), text.end(), is_quote_or_dash);
  const auto last = std::find_if_not(text.rbegin(), text.rend(), is_quote_or_dash).base();
  return first >= last || std::all_of(first, last, [](char32_t c) { return c < 0x80; });
}

// One part of a word, between separators.
void judge(std::u32string_view part, WordWorth& worth) {
  const bool ascii = std::all_of(part.begin(), part.end(), [](char32_t c) { return c < 0x80; });
  if (ascii || part.size() < 2) return;
  const bool letters = std::all_of(part.begin(), part.end(), is_letter);
  const bool vowels =
      std::any_of(part.begin(), part.end(), [](char32_t c) { return letter(c).vowel; });
  if (letters && !vowels) return;  // "QĐ", "HĐND"
  const std::optional<SyllableParts> parts = syllable_parts(part);
  const bool in_use = parts && is_common(*parts);
  worth.syllable = in_use && (worth.points == 0 || worth.syllable);
  worth.points += !in_use ? kNone : is_frequent(*parts) ? kFrequent : kInUse;
}

WordWorth judge_parts(std::u32string_view word) {
  WordWorth worth;
  while (!word.empty()) {
    const auto end = std::find_if(word.begin(), word.end(), is_separator);
    const auto size = static_cast<std::size_t>(end - word.begin());
    judge(word.substr(0, size), worth);
    word.remove_prefix(std::min(word.size(), size + 1));
  }
  return worth;
}

}  // namespace

std::vector<LegacyWord> legacy_words(std::string_view utf8, std::span<const FontHint> hints) {
  std::vector<LegacyWord> words;
  auto hint = hints.begin();
  bool first = true;
  for (std::size_t i = 0; i < utf8.size();) {
    LegacyWord word{i, i, false, false, first};
    while (i < utf8.size()) {
      std::size_t next = i;
      const char32_t c = base::next_code_point(utf8, next);
      if (!is_word_character(c)) {
        if (word.end == word.begin) first = first || c == U'\n' || c == U'\r' || c == U'\t';
        break;
      }
      word.special = word.special || !is_ascii_letter(c);
      word.foreign = word.foreign || !byte_of(c);
      word.end = i = next;
    }
    if (word.end == word.begin) {
      base::next_code_point(utf8, i);
      continue;
    }
    while (hint != hints.end() && hint->end <= word.begin) ++hint;
    const bool hinted = hint != hints.end() && hint->begin < word.end;
    if (word.special || hinted) {
      words.push_back(word);
      first = false;
    }
  }
  return words;
}

WordWorth worth_as_it_stands(std::string_view word) {
  return judge_parts(without_edges(base::decode_utf8(compose_letters(word).utf8)));
}

WordWorth worth_decoded(std::string_view word, LegacyEncoding encoding) {
  if (is_quoted_ascii(word)) return {};
  const LegacyTable& table = legacy_table(encoding);
  std::u32string decoded;
  bool impossible = false;
  for (std::size_t i = 0; i < word.size();) {
    const LegacyLetter found = next_legacy_letter(table, word, i);
    impossible = impossible || found.unmapped || !byte_of(found.source);
    decoded.push_back(found.value);
    i = found.end;
  }
  WordWorth worth = judge_parts(decoded);
  if (impossible) worth = {worth.points + kImpossible, false};
  return worth;
}

}  // namespace kehoach::language
