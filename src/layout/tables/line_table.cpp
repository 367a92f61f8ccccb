#include "layout/tables/line_table.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "language/letters.h"

namespace kehoach::layout {
namespace {

constexpr double kWholeRule = 0.8;       // of the table's width
constexpr std::size_t kMostHeader = 12;  // lines
constexpr double kTight = 1.35;          // of the size: lines of one cell stand so near
constexpr double kLoose = 1.15;          // of the tightest pitch: rows stand farther apart
constexpr double kMiddle = 0.3;          // of the size: off the middle
constexpr double kGroupMiddle = 1.5;     // …

using Range = std::pair<std::size_t, std::size_t>;

// A piece of text in its place among the lines: lines [top, bottom], columns [first, last].
struct Part {
  std::size_t top = 0, bottom = 0, first = 0, last = 0;
  std::vector<TablePiece> lines;
};

bool begins_lower(const TablePiece& piece) {
  std::size_t i = 0;
  const auto& text = piece.words.front().text;
  const auto c = text.empty() ? U' ' : base::next_code_point(text, i);
  return language::is_letter(c) && language::upper_code_point(c) != c;
}

const TablePiece* piece_in(const TableLine& line, const TableColumns& columns, std::size_t column) {
  for (const auto& piece : line.pieces) {
    const auto range = columns.of(piece);
    if (range.first <= column && column <= range.second) return &piece;
  }
  return nullptr;
}

bool has_figure(const TableLine& line, const TableColumns& columns) {
  return std::any_of(line.pieces.begin(), line.pieces.end(), [&](const TablePiece& piece) {
    return piece.figure && columns.of(piece).first > 0;
  });
}

// "1996", "2001-2003", "năm 2024": columns are often named by years.
bool is_year(const TablePiece& piece) {
  const auto text = piece_text(piece);
  std::size_t digits = 0;
  int year = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') {
      if (digits > 0) break;
      continue;
    }
    year = 10 * year + (c - '0');
    if (++digits == 5) return false;
  }
  return digits == 4 && year >= 1900 && year <= 2100;
}

double usual_pitch(const std::vector<TableLine>& lines) {
  double least = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const double pitch = lines[i].baseline - lines[i - 1].baseline;
    if (pitch > 0.5 * lines[i].size && (least == 0 || pitch < least)) least = pitch;
  }
  return least;
}

bool rule_between(const std::vector<double>& rules, const TableLine& above,
                  const TableLine& below) {
  const auto rule = std::lower_bound(rules.begin(), rules.end(), above.baseline - 0.3 * above.size);
  return rule != rules.end() && *rule < below.baseline - 0.2 * below.size;
}

class LineTable {
 public:
  LineTable(const std::vector<TableLine>& lines, const TableColumns& columns,
            const std::vector<Stroke>& across)
      : lines_(lines), columns_(columns) {
    for (const auto& line : lines_) {
      x0_ = &line == &lines_.front() ? line.x0 : std::min(x0_, line.x0);
      x1_ = std::max(x1_, line.x1);
    }
    find_rules(across);
  }

  PageTable make() {
    header_ = header_end();
    place_header();
    place_body();
    return table();
  }

 private:
  void find_rules(const std::vector<Stroke>& across) {
    const double top = lines_.front().baseline - 2.5 * lines_.front().size;
    const double bottom = lines_.back().baseline + 2 * lines_.back().size;
    for (const auto& stroke : across) {
      if (stroke.at < top || stroke.at > bottom) continue;
      const double shared = std::min(stroke.to, x1_) - std::max(stroke.from, x0_);
      if (shared >= kWholeRule * (x1_ - x0_))
        rules_.push_back(stroke.at);
      else if (shared > 0)
        partial_.push_back(stroke);
    }
    // Pieces of a rule that is drawn column by column, and gaps between them, are whole rules.
    for (std::size_t i = 0; i < partial_.size();) {
      double length = 0;
      auto end = i;
      for (; end < partial_.size() && partial_[end].at - partial_[i].at < 1; ++end)
        length += partial_[end].length();
      if (end - i >= 2 && end - i + 1 >= columns_.size() && length >= 0.7 * (x1_ - x0_))
        rules_.push_back(partial_[i].at);
      i = end;
    }
    std::sort(rules_.begin(), rules_.end());
  }

