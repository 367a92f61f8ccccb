#include "layout/pdf/page_flow.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "layout/pdf/cell_dirt.h"
#include "layout/pdf/page_columns.h"
#include "layout/pdf/page_edges.h"
#include "layout/pdf/page_gutter.h"
#include "layout/pdf/page_margins.h"
#include "layout/pdf/row_tokens.h"
#include "layout/pdf/scan_lexicon.h"
#include "layout/pdf/table_labels.h"
#include "layout/tables/page_rules.h"
#include "layout/tables/page_table.h"
#include "layout/tables/recognised_words.h"
#include "layout/tables/table_flow.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kTopRows = 12;  // of later pages: where a letterhead may begin
constexpr std::size_t kEnoughRows = 12;
constexpr double kSmallPrint = 0.85;  // of the text's size: stamps
constexpr std::size_t kStampLines = 6;
constexpr double kSameLeft = 3;     // points
constexpr double kShortRule = 0.5;  // of the text's width: a rule below a title

// A row that is no text of the page.
struct Edge {
  RowRole role = RowRole::kText;
  PageRow row;
  std::string label;  // of a footnote's first row
};

class Flow {
 public:
  Flow(std::vector<PageText> pages, const match::Matcher& matcher)
      : pages_(std::move(pages)), matcher_(matcher) {}

  std::vector<FlowLine> make() {
    text_size_ = usual_size(pages_);
    for (auto& page : pages_) {
      auto found = find_ruled_tables(std::move(page.rows), page.rules, page.turned);
      page.rows = std::move(found.rows);
      take_turned(page, found.tables);
      set_cell_dirt_aside(found.tables, page);
      tables_.push_back(std::move(found.tables));
    }
    margins_ = find_margins(pages_);
    widen_to_tables();
    set_edges_apart();
    for (std::size_t p = 0; p < pages_.size(); ++p) find_tables_of_rows(p);
    repair_labels();
    for (std::size_t p = 0; p < pages_.size(); ++p) write_page(p);
    write_footnotes();
    return std::move(lines_);
  }

 private:
  std::optional<ColumnPlace> letterhead_of(std::size_t p) const {
    auto place = find_letterhead_place(pages_[p].rows, margins_[p], matcher_);
    if (place && p > 0 && place->begin > kTopRows) place.reset();
    return place;
  }

  // Turned words that stand in cells are loose no more.
  static void take_turned(PageText& page, const std::vector<PageTable>& tables) {
    if (page.turned.empty() || tables.empty()) return;
    std::erase_if(page.loose, [&](const LooseText& loose) {
      if (loose.note != "turned") return false;
      const auto box = read::turned_box(loose.box, -page.angle);
      const double x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
      return std::any_of(tables.begin(), tables.end(), [&](const PageTable& table) {
        return x > table.box.x0 && x < table.box.x1 && y > table.box.y0 && y < table.box.y1;
      });
    });
  }

