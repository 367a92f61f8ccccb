#include "plan/figures/figure_table.h"

#include <algorithm>

#include "language/comparison.h"
#include "plan/figures/figure_cells.h"
#include "plan/figures/figure_columns.h"
#include "plan/figures/figure_times.h"
#include "plan/tables/table_cells.h"
#include "plan/tasks/row_groups.h"

namespace kehoach::plan {
namespace {

using base::TextSpan;
using match::Token;
using match::TokenRange;

constexpr double kSureCell = 0.92;
constexpr double kSureYear = 0.75;          // the year alone says that it is a goal
constexpr std::size_t kCodeReach = 6;       // words of a name that may hold its code
constexpr std::size_t kLinesAbove = 2;      // lines above a table that speak for it
constexpr std::size_t kLongestAbove = 300;  // bytes

// What a row measures.
struct RowName {
  TextSpan span;       // of its own words
  TextSpan unit;       // printed behind it, in a bracket or after a comma
  std::string name;    // with that of the row it is part of
  std::string change;  // of a verb that opens it
  bool part = false;   // "- Trong đó: …"
};

class TableReader {
 public:
  TableReader(const Reading& reading, const Grid& grid, const FigureColumns& columns,
              const DocumentTimes& times)
      : reading_(reading), grid_(grid), columns_(columns), times_(times), cells_(reading, grid) {
    read_above();
  }

  std::vector<TableFigure> read() {
    for (std::size_t r = grid_.header_rows; r < grid_.rows.size(); ++r) row(r);
    return std::move(found_);
  }

 private:
  std::string_view text(TextSpan span) const { return reading_.text.slice(span); }
  TokenRange tokens(TextSpan span) const { return reading_.tokens.within({span.begin, span.end}); }
  const Token& token(std::size_t i) const { return reading_.tokens.tokens[i]; }
  std::string_view word(std::size_t i) const { return reading_.tokens.slice(token(i)); }

  // The title's year and "Đơn vị tính: …", in the rows above the header or the lines above them.
  void read_above() {
    for (std::size_t r = 0; r < grid_.title_rows; ++r)
      for (const TextSpan cell : grid_.rows[r].own) look_above(cell);
    const std::size_t first = grid_.rows.front().entry;
    for (std::size_t i = first - std::min(first, kLinesAbove); i < first; ++i)
      if (reading_.block(i).kind != layout::BlockKind::kTableRow)
        look_above(reading_.text.blocks[i].span);
  }

  void look_above(TextSpan line) {
    if (line.empty() || line.size() > kLongestAbove) return;
    read_unit_above(line);
    for (const TimeMark& mark : read_times(reading_, tokens(line)))
      if (mark.kind == TimeMark::Kind::kYear) year_above_ = mark;
  }

  // "Đơn vị tính: tỷ đồng", on a line of its own or in a bracket.
  void read_unit_above(TextSpan line) {
    const auto heads = reading_.matcher.tokenize(text(line), "task-cues");
    for (std::size_t i = 0; i + 2 < heads.tokens.size(); ++i) {
      if (!heads.tokens[i].is("column", "unit") || heads.slice(heads.tokens[i + 1]) != ":")
        continue;
      std::size_t end = i + 2;
      while (end < heads.tokens.size() && std::string_view(").:;").find(heads.slice(
                                              heads.tokens[end])) == std::string_view::npos)
        ++end;
      unit_above_ = {line.begin + heads.tokens[i + 2].span.begin,
                     line.begin + heads.tokens[end - 1].span.end};
    }
  }

  void row(std::size_t r) {
    if (cells_.is_numbering(r) || cells_.repeats_header(r)) return;
    const TextSpan cell = cells_.own(r, columns_.name);
    if (cell.empty() || cells_.is_blank(cell)) return;
    const RowName name = row_name(r, cell);
    if (name.span.empty()) return;
    for (const FigureColumn& column : columns_.figures) figure(r, name, column);
  }

  RowName row_name(std::size_t r, TextSpan cell) {
    const LabelledText split = split_label(reading_, cell);
    RowName name;
    name.span = split.text;
    name.part = split.label == "-" || split.label == "+";
    take_part_mark(name);
    take_unit(name);
    take_verb(name);
    name.name = std::string(text(name.span));
    if (!name.part) {
      parent_ = grid_.rows[r].across[columns_.name] > 1 ? TextSpan{} : name.span;
    } else if (!parent_.empty() && !opens_with_head(name.span)) {
      name.name = std::string(text(parent_)) + ": " + name.name;
    }
    return name;
  }