  bool is_data(const TableLine& line) const {
    std::size_t figures = 0, years = 0, others = 0;
    bool label = false;
    for (const auto& piece : line.pieces) {
      const auto range = columns_.of(piece);
      if (range.first == 0) {
        label = true;
      } else if (piece.figure) {
        ++figures;
        years += is_year(piece) ? 1 : 0;
      } else {
        ++others;
      }
    }
    // Years name columns, unless one stands beside its label and words.
    if (figures == 0) return false;
    if (years == figures && figures + others > 1 && (others == 0 || !label)) return false;
    return figures >= others && (label || figures >= 2);
  }

  // The first line that is no header.
  std::size_t header_end() const {
    std::size_t data = 0;
    while (data < lines_.size() && !is_data(lines_[data])) ++data;
    const auto most = std::min({data + 1, lines_.size(), kMostHeader});
    // A rule from side to side, with lines above it, ends the header.
    for (std::size_t i = 1; i < most; ++i) {
      if (!rule_between(rules_, lines_[i - 1], lines_[i])) continue;
      const bool parted =
          std::any_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(i),
                      [](const TableLine& l) { return l.pieces.size() > 1; });
      if (parted) return i;
    }
    if (data >= lines_.size()) return std::min<std::size_t>(1, lines_.size());
    // Labels right above the figures are rows: a group's name, a label of two lines.
    while (data > 0 && only_label(lines_[data - 1]) && data >= 2 && !only_label(lines_[data - 2]))
      --data;
    return data;
  }

  bool only_label(const TableLine& line) const {
    return line.pieces.size() == 1 && columns_.of(line.pieces.front()) == Range{0, 0};
  }

  // The columns that a header's piece stands over.
  Range header_range(const TablePiece& piece, std::size_t line) const {
    auto range = columns_.of(piece);
    const double from = lines_[line].baseline - 0.3 * lines_[line].size;
    const double to = line + 1 < lines_.size()
                          ? lines_[line + 1].baseline - 0.2 * lines_[line + 1].size
                          : from + 1.5 * lines_[line].size;
    for (const auto& stroke : partial_) {
      if (stroke.at < from || stroke.at > to) continue;
      if (piece.centre() < stroke.from || piece.centre() > stroke.to) continue;
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const auto& extent = columns_.extents[c];
        const double middle = (extent.x0 + extent.x1) / 2;
        if (stroke.from > middle || middle > stroke.to) continue;
        if (nearest_over(stroke, line, middle) != &piece) continue;
        range.first = std::min(range.first, c);
        range.second = std::max(range.second, c);
      }
    }
    return range;
  }

  // Rules below several headings side by side may be drawn as one: a column is that of the heading
  // which stands nearest.
  const TablePiece* nearest_over(const Stroke& stroke, std::size_t line, double middle) const {
    const TablePiece* nearest = nullptr;
    for (const auto& piece : lines_[line].pieces) {
      if (piece.centre() < stroke.from || piece.centre() > stroke.to) continue;
      if (!nearest || std::abs(piece.centre() - middle) < std::abs(nearest->centre() - middle))
        nearest = &piece;
    }
    return nearest;
  }

  // A name of the group of rows below it: words alone, in the middle of the table, where no cell
  // of words above goes on.
  bool is_group_name(const std::vector<TableLine>& body, std::size_t i) const {
    const auto& line = body[i];
    if (columns_.size() < 3 || line.pieces.size() != 1 || line.pieces.front().figure) return false;
    const auto& piece = line.pieces.front();
    if (std::abs(piece.centre() - (x0_ + x1_) / 2) > kGroupMiddle * line.size) return false;
    if (columns_.of(piece).first == 0 && piece.x0 < columns_.extents.front().x0 + line.size)
      return false;
    const auto words_in = [&](const TableLine& other) {
      return std::any_of(other.pieces.begin(), other.pieces.end(), [&](const TablePiece& beside) {
        return !beside.figure && beside.x0 < piece.x1 && piece.x0 < beside.x1 &&
               columns_.of(beside).first > 0;
      });
    };
    return (i == 0 || !words_in(body[i - 1])) && i + 1 < body.size() && !words_in(body[i + 1]);
  }

  bool partial_rule_between(std::size_t above, const Range& range) const {
    const auto& a = lines_[above];
    const auto& b = lines_[above + 1];
    const double x0 = columns_.extents[range.first].x0, x1 = columns_.extents[range.second].x1;
    return std::any_of(partial_.begin(), partial_.end(), [&](const Stroke& stroke) {
      return stroke.at > a.baseline - 0.3 * a.size && stroke.at < b.baseline - 0.2 * b.size &&
             stroke.from < x1 && stroke.to > x0;
    });
  }

  void place_header() {
    for (std::size_t i = 0; i < header_; ++i) {
      for (const auto& piece : lines_[i].pieces) {
        const auto range = header_range(piece, i);
        Part* above = nullptr;
        for (auto& part : parts_)
          if (part.first == range.first && part.last == range.second && is_next(part, i))
            above = &part;
        const bool parted = above && (rule_between(rules_, lines_[i - 1], lines_[i]) ||
                                      partial_rule_between(i - 1, range));
        if (above && !parted) {
          above->bottom = i;
          above->lines.push_back(piece);
          continue;
        }
        auto* beside = beside_of(i, range);
        if (beside)
          beside->lines.push_back(piece);
        else
          parts_.push_back({i, i, range.first, range.second, {piece}});
      }
    }
    // Levels: a row of the grid ends where some column has one cell above another.
    std::set<std::size_t> ends;
    for (const auto& upper : parts_)
      for (const auto& lower : parts_)
        if (upper.bottom < lower.top && upper.first <= lower.last && lower.first <= upper.last)
          ends.insert(lower.top);
    level_.assign(header_, 0);
    std::size_t level = 0;
    for (std::size_t i = 0; i < header_; ++i) {
      if (i > 0 && ends.count(i) > 0) ++level;
      level_[i] = level;
    }
    stretch_middle();
    rows_ = header_ > 0 ? level + 1 : 0;
    header_rows_ = rows_;
    for (auto& part : parts_) {
      part.top = level_[part.top];
      part.bottom = level_[part.bottom];
    }
  }

  // Of the same cell, as far as places say: on the next line, or on the next one there is between
  // lines of cells that are set in the middle.
  bool is_next(const Part& part, std::size_t line) const {
    if (part.bottom + 1 == line) return true;
    return part.bottom < line &&
           lines_[line].baseline - lines_[part.bottom].baseline <= kTight * lines_[line].size;
  }

  // A heading with none above or below it, set in the middle of the header's height, is as high.
  void stretch_middle() {
    if (header_ < 2 || level_.back() == 0) return;
    const double middle = (lines_.front().baseline + lines_[header_ - 1].baseline) / 2;
    for (auto& part : parts_) {
      const bool alone = std::none_of(parts_.begin(), parts_.end(), [&](const Part& other) {
        return &other != &part && other.first <= part.last && part.first <= other.last;
      });
      const double centre = (lines_[part.top].baseline + lines_[part.bottom].baseline) / 2;
      if (!alone || std::abs(centre - middle) > kMiddle * lines_[part.top].size) continue;
      part.top = 0;
      part.bottom = header_ - 1;
    }
  }

  // Another piece of the same place on the same line.
  Part* beside_of(std::size_t line, const Range& range) {
    for (auto& part : parts_)
      if (part.bottom == line && part.first <= range.second && range.first <= part.last)
        return &part;
    return nullptr;
  }

  void place_body() {
    const std::vector<TableLine> body(lines_.begin() + static_cast<std::ptrdiff_t>(header_),
                                      lines_.end());
    auto begins = rows_begin(body, columns_, rules_);
    for (std::size_t i = 0; i < body.size(); ++i) {
      const bool group = is_group_name(body, i);
      if (group && i + 1 < body.size()) begins[i] = begins[i + 1] = 1;
      if (begins[i] || rows_ == 0) ++rows_;
      const auto row = rows_ - 1;
      if (group)
        parts_.push_back({row, row, 0, columns_.size() - 1, {body[i].pieces.front()}});
      else
        for (const auto& piece : body[i].pieces) add(piece, row);
    }
  }

  void add(const TablePiece& piece, std::size_t row) {
    const auto range = columns_.of(piece);
    for (auto part = parts_.rbegin(); part != parts_.rend() && part->top == row; ++part) {
      if (part->first > range.second || range.first > part->last) continue;
      part->first = std::min(part->first, range.first);
      part->last = std::max(part->last, range.second);
      part->lines.push_back(piece);
      return;
    }
    parts_.push_back({row, row, range.first, range.second, {piece}});
  }

  PageTable table() {
    PageTable table;
    table.open = true;
    table.rows = rows_;
    table.header_rows = header_rows_;
    table.columns = columns_.size();
    table.box = {x0_, lines_.front().baseline - lines_.front().size, x1_,
                 lines_.back().baseline + 0.3 * lines_.back().size};
    table.xs = columns_.borders;
    table.xs.front() = x0_;
    table.xs.back() = x1_;
    std::vector<char> taken(rows_ * columns_.size(), 0);
    for (auto& part : parts_) {
      TableCell cell{part.top,
                     part.first,
                     static_cast<int>(part.bottom - part.top + 1),
                     static_cast<int>(part.last - part.first + 1),
                     {},
                     {}};
      for (auto& piece : part.lines) cell.lines.push_back(make_row(std::move(piece.words)));
      cell.box = cell.lines.front().box;
      for (const auto& line : cell.lines) cell.box = join(cell.box, line.box);
      for (auto r = part.top; r <= part.bottom; ++r)
        for (auto c = part.first; c <= part.last; ++c) taken[r * columns_.size() + c] = 1;
      table.cells.push_back(std::move(cell));
    }
    for (std::size_t r = 0; r < rows_; ++r)
      for (std::size_t c = 0; c < columns_.size(); ++c)
        if (!taken[r * columns_.size() + c]) table.cells.push_back({r, c, 1, 1, {}, {}});
    std::sort(table.cells.begin(), table.cells.end(), [](const TableCell& a, const TableCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    return table;
  }

  const std::vector<TableLine>& lines_;
  const TableColumns& columns_;
  double x0_ = 0, x1_ = 0;
  std::vector<double> rules_;    // from side to side
  std::vector<Stroke> partial_;  // over some columns
  std::size_t header_ = 0;       // lines
  std::vector<std::size_t> level_;
  std::vector<Part> parts_;
  std::size_t rows_ = 0, header_rows_ = 0;
};

// Would the first word of the lower line have had room behind the upper one?
bool wraps(const TablePiece& upper, const TablePiece& lower, double right) {
  const auto& word = lower.words.front();
  return upper.x1 + 0.3 * word.size + (word.box.x1 - word.box.x0) > right;
}

// A figure below words is the end of their sentence ("section / 12"), not a row of figures.
bool has_figure_of_its_own(const TableLine& line, const TableLine& above,
                           const TableColumns& columns) {
  return std::any_of(line.pieces.begin(), line.pieces.end(), [&](const TablePiece& piece) {
    const auto column = columns.of(piece).first;
    if (!piece.figure || column == 0) return false;
    const auto* over = piece_in(above, columns, column);
    return !over || over->figure;
  });
}

// A label that goes on in lower case on the next line, where its figures stand, after a row that
// has its own.
bool opens_next(const std::vector<TableLine>& lines, const TableColumns& columns, std::size_t i) {
  if (i + 1 >= lines.size() || !has_figure(lines[i - 1], columns)) return false;
  const auto* label = piece_in(lines[i], columns, 0);
  const auto* next = piece_in(lines[i + 1], columns, 0);
  return label && next && !begins_lower(*label) && begins_lower(*next) &&
         has_figure(lines[i + 1], columns);
}

// Lines without a label may stand above the label of their row, too, where cells are set in the
// middle: the widest gap between two labels is where the next row begins.
class MiddleRows {
 public:
  MiddleRows(const std::vector<TableLine>& lines, const TableColumns& columns,
             const std::vector<double>& rules, std::vector<char>& begins)
      : lines_(lines), columns_(columns), rules_(rules), begins_(begins) {}

  void join() {
    for (std::size_t from = 0; from < lines_.size();) {
      auto to = from + 1;
      while (to < lines_.size() && !rule_between(rules_, lines_[to - 1], lines_[to])) ++to;
      join_band(from, to);
      from = to;
    }
  }

 private:
  bool labelled(std::size_t i) const { return piece_in(lines_[i], columns_, 0) != nullptr; }
  double gap_above(std::size_t i) const { return lines_[i].baseline - lines_[i - 1].baseline; }

  void join_band(std::size_t from, std::size_t to) {
    auto above = from;
    for (auto i = from; i < to; ++i) {
      if (!labelled(i)) continue;
      const bool first = above == from && !labelled(from);
      if (i > above && (first || i > above + 1)) join_between(above, i, first);
      above = i;
    }
  }

  // The lines without a label before line `next`; `first`: no label stands before them.
  void join_between(std::size_t above, std::size_t next, bool first) {
    const auto begin = first ? above : above + 1;
    for (auto i = begin; i < next; ++i)
      if (has_figure(lines_[i], columns_)) return;
    auto widest = begin;
    if (!first) {
      double second = 0;
      for (auto i = begin + 1; i <= next; ++i) {
        if (gap_above(i) > gap_above(widest)) {
          second = gap_above(widest);
          widest = i;
        } else {
          second = std::max(second, gap_above(i));
        }
      }
      if (widest == next || gap_above(widest) < kRowGap * second) return;
    }
    begins_[widest] = 1;
    for (auto i = widest + 1; i <= next; ++i) begins_[i] = 0;
  }

  static constexpr double kRowGap = 1.15;  // of the gaps inside of cells
  const std::vector<TableLine>& lines_;
  const TableColumns& columns_;
  const std::vector<double>& rules_;
  std::vector<char>& begins_;
};

}  // namespace

