#include "layout/text/stream.h"

#include <algorithm>
#include <utility>

#include "language/comparison.h"
#include "layout/text/line_shape.h"
#include "layout/text/mark.h"

namespace kehoach::layout {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// The first character of `text`, as UTF-8.
std::string_view first_character(std::string_view text) {
  std::size_t n = 1;
  while (n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) ++n;
  return text.substr(0, n);
}

// A row of a table.
bool has_cells(std::string_view line) {
  return line.find('\t') != std::string_view::npos || line.find(" | ") != std::string_view::npos;
}

// Fewest spaces that part columns.
constexpr std::size_t kColumnGap = 3;

// "12", "- 12 -": nothing but a short number.
bool is_page_number(std::string_view line) {
  const auto first = line.find_first_not_of("- ");
  if (first == std::string_view::npos) return false;
  const auto last = line.find_last_not_of("- ");
  const auto digits = line.substr(first, last - first + 1);
  return digits.size() <= 4 && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

// "- 12 -": stands on no line that says anything.
bool is_dashed_page_number(std::string_view line) {
  return line.size() > 2 && line.front() == '-' && line.back() == '-' && is_page_number(line);
}

// Fewest characters of a line that was wrapped.
constexpr std::size_t kLongLine = 60;

// "… an toàn giao thông năm" above "2026": behind a long line in mid-sentence a number that is no
// mark opens nothing. A date may, where no sentence ends with it: the day when a page was posted
// stands below its headline.
bool ends_before_number(std::string_view here, std::string_view next) {
  const auto digits = next.find_first_not_of("0123456789");
  if (digits == 0 || next.empty() || read_mark_text(next)) return false;
  if (digits != std::string_view::npos && next[digits] != ' ' && !ends_sentence(next)) return false;
  return width(here) >= kLongLine && starts_lower(here.substr(here.find_last_of(' ') + 1));
}

bool holds(const std::vector<std::size_t>& sorted, std::size_t begin, std::size_t end) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), begin);
  return found != sorted.end() && *found <= end;
}

Case case_of_word(std::string_view word) {
  if (language::is_upper_word(word)) return Case::kUpper;
  if (language::starts_upper(word)) return Case::kTitle;
  return language::upper(word) == word ? Case::kNone : Case::kLower;
}

}  // namespace

Stream::Stream(std::string_view content, std::string_view source, const language::Edits& edits,
               const match::Matcher& matcher, std::vector<GivenLine> given)
    : content_(content), given_(std::move(given)) {
  read_spacing(source, edits);
  cut_lines(source);
  take_out_page_numbers();
  take_out_given();
  measure_lines();
  if (!whole_ && may_be_flow()) {
    join(&Stream::joins_in_flow);
    tokenize(matcher);
    flow_ = marks_inside_lines();
    if (flow_) return;
  }
  join(&Stream::joins_in_lines);
  tokenize(matcher);
}

// Normalizing collapses spaces and form feeds; the edits tell where they were.
void Stream::read_spacing(std::string_view source, const language::Edits& edits) {
  for (const auto& edit : edits) {
    const auto from = source.substr(edit.from_begin, edit.from_end - edit.from_begin);
    if (from.find('\f') != std::string_view::npos) {
      page_ends_.push_back(edit.to_end);
    } else if (from.size() >= kColumnGap) {
      read_gaps(from, edit.to_begin, edit.to_end);
    }
  }
}

// Changed letters beside spaces are one edit with them: each run of spaces in `from` left one space
// of the content's [begin, end).
void Stream::read_gaps(std::string_view from, std::size_t begin, std::size_t end) {
  for (std::size_t i = from.find(' '); i != std::string_view::npos; i = from.find(' ', i)) {
    const std::size_t run = std::min(from.find_first_not_of(' ', i), from.size()) - i;
    begin = std::min(content_.find(' ', begin), end);
    if (begin == end) return;
    ++begin;
    if (run >= kColumnGap) column_gaps_.push_back(begin);
    i += run;
  }
}

