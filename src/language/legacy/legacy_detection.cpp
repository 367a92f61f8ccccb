#include "language/legacy/legacy_detection.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <map>
#include <string>
#include <unordered_set>
#include <utility>

#include "language/edits.h"
#include "language/legacy/legacy_path.h"
#include "language/legacy/legacy_words.h"

namespace kehoach::language {
namespace {

// What proves an encoding without a font's name. In words of good Vietnamese, English, French or
// tables fewer than one in fifty becomes a syllable by chance that was none before; of legacy words
// more than 19 in 20 do, the rest are names and misprints.
constexpr std::size_t kEnoughWords = 5;         // that only decoding makes syllables
constexpr std::size_t kLeastShare = 10;         // … and at least a tenth of those yet unexplained
constexpr std::size_t kMostExplained = 50'000;  // different words; no language has more syllables
constexpr std::size_t kGoodForOneBad = 2;       // in a run: for each word that is none even decoded

std::string_view slice(std::string_view utf8, const LegacyWord& word) {
  return utf8.substr(word.begin, word.end - word.begin);
}

LegacyEncoding encoding_at(std::size_t i) { return static_cast<LegacyEncoding>(i); }

// For each word that is no syllable as it stands, the encodings that make it one.
using Explained = std::bitset<kLegacyEncodings>;

std::vector<Explained> explain(std::string_view utf8, std::span<const LegacyWord> words) {
  std::unordered_set<std::string_view> odd;
  std::vector<Explained> explained;
  for (const LegacyWord& word : words) {
    if (!word.special || word.foreign) continue;
    const std::string_view text = slice(utf8, word);
    if (worth_as_it_stands(text).syllable || !odd.insert(text).second) continue;
    Explained by;
    bool judged = false;
    for (std::size_t e = 0; e < kLegacyEncodings; ++e) {
      const WordWorth worth = worth_decoded(text, encoding_at(e));
      by[e] = worth.syllable;
      judged = judged || worth.points != 0;
    }
    if (judged) explained.push_back(by);
    if (odd.size() == kMostExplained) break;
  }
  return explained;
}

// Encodings that explain enough words, the one that explains most first; the next ones only count
// words that no better one explains.
std::vector<LegacyEncoding> proved_encodings(std::string_view utf8,
                                             std::span<const LegacyWord> words) {
  std::vector<LegacyEncoding> proved;
  std::vector<Explained> odd = explain(utf8, words);
  while (odd.size() >= kEnoughWords) {
    std::array<std::size_t, kLegacyEncodings> counts{};
    for (const Explained& by : odd) {
      for (std::size_t e = 0; e < kLegacyEncodings; ++e) counts[e] += by[e];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most < kEnoughWords || *most * kLeastShare < odd.size()) break;
    const auto best = static_cast<std::size_t>(most - counts.begin());
    proved.push_back(encoding_at(best));
    std::erase_if(odd, [&](const Explained& by) { return by[best]; });
  }
  return proved;
}

const FontHint* hint_at(std::span<const FontHint> hints, std::size_t position) {
  const auto found = std::partition_point(
      hints.begin(), hints.end(), [&](const FontHint& hint) { return hint.end <= position; });
  return found != hints.end() && found->begin <= position ? &*found : nullptr;
}

LegacyRun run_from(const LegacyWord& word, LegacyEncoding encoding, const FontHint* hint) {
  LegacyRun run{word.begin, word.end, {encoding, false}};
  if (hint && hint->font.encoding == encoding) {
    run.font = hint->font;
    run.named = true;
  }
  return run;
}

void count(std::string_view utf8, const LegacyWord& word, LegacyRun& run) {
  if (!word.special) return;
  const WordWorth decoded = worth_decoded(slice(utf8, word), run.font.encoding);
  if (decoded.points == 0) return;
  ++run.words;
  run.before += worth_as_it_stands(slice(utf8, word)).syllable;
  run.after += decoded.syllable;
}

// Stretches of words with one reading and one font.
std::vector<LegacyRun> runs_of(std::string_view utf8, std::span<const LegacyWord> words,
                               std::span<const Reading> path, std::span<const FontHint> hints) {
  std::vector<LegacyRun> runs;
  bool open = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (path[i] == kAsItStands) {
      open = false;
      continue;
    }
    LegacyRun run = run_from(words[i], encoding_of(path[i]), hint_at(hints, words[i].begin));
    const bool goes_on = open && runs.back().font == run.font && runs.back().named == run.named;
    if (!goes_on) runs.push_back(run);
    runs.back().end = words[i].end;
    count(utf8, words[i], runs.back());
    open = true;
  }
  return runs;
}

std::size_t syllables_outside(std::string_view utf8, std::span<const LegacyWord> words,
                              std::span<const LegacyRun> runs) {
  std::size_t count = 0;
  auto run = runs.begin();
  for (const LegacyWord& word : words) {
    while (run != runs.end() && run->end <= word.begin) ++run;
    const bool inside = run != runs.end() && run->begin <= word.begin;
    if (word.special && !inside) count += worth_as_it_stands(slice(utf8, word)).syllable;
  }
  return count;
}

bool is_proved(const LegacyRun& run) {
  const std::size_t bad = run.words - run.after;
  return run.named || (run.after > run.before && run.after >= kGoodForOneBad * bad);
}

void add_unmapped(const std::vector<UnmappedCharacter>& found,
                  std::map<char32_t, std::size_t>& counts) {
  for (const UnmappedCharacter& entry : found) counts[entry.code_point] += entry.count;
}

void decode_runs(std::string_view utf8, LegacyText& result) {
  Rewriter rewriter(utf8);
  std::map<char32_t, std::size_t> unmapped;
  for (const LegacyRun& run : result.runs) {
    const LegacyDecoding decoded = decode_legacy(
        run.font.encoding, utf8.substr(run.begin, run.end - run.begin), run.font.capitals);
    for (const Edit& edit : decoded.text.edits) {
      rewriter.replace(
          run.begin + edit.from_begin, run.begin + edit.from_end,
          std::string_view(decoded.text.utf8).substr(edit.to_begin, edit.to_end - edit.to_begin));
    }
    add_unmapped(decoded.unmapped, unmapped);
  }
  result.text = rewriter.finish();
  for (const auto& [code_point, count] : unmapped) result.unmapped.push_back({code_point, count});
}

}  // namespace

LegacyText read_legacy(std::string_view utf8, std::span<const FontHint> hints) {
  LegacyText result;
  const std::vector<LegacyWord> words = legacy_words(utf8, hints);
  const std::vector<LegacyEncoding> proved = proved_encodings(utf8, words);
  if (!proved.empty() || !hints.empty()) {
    const std::vector<Reading> path = cheapest_path(utf8, words, hints, proved);
    result.runs = runs_of(utf8, words, path, hints);
    std::erase_if(result.runs, [](const LegacyRun& run) { return !is_proved(run); });
  }
  // A good text has no need for the count; counting it would cost as much as all else.
  if (!result.runs.empty()) result.unicode_words = syllables_outside(utf8, words, result.runs);
  decode_runs(utf8, result);
  return result;
}

std::optional<LegacyEncoding> detect_legacy(std::string_view utf8) {
  const std::vector<LegacyWord> words = legacy_words(utf8, {});
  const std::vector<LegacyEncoding> proved = proved_encodings(utf8, words);
  if (proved.empty()) return std::nullopt;
  return proved.front();
}

}  // namespace kehoach::language