  // "Trong đó: hộ nghèo" is a part of the row above.
  void take_part_mark(RowName& name) const {
    const TokenRange range = tokens(name.span);
    for (const auto& link : reading_.matcher.phrases(reading_.tokens, "figure.link", range)) {
      const auto kind = link.rule->set.find("kind");
      if (link.whole.begin != range.begin || kind == link.rule->set.end() || kind->second != "part")
        return;
      name.part = true;
      std::size_t begin = link.whole.end;
      while (begin < range.end && token(begin).is("punct")) ++begin;
      name.span.begin = begin < range.end ? token(begin).span.begin : name.span.end;
      return;
    }
  }

  // "Tỷ lệ hộ nghèo (%)", "Sản lượng, tấn": a bracket or last word that is a unit.
  void take_unit(RowName& name) const {
    const TokenRange range = tokens(name.span);
    if (range.size() < 3) return;
    std::size_t begin = range.end;
    if (word(range.end - 1) == ")") {
      while (begin > range.begin && word(begin - 1) != "(") --begin;
      if (begin == range.begin || begin + 1 >= range.end) return;
      const TextSpan unit{token(begin).span.begin, token(range.end - 2).span.end};
      const auto known = read_unit(reading_, unit);
      if (!known || (known->unit == "count" && !columns_.turned)) return;
      name.unit = unit;
      --begin;
    } else if (word(range.end - 2) == "," && token(range.end - 1).is("unit")) {
      name.unit = {token(range.end - 1).span.begin, token(range.end - 1).span.end};
      begin = range.end - 2;
    } else {
      return;
    }
    if (begin > range.begin) name.span.end = token(begin - 1).span.end;
  }

  // "Giảm tỷ lệ hộ nghèo": the verb says how the figures of the row are meant.
  void take_verb(RowName& name) const {
    const TokenRange range = tokens(name.span);
    if (range.size() < 2 || !token(range.begin).is("change")) return;
    const std::string_view value = token(range.begin).value;
    if (value != "increase" && value != "decrease" && value != "maintain") return;
    name.change = value;
    name.span.begin = token(range.begin + 1).span.begin;
  }

  bool opens_with_head(TextSpan span) const {
    const TokenRange range = tokens(span);
    const auto heads = reading_.matcher.phrases(reading_.tokens, "figure.head", range);
    return !heads.empty() && heads.front().whole.begin == range.begin;
  }

  std::optional<std::string> code_of(TextSpan name) const {
    TokenRange range = tokens(name);
    range.end = std::min(range.end, range.begin + kCodeReach);
    for (std::size_t i = range.begin; i < range.end; ++i)
      if (token(i).is("indicator") && !token(i).value.empty()) return std::string(token(i).value);
    return std::nullopt;
  }

  // The first that is printed: in the cell, the column of units, behind the name, in the heading,
  // above the table.
  std::optional<PrintedUnit> unit_of(std::size_t r, const RowName& name, const FigureColumn& column,
                                     TextSpan& where) const {
    std::vector<TextSpan> places;
    if (columns_.unit) places.push_back(cells_.shown(r, *columns_.unit));
    places.insert(places.end(), {name.unit, column.unit, head_unit(name), unit_above_});
    for (const TextSpan place : places) {
      const auto unit = read_unit(reading_, place);
      if (!unit) continue;
      where = place;
      return unit;
    }
    return std::nullopt;
  }

  // "Thứ hạng PCI": the name itself says that its figures are places.
  TextSpan head_unit(const RowName& name) const {
    const TokenRange range = tokens(name.span);
    if (range.empty() || !token(range.begin).is("unit", "rank")) return {};
    return {token(range.begin).span.begin, token(range.begin).span.end};
  }