void Stream::cut_lines(std::string_view source) {
  // Normalizing keeps line ends, so both texts have the same lines.
  bool blank = false;
  std::size_t from = 0;
  for (std::size_t begin = 0; begin <= content_.size();) {
    const auto end = std::min(content_.find('\n', begin), content_.size());
    std::size_t indent = 0;
    for (; from < source.size(); ++from, ++indent) {
      if (source.substr(from, 2) == "\u00a0")
        ++from;
      else if (source[from] != ' ' && source[from] != '\t')
        break;
    }
    while (from < source.size() && source[from] != '\n' && source[from] != '\r' &&
           source[from] != '\f')
      ++from;
    from += from + 1 < source.size() && source[from] == '\r' && source[from + 1] == '\n' ? 2 : 1;
    std::size_t b = begin, e = end;
    while (b < e && is_space(content_[b])) ++b;
    while (e > b && is_space(content_[e - 1])) --e;
    if (b < e) {
      const auto before = lines_.empty() ? 0 : lines_.back().end;
      lines_.push_back({b, e, indent, blank, holds(page_ends_, before, b)});
    }
    blank = b == e;
    begin = end + 1;
  }
}

// A number alone on the first or last line of a page. The line after it opens the page, and the
// blank lines around a page's end part nothing.
void Stream::take_out_page_numbers() {
  std::vector<Line> kept;
  bool opens = false;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    auto line = lines_[i];
    const bool last = i + 1 < lines_.size() ? lines_[i + 1].opens_page
                                            : holds(page_ends_, line.end, content_.size());
    if (is_dashed_page_number(line_text(i)) ||
        ((line.opens_page || last) && is_page_number(line_text(i)))) {
      page_numbers_.push_back({line.begin, line.end});
      opens = opens || line.opens_page;
      continue;
    }
    line.opens_page = line.opens_page || opens;
    opens = false;
    if (line.opens_page) line.blank_before = false;
    kept.push_back(line);
  }
  lines_ = std::move(kept);
}

// Lines that stand apart, and the line ends between them, so that a menu of a thousand lines above
// a letterhead puts it no further down.
void Stream::take_out_given() {
  std::vector<Line> kept;
  auto given = given_.begin();
  bool run = false;
  for (Line line : lines_) {
    while (given != given_.end() && given->span.begin < line.begin) ++given;
    const bool known = given != given_.end() && given->span.begin == line.begin;
    if (known && given->kind == GivenLine::Kind::kApart) {
      if (!run) apart_.push_back({line.begin, line.end});
      apart_.back().end = line.end;
      run = true;
      continue;
    }
    line.blank_before = line.blank_before && !(known && given->wrapped);
    line.fixed = known && (given->kind != GivenLine::Kind::kText || given->whole);
    whole_ = whole_ || (known && given->whole);
    kept.push_back(line);
    run = false;
  }
  lines_ = std::move(kept);
}

void Stream::measure_lines() {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    widths.push_back(width(line_text(i)));
    if (i + 1 == lines_.size() || !continues(i)) continue;
    ++continued_;
    wrap_width_ = std::max(wrap_width_, widths.back());
  }
  if (widths.empty()) return;
  const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::nth_element(widths.begin(), middle, widths.end());
  usual_width_ = *middle;
}

std::string_view Stream::line_text(std::size_t line) const {
  return content_.substr(lines_[line].begin, lines_[line].end - lines_[line].begin);
}

// The line goes on in the next one: it did not end, and the next begins in lower case.
bool Stream::continues(std::size_t line) const {
  const auto next = line_text(line + 1);
  return !lines_[line + 1].blank_before && !lines_[line].fixed && !lines_[line + 1].fixed &&
         goes_on(line_text(line), next);
}

bool Stream::may_be_flow() const {
  return lines_.size() <= 5 || (continued_ >= 2 && continued_ * 8 >= lines_.size());
}