  // Pages that are nothing but tables have hardly a row to tell their margins.
  void widen_to_tables() {
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      if (pages_[p].rows.size() >= kEnoughRows) continue;
      for (const auto& table : tables_[p]) {
        if (table.box.x1 - table.box.x0 < 0.5 * pages_[p].width) continue;
        margins_[p].left = std::min(margins_[p].left, table.box.x0);
        margins_[p].right = std::max(margins_[p].right, table.box.x1);
      }
    }
  }

  // Rows that are no text leave the pages' rows. A letterhead may stand where headers do.
  void set_edges_apart() {
    std::vector<std::vector<char>> inside;
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      inside.emplace_back(pages_[p].rows.size(), 0);
      const auto place = letterhead_of(p);
      for (auto i = place ? place->begin : 0; place && i < place->end; ++i) inside.back()[i] = 1;
    }
    const auto roles = find_row_roles(pages_, margins_, inside, text_size_);
    edges_.resize(pages_.size());
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      const auto marks = raised_marks(pages_[p]);
      std::vector<PageRow> text;
      for (std::size_t i = 0; i < pages_[p].rows.size(); ++i) {
        auto& row = pages_[p].rows[i];
        if (roles[p][i] == RowRole::kText) {
          text.push_back(std::move(row));
          continue;
        }
        std::string label;
        if (roles[p][i] == RowRole::kFootnote) {
          label = footnote_label(row, marks);
          if (!label.empty()) labels_.insert(label);
        }
        edges_[p].push_back({roles[p][i], std::move(row), std::move(label)});
      }
      pages_[p].rows = std::move(text);
    }
  }

  // Tables without lines down the page, outside of the boxes that stand side by side too.
  void find_tables_of_rows(std::size_t p) {
    page_ = p;
    auto& rows = pages_[p].rows;
    const auto letterhead = letterhead_of(p);
    const auto from = letterhead ? letterhead->end : 0;
    const auto closing = closing_from(from);
    const auto to = closing ? closing->begin : rows.size();
    const auto at = [&](std::size_t i) { return rows.begin() + static_cast<std::ptrdiff_t>(i); };
    auto found = find_open_tables({at(from), at(to)}, pages_[p].rules);
    if (found.tables.empty()) return;
    std::vector<PageRow> rest(at(0), at(from));
    std::move(found.rows.begin(), found.rows.end(), std::back_inserter(rest));
    std::move(at(to), rows.end(), std::back_inserter(rest));
    rows = std::move(rest);
    auto& tables = tables_[p];
    std::move(found.tables.begin(), found.tables.end(), std::back_inserter(tables));
    std::sort(tables.begin(), tables.end(),
              [](const PageTable& a, const PageTable& b) { return a.box.y0 < b.box.y0; });
  }

  // Of tables that a machine read.
  void repair_labels() {
    std::vector<PageTable*> read;
    for (auto& tables : tables_)
      for (auto& table : tables)
        if (was_recognised(table)) read.push_back(&table);
    if (!read.empty()) repair_table_labels(read, matcher_.made_of_rules<ScanLexicon>().looks);
  }

  void write_page(std::size_t p) {
    page_ = p;
    rules_ = PageRules(pages_[p]);
    next_table_ = 0;
    const auto& rows = pages_[p].rows;
    write_edges();
    const auto letterhead = letterhead_of(p);
    std::size_t begin = resume_closing();
    // Stamps, and the name of a gazette.
    for (; letterhead && begin < letterhead->begin; ++begin)
      write_noise(rows[begin], "above-letterhead");
    const auto text_begin = letterhead ? letterhead->end : begin;
    auto closing = closing_from(text_begin);
    const auto gutter =
        find_gutter(rows, text_begin, closing ? closing->begin : rows.size(), margins_[p]);
    for (std::size_t i = begin; i < rows.size();) {
      write_tables_above(rows[i].baseline);
      if (gutter && i == gutter->begin) {
        write_columns(*gutter);
        i = gutter->end;
      } else if (letterhead && i == letterhead->begin) {
        write_place(*letterhead);
        i = letterhead->end;
      } else if (closing && i == closing->begin) {
        write_place(*closing);
        i = closing->end;
        if (i == rows.size())
          open_closing_ = *closing;
        else
          write_footnotes();
        closing = closing_from(i);
      } else {
        write_row(i++);
      }
    }
    write_tables_above(pages_[p].height + 1);
  }

  void write_columns(const Gutter& gutter) {
    const auto& rows = pages_[page_].rows;
    for (const bool right : {false, true}) {
      std::vector<PageRow> column;
      for (auto i = gutter.begin; i < gutter.end; ++i) {
        auto parts = part_at(rows[i], gutter.x);
        auto& part = right ? parts.right : parts.left;
        if (!part.words.empty()) column.push_back(take_marks(part));
      }
      auto of_column = margins_of(column);
      for (auto& row : column) {
        auto line = new_line(std::move(row));
        line.margins = of_column;
        if (!line.row.words.empty()) push(std::move(line));
      }
    }
  }

  // What a page's end cut off from a closing stands first on the next one.
  std::size_t resume_closing() {
    if (!open_closing_) return 0;
    const auto before = std::move(*open_closing_);
    open_closing_.reset();
    const auto place = resume_closing_place(pages_[page_].rows, before, margins_[page_], matcher_);
    if (place) write_place(*place);
    write_footnotes();
    return place ? place->end : 0;
  }

  std::optional<ColumnPlace> closing_from(std::size_t from) const {
    return find_closing_place(pages_[page_].rows, from, margins_[page_], matcher_);
  }

  FlowLine new_line(PageRow row) const {
    FlowLine line;
    line.row = std::move(row);
    line.page = pages_[page_].number;
    line.angle = pages_[page_].angle;
    line.margins = margins_[page_];
    line.page_width = pages_[page_].width;
    return line;
  }

  // A line, and behind it the marks of footnotes that were taken out of it.
  void push(FlowLine line) {
    lines_.push_back(std::move(line));
    std::vector<PageRow> marks;
    std::swap(marks, marks_);
    for (auto& mark : marks) write_noise(std::move(mark), "footnote-mark");
  }

  void write_noise(PageRow row, const char* note) {
    auto line = new_line(std::move(row));
    line.kind = BlockKind::kNoise;
    line.note = note;
    line.joint = Joint::kOwn;
    push(std::move(line));
  }

  void write_edges() {
    for (const auto& loose : pages_[page_].loose) {
      PageWord word;
      word.text = loose.text;
      word.box = loose.box;
      write_noise(make_row({word}), loose.note.c_str());
    }
    for (const auto& edge : edges_[page_]) {
      if (edge.role == RowRole::kFootnote)
        note_footnote(edge);
      else
        write_noise(edge.row, edge.role == RowRole::kRunning ? "running-header" : "page-number");
    }
  }

  void write_row(std::size_t i) {
    const auto& row = pages_[page_].rows[i];
    if (row.size < kSmallPrint * text_size_ && is_signature_note(i))
      return write_noise(row, "signature-note");
    auto line = new_line(take_marks(row));
    if (line.row.words.empty()) return;
    line.after_rule = i > 0 && rule_above(pages_[page_].rows[i - 1], row);
    push(std::move(line));
  }

  // "Ký bởi: …" in small print, and the lines of the stamp below it.
  bool is_signature_note(std::size_t i) const {
    const auto& rows = pages_[page_].rows;
    for (std::size_t back = 0; back < kStampLines && back <= i; ++back) {
      const auto& row = rows[i - back];
      const bool next = back == 0 || (std::abs(row.box.x0 - rows[i].box.x0) < kSameLeft &&
                                      std::abs(row.size - rows[i].size) < 0.5);
      if (!next) return false;
      if (RowTokens(row, matcher_).starts("signature_note")) return true;
    }
    return false;
  }

  bool rule_above(const PageRow& above, const PageRow& below) const {
    const double from = above.baseline - 0.3 * above.size;
    const double to = below.baseline - 0.7 * below.size;
    return rules_.any(from, to, [&](const base::Box& rule) {
      const double width = rule.x1 - rule.x0;
      return width > 20 && width < kShortRule * margins_[page_].width();
    });
  }

  // Takes the marks of footnotes out of a row.
  PageRow take_marks(const PageRow& row) {
    if (labels_.empty()) return row;
    std::vector<PageWord> words;
    for (const auto& word : row.words) {
      if (word.raised && labels_.count(bare_mark(word.text)) > 0) {
        marks_.push_back(make_row({word}));
        continue;
      }
      words.push_back(word);
    }
    return words.size() == row.words.size() ? row : make_row(std::move(words));
  }

  void note_footnote(const Edge& edge) {
    auto line = new_line(edge.row);
    line.kind = BlockKind::kFootnote;
    line.joint = edge.label.empty() && !footnotes_.empty() ? Joint::kGoesOn : Joint::kOwn;
    footnotes_.push_back(std::move(line));
  }

  void write_footnotes() {
    std::move(footnotes_.begin(), footnotes_.end(), std::back_inserter(lines_));
    footnotes_.clear();
  }

  void write_place(const ColumnPlace& place) {
    for (const auto& from : place.lines) {
      auto line = new_line(take_marks(from.row));
      line.kind = from.kind;
      line.note = from.note;
      line.joint = from.joint;
      if (!line.row.words.empty()) push(std::move(line));
    }
  }

  void write_tables_above(double y) {
    auto& tables = tables_[page_];
    for (; next_table_ < tables.size() && tables[next_table_].box.y0 < y; ++next_table_)
      table_flow_.write(std::move(tables[next_table_]), new_line({}), lines_);
  }

  std::vector<PageText> pages_;
  const match::Matcher& matcher_;
  double text_size_ = 12;
  std::vector<std::vector<PageTable>> tables_;  // of each page
  std::vector<Margins> margins_;
  std::vector<std::vector<Edge>> edges_;  // of each page
  std::set<std::string> labels_;          // of all footnotes
  std::vector<FlowLine> lines_, footnotes_;
  std::vector<PageRow> marks_;  // of footnotes, out of the row that is being written
  std::size_t page_ = 0, next_table_ = 0;
  PageRules rules_{{}};  // of the page
  TableFlow table_flow_;
  std::optional<ColumnPlace> open_closing_;  // reached the end of its page
};

}  // namespace

std::vector<FlowLine> make_flow(std::vector<PageText> pages, const match::Matcher& matcher) {
  return Flow(std::move(pages), matcher).make();
}

}  // namespace kehoach::layout