  void figure(std::size_t r, const RowName& name, const FigureColumn& column) {
    const TextSpan cell = cells_.own(r, column.column);
    if (cell.empty() || grid_.rows[r].across[column.column] > 1) return;
    const auto value = read_cell_value(reading_, cell);
    if (!value) return;
    TextSpan unit_place{};
    const auto unit = value->unit ? value->unit : unit_of(r, name, column, unit_place);
    if (is_allotted(name, unit)) return;
    TableFigure found{column.role, {}};
    Figure& figure = found.figure;
    figure.indicator = {code_of(name.span), name.name};
    figure.change = !value->change.empty() ? value->change : name.change;
    if (figure.change.empty()) figure.change = "reach";
    set_value(figure, *value, unit);
    figure.printed = text(cell);
    if (!value->unit && unit && !name.span.covers(unit_place))
      figure.printed += " " + std::string(text(unit_place));
    figure.rule = "figure.table-cell";
    figure.confidence = column.said ? kSureCell : kSureYear;
    add_evidence(figure, name.span);
    add_evidence(figure, cell);
    if (name.part) add_evidence(figure, parent_);
    if (!name.span.covers(unit_place)) add_evidence(figure, unit_place);
    for (const TextSpan head : column.heads) add_evidence(figure, head);
    set_year(figure, column);
    found_.push_back(std::move(found));
  }

  // "Kinh phí thực hiện": money that is given out is nothing to be reached; "vốn huy động" is.
  bool is_allotted(const RowName& name, const std::optional<PrintedUnit>& unit) const {
    if (!unit || unit->unit != "money") return false;
    const auto tokens = reading_.matcher.tokenize(text(name.span), "task-cues");
    const bool raised = std::any_of(tokens.tokens.begin(), tokens.tokens.end(),
                                    [](const Token& token) { return token.is("raised"); });
    if (raised) return false;
    const Heading words = read_heading(reading_, name.span);
    return words.names && !words.parts.empty() && words.parts.front().value == "money";
  }

  static void set_value(Figure& figure, const CellValue& value,
                        const std::optional<PrintedUnit>& unit) {
    const Bounds bounds = scaled(value.bounds, value.factor * (unit ? unit->factor : 1));
    figure.min = bounds.min;
    figure.max = bounds.max;
    figure.exclusive = bounds.exclusive;
    figure.approximate = bounds.approximate;
    figure.unit = unit ? unit->unit : "count";
    if (unit && unit->unit == "count") figure.printed_unit = unit->printed;
    if (unit) figure.per = unit->per;
    if (figure.unit == "rank") figure.of = value.of;
  }

  void set_year(Figure& figure, const FigureColumn& column) const {
    if (column.year) {
      figure.year = column.year;
    } else if (column.role == FigureRole::kResult && times_.plans) {
      return;  // a plan's year is not that of what was reached before it
    } else if (year_above_) {
      figure.year = year_above_->year;
      add_evidence(figure, {reading_.tokens.span(year_above_->range).begin,
                            reading_.tokens.span(year_above_->range).end});
    } else {
      figure.year = times_.single_year;
    }
  }

  void add_evidence(Figure& figure, TextSpan span) const {
    if (!span.empty()) figure.evidence.push_back(reading_.evidence(span));
  }

  const Reading& reading_;
  const Grid& grid_;
  const FigureColumns& columns_;
  const DocumentTimes& times_;
  TableCells cells_;
  TextSpan parent_{};      // the name of the last row that is no part
  TextSpan unit_above_{};  // "Đơn vị tính: tỷ đồng"
  std::optional<TimeMark> year_above_;
  std::vector<TableFigure> found_;
};

}  // namespace

std::vector<TableFigure> read_table_figures(const Reading& reading,
                                            const std::vector<Section>& sections,
                                            const DocumentTimes& times) {
  std::vector<TableFigure> figures;
  for (const Grid& grid : read_grids(reading)) {
    const std::size_t begin = reading.text.blocks[grid.rows.front().entry].span.begin;
    const SectionClass section = classify(reading.matcher, chain_at(sections, begin));
    if (section == SectionClass::kBudget || section == SectionClass::kAward) continue;
    std::vector<TableFigure> found;
    if (const auto columns = figure_columns(reading, grid, times))
      found = TableReader(reading, grid, *columns, times).read();
    else if (const auto turned = turned_table(reading, grid, times))
      found = TableReader(reading, turned->grid, turned->columns, times).read();
    std::move(found.begin(), found.end(), std::back_inserter(figures));
  }
  return figures;
}

}  // namespace kehoach::plan
