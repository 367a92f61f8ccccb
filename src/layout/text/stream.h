// A plain text cut into lines and tokens: what the readers of header, body and closing walk over.
//
// Line ends inside a sentence (hard wraps) are spaces here, so that no pattern need know of them;
// the others stay and are tokens of type "break". Positions in `flat` are positions in the content.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "language/normalize.h"
#include "layout/text/given_lines.h"
#include "match/matcher.h"

namespace kehoach::layout {

// How a token is written. Signs and numbers have no case.
enum class Case { kNone, kLower, kTitle, kUpper };

// What stands directly before a token: the end of a sentence or item, a bracket or quote that may
// close one, a comma, or the middle of a sentence.
enum class End { kFull, kColon, kWeak, kComma, kNone };

class Stream {
 public:
  // `source` is the text before normalization, `edits` lead from it to the content: its indentation
  // tells captions apart, its form feeds pages, its runs of spaces columns. `given`: what is known
  // of its lines beforehand, in order.
  Stream(std::string_view content, std::string_view source, const language::Edits& edits,
         const match::Matcher& matcher, std::vector<GivenLine> given = {});
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  std::string_view content() const { return content_; }
  // True where marks ("1.", " - ") may stand inside a line: the text is one flow.
  bool flow() const { return flow_; }

  std::size_t size() const { return sequence_.tokens.size(); }
  const match::Token& at(std::size_t i) const { return sequence_.tokens[i]; }
  const match::TokenSequence& sequence() const { return sequence_; }
  std::string_view text(std::size_t i) const { return sequence_.slice(at(i)); }
  std::string_view text(match::TokenRange range) const { return sequence_.slice(range); }
  bool is(std::size_t i, std::string_view type) const { return i < size() && at(i).is(type); }
  bool is_text(std::size_t i, std::string_view text_of) const {
    return i < size() && text(i) == text_of;
  }
  bool is_break(std::size_t i) const { return is(i, "break"); }
  Case case_of(std::size_t i) const { return i < size() ? cases_[i] : Case::kNone; }
  bool is_word(std::size_t i) const { return case_of(i) != Case::kNone; }
  // A word of capitals, longer than one letter.
  bool is_capitals(std::size_t i) const;
  // True where a sentence or item can begin: a capital, a number or an opening sign.
  bool can_open(std::size_t i) const;

  bool line_start(std::size_t i) const { return i == 0 || is_break(i - 1); }
  // No space between token i and the one before.
  bool glued(std::size_t i) const;
  // So many spaces between token i and the one before that it stands in a column of its own.
  bool in_new_column(std::size_t i) const;
  // Lines that hold a page's number: spaces in `flat`, so that the text goes on over the page end.
  const std::vector<base::ContentSpan>& page_numbers() const { return page_numbers_; }
  // In a page number or a line that is given as standing apart.
  bool is_taken_out(std::size_t offset) const;
  const std::vector<GivenLine>& given() const { return given_; }
  // What is given of the line that begins at token i; null if nothing is.
  const GivenLine* given_at(std::size_t i) const;
  // Token i begins a line that is given as a block of that kind.
  bool is_known(std::size_t i, BlockKind kind) const;
  // Lines are given as whole paragraphs: not those of a page around an article.
  bool whole() const { return whole_; }
  // Tabs between token i and the one before.
  std::size_t tabs_before(std::size_t i) const;
  End end_before(std::size_t i) const;
  // First token at or after `i` that is a break, or size().
  std::size_t line_end(std::size_t i) const;
  std::size_t skip_breaks(std::size_t i) const;
  // First token that begins at or after `offset`.
  std::size_t token_from(std::size_t offset) const;
  // Words in [begin, end), numbers included.
  std::size_t words(std::size_t begin, std::size_t end) const;

  const std::string& flat() const { return flat_; }
  // Spaces before the line that holds token i, as the source has them.
  std::size_t indent(std::size_t i) const;

 private:
  struct Line {
    std::size_t begin = 0, end = 0;  // trimmed
    std::size_t indent = 0;
    bool blank_before = false;
    bool opens_page = false;
    bool fixed = false;  // neither goes on nor is gone on with
  };
  void read_gaps(std::string_view from, std::size_t begin, std::size_t end);
  void read_spacing(std::string_view source, const language::Edits& edits);
  void cut_lines(std::string_view source);
  void take_out_page_numbers();
  void take_out_given();
  void measure_lines();
  std::string_view line_text(std::size_t line) const;
  bool continues(std::size_t line) const;
  bool may_be_flow() const;
  void join(bool (Stream::*joins)(std::size_t) const);
  bool joins_in_flow(std::size_t line) const;
  bool joins_in_lines(std::size_t line) const;
  bool marks_inside_lines() const;
  void tokenize(const match::Matcher& matcher);

  std::string_view content_;
  std::string flat_;
  std::vector<Line> lines_;  // not blank
  std::vector<base::ContentSpan> page_numbers_;
  std::vector<GivenLine> given_;
  std::vector<base::ContentSpan> apart_;  // runs of given lines that stand apart
  std::vector<std::size_t> page_ends_;    // where the source has a form feed
  std::vector<std::size_t> column_gaps_;  // where it has a wide run of spaces
  match::TokenSequence sequence_;
  std::vector<Case> cases_;
  std::vector<std::size_t> line_ends_;  // of each token: the break that ends its line
  std::size_t usual_width_ = 0;         // of a line: the median
  std::size_t wrap_width_ = 0;          // of lines that go on in the next one: the longest
  std::size_t continued_ = 0;           // how many go on
  bool flow_ = false;
  bool whole_ = false;
};

}  // namespace kehoach::layout