std::vector<char> rows_begin(const std::vector<TableLine>& lines, const TableColumns& columns,
                             const std::vector<double>& rules) {
  std::vector<char> begins(lines.size(), 1);
  const double pitch = usual_pitch(lines);
  const double right = columns.size() > 1 ? columns.extents.front().x1 : 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto& line = lines[i];
    const auto& above = lines[i - 1];
    if (rule_between(rules, above, line)) continue;
    const auto* label = piece_in(line, columns, 0);
    const auto* label_above = piece_in(above, columns, 0);
    const bool figures =
        label ? has_figure(line, columns) : has_figure_of_its_own(line, above, columns);
    const bool near = line.baseline - above.baseline <= std::max(kLoose * pitch, 0.0) &&
                      line.baseline - above.baseline <= kTight * line.size;
    if (!label) {
      // Without a label: more of the cells above, unless there are figures of their own.
      begins[i] = figures ? 1 : 0;
      if (figures && label_above && above.pieces.size() == 1 && near) begins[i] = 0;
    } else if (line.pieces.size() == 1) {
      // A label alone goes on, or is the name of a group or the first line of a label.
      const bool goes_on = label_above && near && !opens_next(lines, columns, i) &&
                           (begins_lower(*label) || wraps(*label_above, *label, right));
      begins[i] = goes_on ? 0 : 1;
    } else if (above.pieces.size() == 1 && label_above && near) {
      // The last line of a label has the figures.
      const bool goes_on = begins_lower(*label) || wraps(*label_above, *label, right);
      begins[i] = goes_on ? 0 : 1;
    } else if (!figures && !has_figure(above, columns) && near && begins_lower(*label)) {
      begins[i] = 0;
    }
  }
  MiddleRows(lines, columns, rules, begins).join();
  return begins;
}

PageTable make_line_table(const std::vector<TableLine>& lines, const TableColumns& columns,
                          const std::vector<Stroke>& across) {
  return LineTable(lines, columns, across).make();
}

}  // namespace kehoach::layout
