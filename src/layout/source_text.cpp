#include "layout/source_text.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "language/edits.h"
#include "language/legacy_detection.h"
#include "language/normalize.h"

namespace kehoach::layout {
namespace {

using language::LegacyEncoding;
using language::LegacyRun;
using language::LegacyText;

// What was found of one encoding.
struct Found {
  LegacyEncoding encoding = LegacyEncoding::kTcvn3;
  std::size_t places = 0, named = 0, words = 0, before = 0, after = 0;
  std::size_t first = 0;  // where it begins
};

// The encodings of a text, the one with the most words first.
std::vector<Found> summary(const LegacyText& text) {
  std::vector<Found> all;
  for (const LegacyRun& run : text.runs) {
    auto found = std::find_if(all.begin(), all.end(), [&](const Found& entry) {
      return entry.encoding == run.font.encoding;
    });
    if (found == all.end()) {
      found = all.insert(all.end(), Found{run.font.encoding});
      found->first = run.begin;
    }
    ++found->places;
    found->named += run.named;
    found->words += run.words;
    found->before += run.before;
    found->after += run.after;
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Found& a, const Found& b) { return a.words > b.words; });
  return all;
}

// One stray word of Unicode among twenty makes no mixed text.
constexpr std::size_t kStray = 20;

std::string encoding_name(const std::string& file, const std::vector<Found>& all,
                          std::size_t unicode_words) {
  std::size_t words = 0;
  std::string names;
  for (const Found& found : all) {
    words += found.words;
    names += (names.empty() ? "" : "+") + std::string(name(found.encoding));
  }
  const bool mixed = file.starts_with("UTF-") && unicode_words * kStray >= words;
  return mixed ? file + "+" + names : names;
}

// The opening words of a place, for people to find it.
std::string opening(std::string_view source, std::size_t begin) {
  constexpr std::size_t kCharacters = 24;
  std::size_t end = begin;
  for (std::size_t i = 0; i < kCharacters && end < source.size(); ++i) {
    if (source[end] == '\n' || source[end] == '\r' || source[end] == '\t') break;
    base::next_code_point(source, end);
  }
  const std::string_view words = source.substr(begin, end - begin);
  const std::size_t last_space = words.rfind(' ');
  const bool cut = end < source.size() && last_space != std::string_view::npos;
  return std::string(words.substr(0, cut ? last_space : words.size()));
}

std::string counted(std::size_t count, const std::string& one, const std::string& more) {
  return std::to_string(count) + " " + (count == 1 ? one : more);
}

base::Diagnostic decoded_diagnostic(const Found& found, std::string_view source) {
  std::string message = "the codes of old fonts (" + std::string(name(found.encoding)) + ") in " +
                        counted(found.places, "place", "places") + ", the first at \"" +
                        opening(source, found.first) +
                        "\", were read as Vietnamese letters: " + std::to_string(found.after) +
                        " of " + counted(found.words, "word", "words") +
                        " with marks are syllables now, " + std::to_string(found.before) +
                        " were before";
  if (found.named > 0) {
    message += "; the name of the font says it of " + counted(found.named, "place", "places");
  }
  message += ". The source's own characters stand as `original` beside the evidence";
  return {"legacy-encoding", base::Severity::kInfo, message, std::nullopt, std::nullopt};
}

base::Diagnostic unmapped_diagnostic(const std::vector<language::UnmappedCharacter>& unmapped) {
  constexpr std::size_t kNamed = 12;
  std::string list;
  for (std::size_t i = 0; i < unmapped.size() && i < kNamed; ++i) {
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(unmapped[i].code_point));
    list += (i == 0 ? "" : ", ") + std::string(code) + " (" +
            counted(unmapped[i].count, "time", "times") + ")";
  }
  if (unmapped.size() > kNamed) {
    list += " and " + std::to_string(unmapped.size() - kNamed) + " more";
  }
  return {"unmapped-characters", base::Severity::kWarning,
          "the codes of old fonts that were decoded have no letter for " + list +
              "; these characters stand as they were: compare them with the source",
          std::nullopt, std::nullopt};
}

void describe(const LegacyText& legacy, Document& document) {
  const std::vector<Found> all = summary(legacy);
  if (all.empty()) return;
  document.encoding = encoding_name(document.encoding, all, legacy.unicode_words);
  for (const Found& found : all) {
    document.diagnostics.push_back(decoded_diagnostic(found, document.source));
  }
  if (!legacy.unmapped.empty()) {
    document.diagnostics.push_back(unmapped_diagnostic(legacy.unmapped));
  }
}

}  // namespace

void read_source_text(Document& document, std::span<const language::FontHint> hints) {
  LegacyText legacy = language::read_legacy(document.source, hints);
  language::Normalized clean = language::normalize(legacy.text.utf8);
  document.content = std::move(clean.utf8);
  document.edits = legacy.text.edits.empty() ? std::move(clean.edits)
                                             : language::compose(legacy.text.edits, clean.edits);
  describe(legacy, document);
}

}  // namespace kehoach::layout
