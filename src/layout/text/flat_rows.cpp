#include "layout/text/flat_rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "language/comparison.h"
#include "layout/text/roman_numerals.h"

namespace kehoach::layout {
namespace {

using match::TokenRange;
using match::TokenSequence;

constexpr std::size_t kMostRows = 2000;
constexpr std::size_t kRowWithin = 400;   // tokens
constexpr std::size_t kMostTries = 12;    // places where the next row may begin
constexpr std::size_t kMostEnds = 60;     // places where the last row may end
constexpr std::size_t kGroupWithin = 60;  // tokens of a group's name
constexpr int kMostDoubts = 3;
constexpr int kFewDoubts = 2;
constexpr std::size_t kFewestRows = 2;

// The number of a row or group: "3", "2.1", "II", "A".
struct Serial {
  std::vector<int> numbers;  // empty: of a group
  std::string group;
  std::size_t body = 0;  // the token behind it
  bool empty() const { return numbers.empty() && group.empty(); }
};

// One table: rows from a heading on.
class RowsReader {
 public:
  RowsReader(FlatTokens& tokens, const FlatHeading& heading, bool by_lines)
      : tokens_(tokens.sequence),
        line_starts_(tokens.line_starts),
        rows_(tokens, heading.columns, by_lines),
        columns_(heading.columns.size() + 1),
        by_lines_(by_lines),
        timed_last_(heading.columns.back() == FlatColumn::kTime),
        bodies_next_(heading.columns[1] == FlatColumn::kBodies) {}

  // Rows from token i on; gives the token behind the last.
  std::size_t read(std::size_t i) {
    i = skip_numbering(i);
    while (i < tokens_.tokens.size() && cells_.size() < kMostRows) {
      const auto next = read_row(i);
      if (!next) break;
      i = *next;
    }
    // A name with no rows below is the next heading of the text.
    while (!cells_.empty() && cells_.back().size() < columns_) {
      i = cells_.back().front().begin;
      cells_.pop_back();
    }
    return i;
  }

  bool proven() const { return whole_ >= kFewestRows && sure_ * 2 >= whole_; }
  std::vector<std::vector<TokenRange>> rows() { return std::move(cells_); }

 private:
  std::string_view text(std::size_t i) const {
    return i < tokens_.tokens.size() ? tokens_.slice(tokens_.tokens[i]) : std::string_view();
  }
  bool glued(std::size_t i) const {
    return i > 0 && i < tokens_.tokens.size() &&
           tokens_.tokens[i - 1].span.end == tokens_.tokens[i].span.begin;
  }
  static bool is_number(std::string_view text) {
    return !text.empty() && text.size() <= 3 &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
  }

  // "(1) (2) (3)", "1 2 3 4": one for each column, but perhaps the first or last.
  std::size_t skip_numbering(std::size_t i) {
    std::vector<TokenRange> row;
    std::size_t k = i;
    for (std::size_t n = 1; n <= columns_; ++n) {
      const bool bracket = text(k) == "(";
      if (text(k + (bracket ? 1 : 0)) != std::to_string(n)) break;
      const std::size_t end = k + (bracket ? 3 : 1);
      row.push_back({k, end});
      k = end;
    }
    if (row.size() + 1 < columns_ || serial_at(k).empty()) return i;
    row.resize(columns_, {k, k});
    cells_.push_back(std::move(row));
    return k;
  }

  Serial serial_at(std::size_t i) const {
    Serial serial;
    if (i >= tokens_.tokens.size() || glued(i) || (by_lines_ && !line_starts_[i])) return serial;
    std::size_t k = i;
    if (is_number(text(k))) {
      serial.numbers.push_back(std::stoi(std::string(text(k++))));
      while (text(k) == "." && glued(k) && glued(k + 1) && is_number(text(k + 1))) {
        serial.numbers.push_back(std::stoi(std::string(text(k + 1))));
        k += 2;
      }
    } else if (is_decimal(text(k))) {
      const auto dot = text(k).find('.');
      serial.numbers = {std::stoi(std::string(text(k).substr(0, dot))),
                        std::stoi(std::string(text(k).substr(dot + 1)))};
      ++k;
    } else if (is_group_label(text(k))) {
      serial.group = text(k++);
    } else {
      return serial;
    }
    if (text(k) == "." && glued(k)) ++k;
    if (k >= tokens_.tokens.size() || glued(k) || !language::starts_upper(text(k))) return {};
    serial.body = k;
    return serial;
  }

