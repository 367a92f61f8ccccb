#include "layout/tables/table_flow.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"
#include "layout/tables/recognised_words.h"

namespace kehoach::layout {
namespace {

constexpr double kSameBorder = 3;           // points: columns of a table that goes on
constexpr double kSameGap = 12;             // … of one without lines between its columns
constexpr double kStretched = 0.015;        // of a width: how scanners draw paper in differs
constexpr double kBold = 0.9;               // of the letters
constexpr double kCellPadding = 4;          // points, both sides together
constexpr std::size_t kFewCells = 3;        // of the columns, one in so many
constexpr std::size_t kNoiseBetween = 100;  // lines between the parts of a table
constexpr std::size_t kFarthestRow = 200;   // rows up to a cell that spans

using Places = std::vector<std::size_t>;

// Where each border of one page stands among those of the other; none if one is not there. Pages
// may have other margins, and scans of pages are a little wider or narrower than each other.
std::optional<Places> borders_among(const std::vector<double>& few, const std::vector<double>& many,
                                    double tolerance, double wider) {
  if (few.size() < 2 || few.size() > many.size()) return std::nullopt;
  const double width = many.back() - many.front();
  const double other = few.back() - few.front();
  if (width <= 0 || std::abs(other - width) > std::max(2 * tolerance, wider * width))
    return std::nullopt;
  const auto there = [&](double x) { return few.front() + (x - many.front()) * other / width; };
  Places places;
  for (std::size_t i = 0, k = 0; i < few.size(); ++i) {
    while (k < many.size() && there(many[k]) < few[i] - tolerance) ++k;
    if (k == many.size() || there(many[k]) > few[i] + tolerance) return std::nullopt;
    places.push_back(k++);
  }
  if (places.back() + 1 != many.size()) return std::nullopt;
  return places;
}

// A cell's columns where borders are counted in another way.
template <class Cell>
void put_between(const Places& places, Cell& cell) {
  const auto end = places[cell.column + static_cast<std::size_t>(cell.colspan)];
  cell.column = places[cell.column];
  cell.colspan = static_cast<int>(end - cell.column);
}

// Scans of one document lie a little askew, each page in its own way.
bool other_side_up(double angle, double other) {
  return std::abs(std::remainder(angle - other, 360.0)) > 10;
}

constexpr double kSure = 0.8;       // of a word
constexpr double kSameHead = 0.75;  // of the words of a head that was read off an image

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What recognition made of a seal over two pages, or of dirt: no word of it is sure.
bool is_scrap(const PageRow& row) {
  return was_recognised(row) &&
         std::all_of(row.words.begin(), row.words.end(), [](const PageWord& word) {
           return word.confidence < kSure || !has_letter_or_digit(word.text);
         });
}

// May the line stand between the parts of a table?
bool is_between(const FlowLine& line) {
  return line.kind ? is_noise(*line.kind) : line.table < 0 && is_scrap(line.row);
}

// The words of a row, in any order.
std::vector<std::string_view> sorted_words(std::string_view text) {
  auto words = language::space_separated(text);
  std::sort(words.begin(), words.end());
  return words;
}

// What was recognised twice is hardly ever the same to the letter.
bool nearly_same(const std::string& one, const std::string& other) {
  const auto a = sorted_words(one), b = sorted_words(other);
  std::vector<std::string_view> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return !both.empty() && static_cast<double>(both.size()) >=
                              kSameHead * static_cast<double>(std::max(a.size(), b.size()));
}

PageRow words_of(const std::vector<PageRow>& rows) {
  std::vector<PageWord> words;
  for (const auto& row : rows) words.insert(words.end(), row.words.begin(), row.words.end());
  return make_row(std::move(words));
}

const PageWord* first_word(const FlowCell& cell) {
  for (const auto& part : cell.parts)
    for (const auto& row : part.rows)
      if (!row.words.empty()) return &row.words.front();
  return nullptr;
}

const PageWord* last_word(const FlowCell& cell) {
  for (auto part = cell.parts.rbegin(); part != cell.parts.rend(); ++part)
    for (auto row = part->rows.rbegin(); row != part->rows.rend(); ++row)
      if (!row->words.empty()) return &row->words.back();
  return nullptr;
}

bool begins_lower(const PageWord& word) {
  std::size_t i = 0;
  if (word.text.empty()) return false;
  const auto c = base::next_code_point(word.text, i);
  return language::is_letter(c) ? language::upper_code_point(c) != c : c == ')' || c == ',';
}

bool ends_sentence(const PageWord& word) {
  return word.text.ends_with('.') || word.text.ends_with(';') || word.text.ends_with(':');
}

// The cell of a column in the table's last row, or one that reaches down to it.
FlowCell* cell_above(std::vector<FlowLine>& lines, int table, std::size_t column) {
  std::size_t rows = 0, noise = 0;
  for (auto line = lines.rbegin(); line != lines.rend() && rows < kFarthestRow; ++line) {
    if (line->table != table) {
      if (line->kind && is_noise(*line->kind) && ++noise <= kNoiseBetween) continue;
      return nullptr;
    }
    ++rows;
    for (auto& cell : line->cells)
      if (cell.column <= column && column < cell.column + static_cast<std::size_t>(cell.colspan))
        return static_cast<std::size_t>(cell.rowspan) >= rows ? &cell : nullptr;
  }
  return nullptr;
}

// Is it what the end of a page cut off from the last row? Then cells go on in mid-sentence, and
// there is no number or name of its own before them.
bool is_rest(const FlowLine& row, std::vector<FlowLine>& lines) {
  std::size_t filled = 0, lower = 0, open = 0, columns = 0;
  for (const auto& cell : row.cells) {
    columns += static_cast<std::size_t>(cell.colspan);
    const auto* word = first_word(cell);
    if (!word) continue;
    const auto* above = cell_above(lines, row.table, cell.column);
    const auto* before = above ? last_word(*above) : nullptr;
    ++filled;
    lower += begins_lower(*word) ? 1 : 0;
    open += before && !ends_sentence(*before) ? 1 : 0;
    if (cell.column == 0 && !begins_lower(*word)) return false;
  }
  if (lower > 0) return true;
  return filled > 0 && filled * kFewCells <= columns && open == filled;
}

void join_rest(FlowLine row, std::vector<FlowLine>& lines) {
  for (auto& cell : row.cells) {
    if (!first_word(cell)) continue;
    auto* above = cell_above(lines, row.table, cell.column);
    if (!above) continue;
    std::move(cell.parts.begin(), cell.parts.end(), std::back_inserter(above->parts));
  }
}

bool was_recognised(const FlowLine& row) {
  return std::any_of(row.cells.begin(), row.cells.end(), [](const FlowCell& cell) {
    const auto* word = first_word(cell);
    return word != nullptr && word->confidence < 1;
  });
}

bool holds_number(const FlowCell& cell) {
  const auto* word = first_word(cell);
  return word == last_word(cell) && std::any_of(word->text.begin(), word->text.end(), is_digit);
}

// A cell that goes over the end of a page is drawn empty on top of the next one. The number of a
// row that is empty alone was not read.
void span_over_page(FlowLine& row, std::vector<FlowLine>& lines) {
  std::size_t next = 0;
  for (const auto& cell : row.cells) {
    if (cell.column != next || first_word(cell)) break;
    auto* above = cell_above(lines, row.table, cell.column);
    if (!above || above->colspan != cell.colspan || !first_word(*above)) break;
    next += static_cast<std::size_t>(cell.colspan);
  }
  if (next == 0 || next >= row.cells.size()) return;
  if (next == 1 && was_recognised(row) && holds_number(*cell_above(lines, row.table, 0))) return;
  while (!row.cells.empty() && row.cells.front().column < next) {
    cell_above(lines, row.table, row.cells.front().column)->rowspan += row.cells.front().rowspan;
    row.cells.erase(row.cells.begin());
  }
}

bool has_no_vowel(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c >= 'B' && c <= 'Z' && std::string_view("EIOUY").find(c) == std::string_view::npos;
  });
}

