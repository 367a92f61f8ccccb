#include "plan/tasks/task_list.h"

#include <array>

#include "language/comparison.h"

namespace kehoach::plan {

namespace {

using base::LocalSpan;

constexpr std::string_view kStage = "task-cues";
constexpr std::array<std::string_view, 8> kLoose = {" ", ";", ".", ",", "/", "\"", "“", "”"};

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// Takes one loose sign off the front or back of `text`; false if there is none.
bool strip_front(std::string_view text, LocalSpan& span) {
  for (const std::string_view sign : {std::string_view(" "), std::string_view("\""),
                                      std::string_view("“"), std::string_view(",")}) {
    if (text.substr(span.begin, span.size()).starts_with(sign)) {
      span.begin += sign.size();
      return true;
    }
  }
  return false;
}

bool strip_back(std::string_view text, LocalSpan& span) {
  for (const std::string_view sign : kLoose) {
    if (text.substr(span.begin, span.size()).ends_with(sign)) {
      span.end -= sign.size();
      return true;
    }
  }
  return false;
}

bool has_semicolon(std::string_view text) { return text.find(';') != std::string_view::npos; }

// A quotation mark that the stretch opens and does not close stays where it was printed.
std::size_t count(std::string_view text, std::string_view sign) {
  std::size_t found = 0;
  for (std::size_t at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + sign.size())) {
    ++found;
  }
  return found;
}

bool quotes_whole(std::string_view text) {
  const bool opened = text.starts_with("“") || text.starts_with("\"");
  const bool closed = text.ends_with("”") || text.ends_with("\"");
  return opened && closed && count(text, "“") + count(text, "\"") <= 2;
}

// Items behind a cue: quoted or divided by semicolons up to the end of the sentence, else one a
// sentence up to the end of the paragraph.
std::vector<LocalSpan> items_after(std::string_view text, std::size_t begin) {
  std::vector<LocalSpan> items;
  const std::vector<LocalSpan> parts = sentences(text.substr(begin));
  if (parts.empty()) return items;
  const LocalSpan first{begin + parts.front().begin, begin + parts.front().end};
  if (has_semicolon(text.substr(first.begin, first.size()))) return clauses(text, first);
  for (const LocalSpan& part : parts) items.push_back({begin + part.begin, begin + part.end});
  return items;
}

}  // namespace

LocalSpan trimmed(std::string_view text, LocalSpan span) {
  while (!span.empty() && is_space(text[span.begin])) ++span.begin;
  while (!span.empty() &&
         (is_space(text[span.end - 1]) ||
          std::string_view(";.,/").find(text[span.end - 1]) != std::string_view::npos)) {
    if (text.substr(span.begin, span.size()).ends_with("...")) break;
    --span.end;
  }
  if (!quotes_whole(text.substr(span.begin, span.size()))) return span;
  while (!span.empty() && strip_front(text, span)) {
  }
  while (!span.empty() && strip_back(text, span)) {
  }
  return span;
}

std::vector<LocalSpan> sentences(std::string_view text) {
  std::vector<LocalSpan> found;
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] != '.' || text[i + 1] != ' ') continue;
    if (!language::starts_upper(text.substr(i + 2, 4))) continue;
    if (i >= 2 && text[i - 1] == '.') continue;  // "..." goes on
    found.push_back({begin, i + 1});
    begin = i + 2;
  }
  if (begin < text.size()) found.push_back({begin, text.size()});
  return found;
}

std::vector<LocalSpan> clauses(std::string_view text, LocalSpan span) {
  std::vector<LocalSpan> found;
  std::size_t begin = span.begin;
  int brackets = 0;
  for (std::size_t i = span.begin; i < span.end; ++i) {
    if (text[i] == '(') ++brackets;
    if (text[i] == ')' && brackets > 0) --brackets;
    if (text[i] != ';' || brackets > 0) continue;
    found.push_back({begin, i});
    begin = i + 1;
  }
  found.push_back({begin, span.end});
  return found;
}

std::vector<LocalSpan> inline_items(const match::Matcher& matcher, std::string_view paragraph) {
  std::vector<LocalSpan> items;
  const match::TokenSequence tokens = matcher.tokenize(paragraph, kStage);
  for (const match::Token& token : tokens.tokens) {
    if (!token.is("task-cue") || token.span.end >= paragraph.size()) continue;
    for (const LocalSpan& item : items_after(paragraph, token.span.end)) {
      const LocalSpan clean = trimmed(paragraph, item);
      if (!clean.empty()) items.push_back(clean);
    }
    break;
  }
  return items;
}

}  // namespace kehoach::plan
