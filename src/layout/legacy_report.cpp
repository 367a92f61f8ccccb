#include "layout/legacy_report.h"

#include <algorithm>
#include <cstdio>

#include "base/utf8.h"

namespace kehoach::layout {
namespace {

using language::LegacyEncoding;
using language::LegacyRun;

// One stray word of Unicode among twenty makes no mixed text.
constexpr std::size_t kStray = 20;

std::string opening_at(std::string_view source, std::size_t begin) {
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

}  // namespace

LegacyReport::Found& LegacyReport::entry(LegacyEncoding encoding) {
  const auto known = std::find_if(found_.begin(), found_.end(),
                                  [&](const Found& found) { return found.encoding == encoding; });
  if (known != found_.end()) return *known;
  found_.emplace_back().encoding = encoding;
  return found_.back();
}

void LegacyReport::add(const language::LegacyText& text, std::string_view source) {
  for (const LegacyRun& run : text.runs) {
    Found& found = entry(run.font.encoding);
    if (found.places == 0) found.opening = opening_at(source, run.begin);
    ++found.places;
    found.named += run.named;
    found.words += run.words;
    found.before += run.before;
    found.after += run.after;
  }
  for (const auto& [code_point, count] : text.unmapped) unmapped_[code_point] += count;
  unicode_words_ += text.unicode_words;
}

std::vector<LegacyReport::Found> LegacyReport::by_words() const {
  std::vector<Found> sorted = found_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Found& a, const Found& b) { return a.words > b.words; });
  return sorted;
}

std::string LegacyReport::encoding(const std::string& file) const {
  if (found_.empty()) return file;
  std::size_t words = 0;
  std::string names;
  for (const Found& found : by_words()) {
    words += found.words;
    names += (names.empty() ? "" : "+") + std::string(name(found.encoding));
  }
  const bool mixed = file.starts_with("UTF-") && unicode_words_ * kStray >= words;
  return mixed ? file + "+" + names : names;
}

base::Diagnostics LegacyReport::diagnostics() const {
  base::Diagnostics all;
  for (const Found& found : by_words()) all.push_back(decoded(found));
  if (!unmapped_.empty()) all.push_back(unmapped());
  return all;
}

base::Diagnostic LegacyReport::decoded(const Found& found) {
  std::string message =
      "the codes of old fonts (" + std::string(name(found.encoding)) + ") in " +
      counted(found.places, "place", "places") + ", the first at \"" + found.opening +
      "\", were read as Vietnamese letters: " + std::to_string(found.after) + " of " +
      counted(found.words, "word", "words") + " with marks are syllables now, " +
      std::to_string(found.before) + " were before";
  if (found.named > 0) {
    message += "; the name of the font says it of " + counted(found.named, "place", "places");
  }
  message += ". The source's own characters stand as `original` beside the evidence";
  return {"legacy-encoding", base::Severity::kInfo, message, std::nullopt, std::nullopt};
}

base::Diagnostic LegacyReport::unmapped() const {
  constexpr std::size_t kNamed = 12;
  std::string list;
  std::size_t named = 0;
  for (const auto& [code_point, count] : unmapped_) {
    if (named++ == kNamed) break;
    char code[16];
    std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(code_point));
    list += (list.empty() ? "" : ", ") + std::string(code) + " (" +
            counted(count, "time", "times") + ")";
  }
  if (unmapped_.size() > kNamed) {
    list += " and " + std::to_string(unmapped_.size() - kNamed) + " more";
  }
  return {"unmapped-characters", base::Severity::kWarning,
          "the codes of old fonts that were decoded have no letter for " + list +
              "; these characters stand as they were: compare them with the source",
          std::nullopt, std::nullopt};
}

}  // namespace kehoach::layout
