#include "layout/web/declared_text.h"

#include <functional>
#include <vector>

#include "language/comparison.h"
#include "layout/web/structured_data.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kRun = 3;  // words
constexpr std::size_t kWholeWords = 120;
constexpr std::size_t kLeastWords = 60;  // of a text that is worth asking

// Some sites declare the text with its tags.
std::string without_tags(std::string_view text) {
  std::string plain;
  bool tag = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool letter = i + 1 < text.size() && (text[i + 1] == '/' || (text[i + 1] | 0x20) >= 'a');
    if (text[i] == '<' && letter) tag = true;
    if (!tag) plain += text[i];
    if (text[i] == '>' && tag) {
      tag = false;
      plain += ' ';
    }
  }
  return plain;
}

bool ends_a_text(std::string_view text) {
  const auto last = text.find_last_not_of(" \n\r\t\"')");
  if (last == std::string_view::npos) return false;
  const auto rest = text.substr(0, last + 1);
  const bool stop = rest.ends_with('.') || rest.ends_with('!') || rest.ends_with('?') ||
                    rest.ends_with("”") || rest.ends_with("’");
  return stop && !rest.ends_with("..");
}

std::vector<std::size_t> runs_of(std::string_view text) {
  const auto words = language::comparison_words(text);
  std::vector<std::size_t> runs;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    std::size_t hash = 0;
    for (std::size_t k = 0; k < kRun; ++k)
      hash = hash * 1'000'003 + std::hash<std::string>{}(words[i + k]);
    runs.push_back(hash);
  }
  return runs;
}

}  // namespace

DeclaredText::DeclaredText(const read::Markup& markup) {
  for (std::size_t i = 0; i < markup.nodes.size() && !known(); ++i) {
    if (markup.nodes[i].tag != "script" || i + 1 >= markup.nodes[i].end) continue;
    const auto data = read_structured_data(markup.nodes[i + 1].text);
    if (headline_.empty()) headline_ = data.headline;
    const auto body = without_tags(data.body);
    const auto runs = runs_of(body);
    if (runs.size() < kLeastWords) continue;
    shingles_.insert(runs.begin(), runs.end());
    complete_ = runs.size() >= kWholeWords && ends_a_text(body);
  }
}

bool DeclaredText::holds(std::string_view line) const {
  const auto runs = runs_of(line);
  std::size_t found = 0;
  for (const auto run : runs) found += shingles_.count(run);
  return !runs.empty() && found * 5 >= runs.size() * 4;
}

}  // namespace kehoach::layout