// In a flow only blank lines and short lines that end a sentence are more than spaces.
bool Stream::joins_in_flow(std::size_t line) const {
  const auto text_of = line_text(line);
  const auto word = text_of.substr(text_of.find_last_of(' ') + 1);
  const auto mark = read_mark_text(word);
  const bool done =
      (text_of.back() == '.' || text_of.back() == ';') && !(mark && mark->size == word.size());
  return !lines_[line + 1].blank_before && !lines_[line].fixed && !lines_[line + 1].fixed &&
         !(done && width(text_of) * 10 < usual_width_ * 6);
}

// Elsewhere a line goes on where the next begins in lower case, or where it is as wide as a line
// can be and ends in mid-sentence.
bool Stream::joins_in_lines(std::size_t line) const {
  if (continues(line)) return true;
  const auto here = line_text(line), next = line_text(line + 1);
  if (has_cells(here) || has_cells(next) || lines_[line].fixed || lines_[line + 1].fixed)
    return false;
  // "kinh tế" with "- xã hội" on the next line is no item.
  const bool item = opens_item(next) && !(next.starts_with("- ") && starts_lower(next.substr(2)));
  if (lines_[line + 1].blank_before || item) return false;
  if (ends_sentence(here) && !starts_lower(next)) return false;
  if (ends_before_number(here, next)) return true;
  if (continued_ < 3) return false;
  // Lines of a proportional font differ in letters; one that ends in mid-sentence and fills most of
  // the width goes on, one that ends a sentence only where no word more would have fitted.
  const std::size_t filled = width(here) + 1 + width(next.substr(0, next.find(' ')));
  return filled > wrap_width_ || (!ends_sentence(here) && width(here) * 4 >= wrap_width_ * 3);
}

void Stream::join(bool (Stream::*joins)(std::size_t) const) {
  flat_.assign(content_);
  for (const auto* taken_out : {&page_numbers_, &apart_}) {
    for (const auto& span : *taken_out) {
      std::fill(flat_.begin() + static_cast<std::ptrdiff_t>(span.begin),
                flat_.begin() + static_cast<std::ptrdiff_t>(span.end), ' ');
    }
  }
  for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
    if (!(this->*joins)(i)) continue;
    for (auto p = lines_[i].end; p < lines_[i + 1].begin; ++p) flat_[p] = ' ';
  }
}

void Stream::tokenize(const match::Matcher& matcher) {
  sequence_ = matcher.tokenize(flat_, "layout");
  cases_.clear();
  cases_.reserve(size());
  for (const auto& token : sequence_.tokens) {
    cases_.push_back(token.is("break") ? Case::kNone : case_of_word(sequence_.slice(token)));
  }
  // Looked up far more often than there are tokens; a line may be the whole text.
  line_ends_.assign(size(), size());
  for (std::size_t i = size(); i-- > 0;) {
    if (is_break(i))
      line_ends_[i] = i;
    else if (i + 1 < size())
      line_ends_[i] = line_ends_[i + 1];
  }
}

// What opens a line in typed files (rules, the number, the type, Roman headings) stands in the
// middle of the source's lines.
bool Stream::marks_inside_lines() const {
  std::size_t inside = 0, at_start = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    const bool roman = is_capitals(i + 2) &&
                       text(i).find_first_not_of("IVX") == std::string::npos && is_text(i + 1, ".");
    const bool anchor = is(i, "rule") || is(i, "header_number") || roman ||
                        (is(i, "doc_type") && case_of(i) == Case::kUpper);
    if (!anchor) continue;
    auto p = at(i).span.begin;
    while (p > 0 && content_[p - 1] == ' ') --p;
    ++(p == 0 || content_[p - 1] == '\n' ? at_start : inside);
  }
  return inside >= 2 && inside > at_start;
}

bool Stream::is_capitals(std::size_t i) const {
  return case_of(i) == Case::kUpper && text(i).size() > first_character(text(i)).size();
}

