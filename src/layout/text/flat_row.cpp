#include "layout/text/flat_row.h"

#include <algorithm>
#include <limits>

#include "language/comparison.h"

namespace kehoach::layout {
namespace {

using match::Token;
using match::TokenRange;

constexpr std::size_t kMostTokens = 400;
constexpr std::size_t kMostStarts = 80;
constexpr std::size_t kFewestWords = 3;  // of a task
constexpr std::size_t kLongestTime = 12;
// Lower-case words of no lexicon that may follow inside a name or behind a time.
constexpr std::size_t kLooseWords = 4;
constexpr int kNoCut = std::numeric_limits<int>::max();

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_time(const Token& token) {
  return token.is("time") || token.is("recurring") || token.is("until") || token.is("onward") ||
         token.is("time-lead") || token.is("due");
}

}  // namespace

// The best cut of the columns from one on, of the tokens from a start on.
struct FlatRowReader::Cut {
  int doubts = kNoCut;
  bool twice = false;    // another is as good
  std::size_t next = 0;  // where the next column begins, of the starts
};

FlatRowReader::FlatRowReader(FlatTokens& tokens, std::vector<FlatColumn> columns, bool by_lines)
    : tokens_(tokens.sequence),
      line_starts_(tokens.line_starts),
      documents_(tokens.documents),
      looks_left_(tokens.looks_left),
      columns_(std::move(columns)),
      by_lines_(by_lines) {}

bool FlatRowReader::is(std::size_t i, std::string_view sign) const {
  return tokens_.slice(tokens_.tokens[i]) == sign;
}

// "Văn phòng" of "Văn phòng UBND tỉnh": the head that opens a name and that another name follows.
// Not what is a name by itself ("Huyện đoàn").
bool FlatRowReader::wants_name(std::size_t i) const {
  const Token& token = tokens_.tokens[i];
  if (!token.is("body-head") || !token.entry || token.value == "kind") return false;
  return !token.entry->attributes.contains("whole") && (token.value == "person" || !goes_on(i));
}

// What stands at `i` belongs to the word before it: a cell ends with neither a comma nor "và".
bool FlatRowReader::goes_on(std::size_t i) const {
  if (i == 0) return false;
  const Token& before = tokens_.tokens[i - 1];
  if (before.span.end == tokens_.tokens[i].span.begin) return true;
  if (before.is("and") || before.is("plural") || before.is("body-tail", "of") || before.is("order"))
    return true;
  if (before.is("time-lead") || before.is("until")) return is_time(tokens_.tokens[i]);
  if (wants_name(i - 1) && tokens_.tokens[i].is("body-head")) return true;
  for (const std::string_view sign : {",", ";", "/", "(", "–", ":", "&", "“"})
    if (is(i - 1, sign)) return true;
  return is(i - 1, "-") && (i < 2 || !line_starts_[i - 1]);
}

bool FlatRowReader::can_begin(std::size_t i) const {
  if (by_lines_ && !line_starts_[i]) return false;
  const std::string_view text = tokens_.slice(tokens_.tokens[i]);
  if (goes_on(i)) return false;
  return language::starts_upper(text) || is_digit(text.front()) || text == "-" || text == "“" ||
         tokens_.tokens[i].is("until") || tokens_.tokens[i].is("time");
}

// "Tham mưu UBND tỉnh …": the name behind a verb is mostly part of the task.
bool FlatRowReader::told_what(std::size_t i) const {
  return i > 0 && !line_starts_[i] && tokens_.tokens[i - 1].is("duty");
}

bool FlatRowReader::may_end_task(std::size_t i) const {
  return opens_name(i) && can_begin(i) && !told_what(i);
}

// "Chủ trì:" inside the cell of a column for all bodies.
bool FlatRowReader::is_label(std::size_t i) const {
  const Token& token = tokens_.tokens[i];
  return token.is("label", "lead") || token.is("label", "cooperating");
}

bool FlatRowReader::opens_name(std::size_t i) const {
  const Token& token = tokens_.tokens[i];
  if (!language::starts_upper(tokens_.slice(token))) return false;
  return token.is("body-head") || token.is("plural") || is_label(i);
}

// `loose`: plain lower-case words since the last that a lexicon knows or that has a capital; `odd`:
// verbs among them ("Ban Quản lý ký túc xá"), which mostly end a name.
bool FlatRowReader::in_name(std::size_t i, std::size_t begin, std::size_t& loose, int& odd) const {
  const Token& token = tokens_.tokens[i];
  const std::string_view text = tokens_.slice(token);
  const bool capital = language::starts_upper(text);
  if (token.is("body-head") || token.is("body-tail") || token.is("body-field") ||
      token.is("plural") || token.is("and") || token.is("punct") || is_label(i) ||
      (capital && (token.is("word") || token.is("term")))) {
    loose = 0;
    if (text == "." && i + 1 < tokens_.tokens.size()) return is_label(i + 1);
    return text != "." && text != "%" && text != ":";
  }
  // "Ban Tổ chức", "Phòng Kiểm tra và Giám sát": verbs that the head of a name takes.
  const Token& before = tokens_.tokens[i - (i > begin ? 1 : 0)];
  if (token.is("duty") && capital) return before.is("body-head") || before.is("and");
  if (token.is("duty") && !language::starts_upper(tokens_.slice(before))) ++odd;
  if (is_digit(text.front())) return text.size() <= 2 && i > begin;
  const bool word = token.is("word") || token.is("term") || token.is("duty") || token.is("order");
  return word && ++loose <= kLooseWords;
}

std::optional<int> FlatRowReader::bodies(TokenRange cell, bool helpers) const {
  if (cell.empty()) return helpers ? 1 : 3;
  std::size_t begin = cell.begin;
  if (is(begin, "-")) ++begin;
  if (begin == cell.end) return helpers ? 0 : 2;  // a dash for nobody
  if (!opens_name(begin)) return std::nullopt;
  std::size_t loose = 0;
  int more = 0, odd = 0;
  for (std::size_t i = begin; i < cell.end; ++i) {
    if (looks_left_ == 0 || !in_name(i, begin, loose, odd)) return std::nullopt;
    --looks_left_;
    // "… Chi nhánh Hải Phòng": what ends the cell opens nothing.
    if (i > begin && i + 1 < cell.end && opens_name(i) && !is_label(i) && !is_label(i - 1) &&
        !goes_on(i))
      ++more;
  }
  const bool kinds = tokens_.tokens[begin].is("plural");
  // "Các hạt quản lý đường bộ": kinds are often told by what they do.
  const int doubts = (told_what(begin) ? 1 : 0) + (kinds ? 0 : odd);
  // Who helps are often several, below one another; who leads is mostly one.
  return helpers ? doubts + more : doubts + more * 2 + (kinds ? 1 : 0);
}

bool FlatRowReader::says_when(std::size_t i) const {
  const Token& token = tokens_.tokens[i];
  if (is_time(token) || token.is("and") || token.is("punct")) return true;
  // "Tháng 3, 6, 9", not "200 triệu đồng".
  return is_digit(tokens_.slice(token).front()) && i > 0 && tokens_.tokens[i - 1].is("punct");
}

std::optional<int> FlatRowReader::time(TokenRange cell) const {
  if (cell.empty()) return 3;
  if (cell.size() > kLongestTime) return std::nullopt;
  const bool opens = is_time(tokens_.tokens[cell.begin]);
  bool any = false, strict = opens;
  std::size_t loose = 0;
  for (std::size_t i = cell.begin; i < cell.end; ++i) {
    const Token& token = tokens_.tokens[i];
    any = any || token.is("time") || token.is("recurring");
    if (is(i, ".") || is(i, ":")) return std::nullopt;
    if (says_when(i)) continue;
    if (opens_name(i)) return std::nullopt;
    const std::string_view text = tokens_.slice(token);
    strict = strict && !language::starts_upper(text) && !is_digit(text.front()) &&
             ++loose <= kLooseWords;
  }
  if (!opens) return any ? 2 : 4;
  const std::string_view first = tokens_.slice(tokens_.tokens[cell.begin]);
  const bool capital = language::starts_upper(first) || is_digit(first.front());
  if (!strict || !any) return 2;
  return capital ? 0 : 1;
}

int FlatRowReader::task(TokenRange cell) const {
  int doubts = cell.size() < kFewestWords ? 2 : 0;
  for (std::size_t i = cell.begin + 1; i < cell.end; ++i)
    if (opens_name(i) && !goes_on(i) && !told_what(i)) return doubts + 2;
  return doubts;
}

// Right behind the task only a document's name tells where a product begins.
int FlatRowReader::product(TokenRange cell) const {
  if (by_lines_ || columns_[1] != FlatColumn::kProduct) return 0;
  if (!documents_[cell.begin]) return 4;
  return told_what(cell.begin) ? 1 : 0;
}

std::optional<int> FlatRowReader::doubts_of(FlatColumn column, TokenRange cell) const {
  int inner = 0;  // lines that begin inside a free cell like cells of their own
  if (by_lines_)
    for (std::size_t i = cell.begin + 1; i < cell.end; ++i) inner += can_begin(i) ? 1 : 0;
  switch (column) {
    case FlatColumn::kTask:
      if (cell.empty()) return std::nullopt;
      return task(cell) + inner;
    case FlatColumn::kBodies:
      return bodies(cell, false);
    case FlatColumn::kHelpers:
      return bodies(cell, true);
    case FlatColumn::kTime:
      return time(cell);
    case FlatColumn::kProduct:
      return cell.empty() ? 2 : product(cell) + inner;
    case FlatColumn::kNote:
      return cell.empty() ? 0 : 1 + inner;
  }
  return std::nullopt;
}

std::optional<FlatRow> FlatRowReader::read(TokenRange row) const {
  if (row.empty() || row.size() > kMostTokens || looks_left_ == 0) return std::nullopt;
  std::vector<std::size_t> starts;
  for (std::size_t i = row.begin; i < row.end; ++i)
    if (i == row.begin || can_begin(i)) starts.push_back(i);
  if (starts.size() > kMostStarts) return std::nullopt;
  starts.push_back(row.end);
  const std::size_t columns = columns_.size(), last = starts.size() - 1;
  std::vector<std::vector<Cut>> best(columns + 1, std::vector<Cut>(starts.size()));
  best[columns][last].doubts = 0;
  for (std::size_t c = columns; c-- > 0;) {
    for (std::size_t from = 0; from <= last; ++from) {
      for (std::size_t to = from; to <= last; ++to) {
        const Cut& rest = best[c + 1][to];
        if (rest.doubts == kNoCut) continue;
        const auto doubts = doubts_of(columns_[c], {starts[from], starts[to]});
        if (!doubts) continue;
        Cut& cut = best[c][from];
        const int sum = *doubts + rest.doubts;
        if (sum == cut.doubts) cut.twice = true;
        if (sum < cut.doubts) cut = {sum, rest.twice, to};
      }
    }
  }
  if (best[0][0].doubts == kNoCut || best[0][0].twice) return std::nullopt;
  FlatRow found{{}, best[0][0].doubts};
  for (std::size_t c = 0, from = 0; c < columns; ++c) {
    const std::size_t to = best[c][from].next;
    found.cells.push_back({starts[from], starts[to]});
    from = to;
  }
  return found;
}

}  // namespace kehoach::layout
