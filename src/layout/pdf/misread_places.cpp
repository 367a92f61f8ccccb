#include "layout/pdf/misread_places.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kLetterheadRows =
    30;  // of a page: below them no number or date is the header's

// Where each word stands in the row's text.
std::vector<base::LocalSpan> word_spans(const PageRow& row) {
  std::vector<base::LocalSpan> spans;
  std::size_t at = 0;
  for (const auto& word : row.words) {
    if (at > 0 && !word.joined) ++at;
    spans.push_back({at, at + word.text.size()});
    at += word.text.size();
  }
  return spans;
}

// The token's value with its parts in place of their names; parts that are not there are blank.
std::string clear_text(const match::TokenSequence& sequence, const match::Token& token) {
  std::string text;
  const std::string_view form = token.value;
  for (std::size_t i = 0; i < form.size();) {
    const auto open = form.find('{', i), close = form.find('}', i);
    if (open == form.npos || close == form.npos || close < open) {
      text += form.substr(i);
      break;
    }
    text += form.substr(i, open - i);
    text += sequence.part(token, form.substr(open + 1, close - open - 1));
    i = close + 1;
  }
  return text;
}

// The words of a row that a token lies in.
struct Words {
  std::size_t begin = 0, end = 0;
};

Words words_in(const std::vector<base::LocalSpan>& spans, base::LocalSpan token) {
  Words words{spans.size(), 0};
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (!spans[i].overlaps(token)) continue;
    words.begin = std::min(words.begin, i);
    words.end = i + 1;
  }
  return words;
}

// Makes one word of them; as sure as those that its clear parts stand in.
PageWord joined_words(const PageRow& row, Words words, const std::vector<base::LocalSpan>& spans,
                      const match::Token& token, std::string_view row_text, std::string clear) {
  const base::LocalSpan all{spans[words.begin].begin, spans[words.end - 1].end};
  PageWord word = row.words[words.begin];
  word.confidence = 1;
  for (auto i = words.begin; i < words.end; ++i) {
    word.box = join(word.box, row.words[i].box);
    for (const auto& part : token.parts)
      if (part.span.overlaps(spans[i]))
        word.confidence = std::min(word.confidence, row.words[i].confidence);
  }
  word.original = std::string(row_text.substr(all.begin, all.size()));
  word.text = std::string(row_text.substr(all.begin, token.span.begin - all.begin)) +
              std::move(clear) +
              std::string(row_text.substr(token.span.end, all.end - token.span.end));
  return word;
}

base::Diagnostic illegible(const PageText& page, const PageWord& word) {
  return {"illegible", base::Severity::kWarning,
          "\"" + word.original +
              "\" was filled in by hand or with a stamp and cannot be read for sure; what is not "
              "clear stays empty: look at the page",
          page.number, read::turned_box(word.box, page.angle)};
}

}  // namespace

void blank_misread(PageText& page, const match::Matcher& matcher, base::Diagnostics& diagnostics) {
  for (std::size_t r = 0; r < std::min(page.rows.size(), kLetterheadRows); ++r) {
    auto& row = page.rows[r];
    const auto text = row_text(row);
    const auto sequence = matcher.tokenize(text, "layout");
    const auto spans = word_spans(row);
    // From the right, so that positions hold.
    for (auto token = sequence.tokens.rbegin(); token != sequence.tokens.rend(); ++token) {
      if (!token->is("misread")) continue;
      const auto words = words_in(spans, token->span);
      if (words.begin >= words.end) continue;
      auto word = joined_words(row, words, spans, *token, text, clear_text(sequence, *token));
      diagnostics.push_back(illegible(page, word));
      const auto at = row.words.begin() + static_cast<std::ptrdiff_t>(words.begin);
      row.words.erase(at + 1, row.words.begin() + static_cast<std::ptrdiff_t>(words.end));
      *at = std::move(word);
    }
  }
}

}  // namespace kehoach::layout