bool Stream::can_open(std::size_t i) const {
  if (i >= size()) return false;
  const auto how = case_of(i);
  if (how != Case::kNone) return how != Case::kLower;
  const auto sign = first_character(text(i));
  return sign == "“" || sign == "\"" || sign == "‘" || sign == "(" || sign == "[" ||
         (sign[0] >= '0' && sign[0] <= '9');
}

bool Stream::glued(std::size_t i) const {
  return i > 0 && i < size() && !is_break(i - 1) && at(i - 1).span.end == at(i).span.begin;
}

bool Stream::in_new_column(std::size_t i) const {
  if (i == 0 || i >= size()) return false;
  return holds(column_gaps_, at(i - 1).span.end, at(i).span.begin);
}

bool Stream::is_taken_out(std::size_t offset) const {
  const auto in = [&](const std::vector<base::ContentSpan>& spans) {
    const auto after = std::upper_bound(
        spans.begin(), spans.end(), offset,
        [](std::size_t position, base::ContentSpan span) { return position < span.begin; });
    return after != spans.begin() && offset < std::prev(after)->end;
  };
  return in(page_numbers_) || in(apart_);
}

const GivenLine* Stream::given_at(std::size_t i) const {
  if (i >= size() || given_.empty() || !line_start(i)) return nullptr;
  const auto begin = at(i).span.begin;
  const auto found = std::lower_bound(
      given_.begin(), given_.end(), begin,
      [](const GivenLine& line, std::size_t position) { return line.span.begin < position; });
  return found != given_.end() && found->span.begin == begin ? &*found : nullptr;
}

bool Stream::is_known(std::size_t i, BlockKind kind) const {
  const auto* given = given_at(i);
  return given && given->block == kind;
}

std::size_t Stream::tabs_before(std::size_t i) const {
  if (i == 0) return 0;
  const auto from = flat_.begin() + static_cast<std::ptrdiff_t>(at(i - 1).span.end);
  const auto to = flat_.begin() + static_cast<std::ptrdiff_t>(at(i).span.begin);
  return static_cast<std::size_t>(std::count(from, to, '\t'));
}

End Stream::end_before(std::size_t i) const {
  if (i == 0 || is_break(i - 1) || is(i - 1, "rule")) return End::kFull;
  const auto before = text(i - 1);
  const char last = before.back();
  if (last == '.' || last == ';' || last == '!' || last == '?' || before.ends_with("…")) {
    return End::kFull;
  }
  if (last == ':') return End::kColon;
  if (last == ',') return End::kComma;
  const bool closing = last == ')' || last == '"' || last == '\'' || last == ']' ||
                       before.ends_with("”") || before.ends_with("’");
  return closing ? End::kWeak : End::kNone;
}

std::size_t Stream::line_end(std::size_t i) const { return i < size() ? line_ends_[i] : i; }

std::size_t Stream::skip_breaks(std::size_t i) const {
  while (is_break(i)) ++i;
  return i;
}

std::size_t Stream::token_from(std::size_t offset) const {
  const auto& tokens = sequence_.tokens;
  const auto found = std::lower_bound(
      tokens.begin(), tokens.end(), offset,
      [](const match::Token& token, std::size_t position) { return token.span.begin < position; });
  return static_cast<std::size_t>(found - tokens.begin());
}

std::size_t Stream::words(std::size_t begin, std::size_t end) const {
  std::size_t count = 0;
  for (auto i = begin; i < end && i < size(); ++i) {
    if (is_break(i)) continue;
    const auto t = text(i);
    if (is_word(i) || (t[0] >= '0' && t[0] <= '9')) {
      count += 1 + std::count(t.begin(), t.end(), ' ');
    }
  }
  return count;
}

std::size_t Stream::indent(std::size_t i) const {
  const auto begin = at(i).span.begin;
  const auto line =
      std::upper_bound(lines_.begin(), lines_.end(), begin,
                       [](std::size_t position, const Line& l) { return position < l.begin; });
  return line == lines_.begin() ? 0 : std::prev(line)->indent;
}

}  // namespace kehoach::layout