// "ST" over "T": a narrow column breaks what is no syllable and has no room.
void join_broken_letters(std::vector<PageRow>& lines, const base::Box& cell) {
  for (std::size_t i = 1; i < lines.size();) {
    auto& above = lines[i - 1].words;
    auto& below = lines[i].words;
    const bool whole = above.size() == 1 && below.size() == 1;
    const double room = cell.x1 - cell.x0 - kCellPadding;
    if (!whole || !has_no_vowel(above.front().text) || !has_no_vowel(below.front().text) ||
        above.front().box.x1 - above.front().box.x0 + above.front().size / 2 < room) {
      ++i;
      continue;
    }
    above.front().text += below.front().text;
    if (!above.front().original.empty()) above.front().original += below.front().original;
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

// A row of a head: words in bold in most of the columns. The name of a group is in bold too, but
// one cell has it.
bool is_bold_row(const PageTable& table, std::size_t row) {
  std::size_t filled = 0, reached = 0;  // columns that the head's first row reaches down over
  for (const auto& cell : table.cells) {
    if (row > 0 && cell.row == 0 && static_cast<std::size_t>(cell.rowspan) > row)
      reached += static_cast<std::size_t>(cell.colspan);
    if (cell.row != row || cell.lines.empty()) continue;
    if (bold_share(words_of(cell.lines)) < kBold) return false;
    ++filled;
  }
  return filled >= 2 && (row == 0 || 2 * (filled + reached) > table.columns);
}

}  // namespace

// The rows of one table.
struct TableFlow::Rows {
  std::vector<FlowLine> lines;
  std::vector<PageRow> words;
  std::vector<std::string> texts;

  Rows(PageTable& table, const FlowLine& blank, int number) {
    std::size_t heads = 0;
    while (heads < table.header_rows ||
           (table.header_rows == 0 && heads + 1 < table.rows && is_bold_row(table, heads)))
      ++heads;
    if (heads == table.rows || bold_throughout(table, heads)) heads = table.header_rows;
    lines.assign(table.rows, blank);
    words.resize(table.rows);
    std::vector<std::vector<PageRow>> rows(table.rows);
    for (auto& from : table.cells) {
      join_broken_letters(from.lines, from.box);
      auto& line = lines[from.row];
      auto& row = rows[from.row];
      row.insert(row.end(), from.lines.begin(), from.lines.end());
      FlowCell cell{{}, from.column, from.rowspan, from.colspan, from.row < heads};
      cell.parts.push_back({std::move(from.lines), from.box, blank.page, blank.angle});
      line.cells.push_back(std::move(cell));
    }
    for (std::size_t r = 0; r < table.rows; ++r) {
      lines[r].table = number;
      lines[r].kind = BlockKind::kTableRow;
      words[r] = words_of(rows[r]);
      texts.push_back(row_text(words[r]));
    }
    drop_empty();
  }

  // A table all in bold has no head for that.
  static bool bold_throughout(const PageTable& table, std::size_t heads) {
    return heads < table.rows && is_bold_row(table, table.rows - 1);
  }

  // What spans over a row without a word spans one less.
  void drop_empty() {
    std::vector<int> empty(lines.size() + 1, 0);
    for (std::size_t r = 0; r < lines.size(); ++r)
      empty[r + 1] = empty[r] + (words[r].words.empty() ? 1 : 0);
    if (empty.back() == 0) return;
    for (std::size_t r = 0; r < lines.size(); ++r) {
      for (auto& cell : lines[r].cells) {
        const auto end = std::min(lines.size(), r + static_cast<std::size_t>(cell.rowspan));
        cell.rowspan = std::max(1, static_cast<int>(end - r) - (empty[end] - empty[r]));
      }
    }
  }
};

// Has the table of the page before the columns of this one? It gets those that only this page
// shows, and the other way round.
bool TableFlow::goes_on(PageTable& table, const FlowLine& blank, std::vector<FlowLine>& lines) {
  auto line = lines.rbegin();
  std::size_t between = 0;
  while (line != lines.rend() && is_between(*line) && ++between <= kNoiseBetween) ++line;
  if (line == lines.rend() || line->table < 0 || line->page == blank.page) return false;
  if (table.open != open_ || other_side_up(blank.angle, angle_) || other_head(table)) return false;
  if (!same_columns(table, lines)) return false;
  std::for_each(lines.rbegin(), line, [](FlowLine& scrap) {
    if (scrap.kind) return;
    scrap.kind = BlockKind::kNoise;
    scrap.note = "dirt";
    scrap.joint = Joint::kOwn;
  });
  return true;
}

bool TableFlow::same_columns(PageTable& table, std::vector<FlowLine>& lines) {
  const double tolerance = table.open ? kSameGap : kSameBorder;
  const double wider = was_recognised(table) ? kStretched : 0;
  if (const auto places = borders_among(table.xs, borders_, tolerance, wider)) {
    for (auto& cell : table.cells) put_between(*places, cell);
    table.columns = borders_.size() - 1;
    return true;
  }
  const auto places = borders_among(borders_, table.xs, tolerance, wider);
  if (!places) return false;
  for (auto& row : lines)
    if (row.table == table_)
      for (auto& cell : row.cells) put_between(*places, cell);
  borders_ = table.xs;
  return true;
}

bool TableFlow::other_head(const PageTable& table) const {
  if (!bold_head_ || !is_bold_row(table, 0)) return false;
  std::vector<PageRow> words;
  for (const auto& cell : table.cells)
    if (cell.row == 0) words.insert(words.end(), cell.lines.begin(), cell.lines.end());
  return head_.empty() || row_text(words_of(words)) != head_.front();
}

void TableFlow::write(PageTable table, const FlowLine& blank, std::vector<FlowLine>& lines) {
  const bool more = goes_on(table, blank, lines);
  if (!more) ++table_;
  const bool bold = is_bold_row(table, 0);
  Rows rows(table, blank, table_);
  bool repeats = more;  // so far, the head of the first page
  bool first = more;    // of what is new
  for (std::size_t r = 0; r < rows.lines.size(); ++r) {
    repeats = repeats && r < head_.size() &&
              (rows.texts[r] == head_[r] ||
               (was_recognised(rows.words[r]) && nearly_same(rows.texts[r], head_[r])));
    if (rows.words[r].words.empty()) continue;
    if (repeats) {
      auto noise = blank;
      noise.row = std::move(rows.words[r]);
      noise.kind = BlockKind::kNoise;
      noise.note = "repeated-header";
      noise.joint = Joint::kOwn;
      lines.push_back(std::move(noise));
      continue;
    }
    if (more)
      for (auto& cell : rows.lines[r].cells) cell.header = false;
    if (first && is_rest(rows.lines[r], lines)) {
      join_rest(std::move(rows.lines[r]), lines);
    } else {
      if (first) span_over_page(rows.lines[r], lines);
      lines.push_back(std::move(rows.lines[r]));
    }
    first = false;
  }
  if (more) return;
  borders_ = table.xs;
  open_ = table.open;
  angle_ = blank.angle;
  head_ = std::move(rows.texts);
  bold_head_ = bold;
}

}  // namespace kehoach::layout
