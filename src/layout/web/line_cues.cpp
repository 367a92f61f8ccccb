#include "layout/web/line_cues.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kehoach::layout {
namespace {

constexpr std::array<std::string_view, 3> kLetterheadTypes = {"national_title", "motto",
                                                              "recipients_label"};
constexpr std::array<std::string_view, 7> kDocumentTypes = {
    "header_number", "number_label", "number_symbol", "header_date",
    "authority",     "signed_mark",  "addressee"};

bool has(const match::TokenSequence& line, std::string_view type) {
  return std::any_of(line.tokens.begin(), line.tokens.end(),
                     [&](const auto& token) { return token.is(type); });
}

bool starts(const match::TokenSequence& line, std::string_view type) {
  return !line.tokens.empty() && line.tokens.front().is(type);
}

// Nothing but the cue, signs and numbers: "Bình luận (3)".
bool is_all(const match::TokenSequence& line, std::string_view type) {
  return std::all_of(line.tokens.begin(), line.tokens.end(), [&](const auto& token) {
    if (token.is(type) || token.is("punct")) return true;
    const auto text = line.slice(token);
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  });
}

bool ends_in_colon(std::string_view text) { return !text.empty() && text.back() == ':'; }

}  // namespace

bool is_of_document(LineCue cue) {
  return cue == LineCue::kDocument || cue == LineCue::kLetterhead;
}

namespace {

LineCue layout_cue(std::string_view text, const match::TokenSequence& line) {
  for (const auto type : kLetterheadTypes)
    if (has(line, type)) return LineCue::kLetterhead;
  for (const auto type : kDocumentTypes)
    if (has(line, type)) return LineCue::kDocument;
  const bool label =
      is_all(line, "foot_start") || (starts(line, "foot_start") && ends_in_colon(text));
  if (starts(line, "foot_start") && label) return LineCue::kFoot;
  if (has(line, "clock_date")) return LineCue::kPosted;
  if (has(line, "posted_label") && has(line, "plain_date")) return LineCue::kPosted;
  if (has(line, "counter") && line.tokens.size() <= kCueWords) return LineCue::kCounter;
  if (is_all(line, "menu") || is_all(line, "link_phrase")) return LineCue::kLabel;
  return LineCue::kNone;
}

LineCue page_cue(std::string_view text, const match::TokenSequence& line) {
  if (line.tokens.empty() || !line.tokens.front().is("page_cue")) return LineCue::kNone;
  const auto value = line.tokens.front().value;
  if (value == "posted") return LineCue::kPosted;
  if (value == "byline") return LineCue::kByline;
  if (value == "other-date") return LineCue::kOtherDate;
  if (value == "error") return LineCue::kError;
  const bool alone = is_all(line, "page_cue") || ends_in_colon(text);
  if (value == "foot" && alone) return LineCue::kFoot;
  if (value == "label" && is_all(line, "page_cue")) return LineCue::kLabel;
  return LineCue::kNone;
}

}  // namespace

LineCue LineCues::of(std::size_t line) {
  if (text_.lines[line].facts.words > kCueWords) return LineCue::kNone;
  auto& known = known_[line];
  if (!known) {
    const auto words = text_.text_of(markup_, text_.lines[line]);
    known = layout_cue(words, matcher_.tokenize(words, "layout"));
    if (*known == LineCue::kNone) known = page_cue(words, matcher_.tokenize(words, "page-cues"));
  }
  return *known;
}

}  // namespace kehoach::layout