  static bool is_group_label(std::string_view text) {
    if (text.size() == 1 && text[0] >= 'A' && text[0] <= 'H') return true;
    return text.size() <= 4 && text.find_first_not_of("IVX") == std::string_view::npos;
  }

  static bool is_decimal(std::string_view text) {
    const auto dot = text.find('.');
    return dot != std::string_view::npos && is_number(text.substr(0, dot)) &&
           is_number(text.substr(dot + 1));
  }

  // The count goes on: 3 behind 2, 2.1 behind 2 or 1.4, 2.2 behind 2.1; 1 behind a group's name.
  bool follows(const Serial& serial) const {
    if (serial.empty()) return false;
    if (!serial.group.empty()) return serial.group == next_group(serial.group);
    const auto& n = serial.numbers;
    if (last_.empty() || (grouped_ && n.size() == 1 && n[0] == 1))
      return n.size() == 1 && n[0] == 1;
    for (std::size_t depth = 0; depth < last_.size(); ++depth) {
      std::vector<int> next(last_.begin(), last_.begin() + static_cast<std::ptrdiff_t>(depth + 1));
      ++next.back();
      if (n == next) return true;
    }
    auto below = last_;
    below.push_back(1);
    return n == below;
  }

  // In the count, Roman or of letters, that the table's first group began.
  std::string next_group(std::string_view like) const {
    const bool letters = groups_ == 0 ? like == "A" : letters_;
    if (letters) return std::string(1, static_cast<char>('A' + static_cast<char>(groups_)));
    return groups_ + 1 < kNumerals.size() ? std::string(kNumerals[groups_ + 1]) : std::string();
  }

  void enter(const Serial& serial) {
    grouped_ = !serial.group.empty();
    if (grouped_) {
      if (groups_++ == 0) letters_ = serial.group == "A";
    } else {
      last_ = serial.numbers;
    }
  }

  std::optional<std::size_t> read_row(std::size_t i) {
    const Serial serial = serial_at(i);
    if (!follows(serial)) return std::nullopt;
    const auto before = std::tuple(last_, groups_, grouped_);
    enter(serial);
    if (const auto next = read_group(i, serial)) return next;
    if (serial.group.empty())
      if (const auto next = read_cells(i, serial)) return next;
    std::tie(last_, groups_, grouped_) = before;
    return std::nullopt;
  }

  // A name with the first number below it right behind.
  std::optional<std::size_t> read_group(std::size_t i, const Serial& serial) {
    const std::size_t limit = std::min(tokens_.tokens.size(), serial.body + kGroupWithin);
    for (std::size_t k = serial.body + 1; k < limit; ++k) {
      const Serial next = serial_at(k);
      if (next.empty() || !follows(next)) continue;
      const bool below = serial.group.empty() ? next.numbers.size() > serial.numbers.size()
                                              : !next.numbers.empty();
      const auto whole = rows_.read({serial.body, k});
      if (!below || (whole && whole->doubts <= kFewDoubts)) return std::nullopt;
      cells_.push_back({{i, serial.body}, {serial.body, k}});
      return k;
    }
    return std::nullopt;
  }

  std::optional<std::size_t> read_cells(std::size_t i, const Serial& serial) {
    const std::size_t limit = std::min(tokens_.tokens.size(), serial.body + kRowWithin);
    std::size_t tries = 0, following = 0;
    for (std::size_t k = serial.body + 1; k < limit && tries < kMostTries; ++k) {
      if (!follows(serial_at(k))) continue;
      if (tries == 0) following = k;
      const auto row = rows_.read({serial.body, k});
      // Numbers that count on inside the row speak against it.
      const int skipped = static_cast<int>(tries++) * kMostDoubts;
      if (!row || row->doubts + skipped > kMostDoubts) continue;
      add({i, serial.body}, *row);
      return k;
    }
    if (following > 0 && bodies_next_ && !skipping_)
      if (const auto next = skip(i, serial, following)) return next;
    return read_last(i, serial, limit);
  }

  // A row whose cells cannot be told apart, before one whose can: its task ends where a name may
  // begin, and what follows stands in no column.
  std::optional<std::size_t> skip(std::size_t i, const Serial& serial, std::size_t next) {
    std::size_t rest = serial.body + 1;
    while (rest < next && !rows_.may_end_task(rest)) ++rest;
    if (rest == next) return std::nullopt;
    const auto before = std::tuple(last_, groups_, grouped_);
    const std::size_t rows = cells_.size();
    auto& cells = cells_.emplace_back(columns_ + 1, TokenRange{rest, rest});
    cells[0] = {i, serial.body};
    cells[1] = {serial.body, rest};
    cells[columns_] = {rest, next};
    skipping_ = true;
    const auto end = read_row(next);
    skipping_ = false;
    if (end) {
      ++whole_;
      return end;
    }
    cells_.resize(rows);
    std::tie(last_, groups_, grouped_) = before;
    return std::nullopt;
  }

  // The last row ends where it is one with the fewest doubts.
  std::optional<std::size_t> read_last(std::size_t i, const Serial& serial, std::size_t limit) {
    std::optional<FlatRow> best;
    std::size_t end = serial.body;
    std::size_t tries = 0;
    for (std::size_t k = serial.body + 1; k <= limit && tries < kMostEnds; ++k) {
      const bool stop = k == tokens_.tokens.size() || is_sentence_end(k) || opens_part(k);
      if (!stop && !rows_.can_begin(k)) continue;
      ++tries;
      auto row = rows_.read({serial.body, k});
      // A time ends where it is said; names and products go on as long as they can.
      const bool longer = row && best && !timed_last_ && row->doubts == best->doubts;
      if (row && (!best || row->doubts < best->doubts || longer)) {
        best = std::move(row);
        end = k;
      }
      if (stop) break;
    }
    if (!best || best->doubts > kFewDoubts) return read_cut_off(i, serial);
    add({i, serial.body}, *best);
    return end;
  }

  // "III. TỔ CHỨC THỰC HIỆN", "2. Giải pháp", "Nơi nhận:", "Trên đây là Kế hoạch …".
  bool opens_part(std::size_t k) const {
    if (text(k + 2) == ":") return true;
    if (tokens_.tokens[k].is("closing", "start") && language::starts_upper(text(k))) return true;
    const bool label = is_group_label(text(k)) || is_number(text(k));
    return label && text(k + 1) == "." && glued(k + 1) && !glued(k + 2);
  }

  bool is_sentence_end(std::size_t k) const { return k > 0 && text(k - 1) == "." && !glued(k); }

  // The text ends inside the row.
  std::optional<std::size_t> read_cut_off(std::size_t i, const Serial& serial) {
    const std::size_t end = tokens_.tokens.size();
    if (end > serial.body + kRowWithin || serial.body >= end) return std::nullopt;
    for (std::size_t k = serial.body; k < end; ++k)
      if (is_sentence_end(k) || text(k) == ":") return std::nullopt;
    cells_.push_back({{i, serial.body}, {serial.body, end}});
    cells_.back().resize(columns_, {end, end});
    return end;
  }

  void add(TokenRange number, const FlatRow& row) {
    auto& cells = cells_.emplace_back();
    cells.push_back(number);
    cells.insert(cells.end(), row.cells.begin(), row.cells.end());
    ++whole_;
    sure_ += row.doubts <= kFewDoubts ? 1 : 0;
  }

  const TokenSequence& tokens_;
  const std::vector<char>& line_starts_;
  FlatRowReader rows_;
  std::size_t columns_;
  bool by_lines_;
  bool timed_last_;        // the last column is of times
  bool bodies_next_;       // the column behind the task is of bodies
  bool skipping_ = false;  // the row before was skipped
  std::vector<std::vector<TokenRange>> cells_;
  std::vector<int> last_;  // the number of the row before
  std::size_t groups_ = 0;
  bool letters_ = false;  // A, B, C, not I, II, III
  bool grouped_ = false;  // the row before is a group's name
  std::size_t whole_ = 0, sure_ = 0;
};

}  // namespace

FlatRows read_flat_rows(FlatTokens& tokens, const FlatHeading& heading, bool by_lines,
                        std::size_t begin) {
  RowsReader reader(tokens, heading, by_lines);
  FlatRows found;
  found.end = reader.read(begin);
  found.proven = reader.proven();
  found.rows = reader.rows();
  return found;
}

}  // namespace kehoach::layout
