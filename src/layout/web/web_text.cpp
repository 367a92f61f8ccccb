#include "layout/web/web_text.h"

#include <algorithm>
#include <utility>

#include "layout/file_places.h"
#include "layout/web/web_elements.h"
#include "layout/web/web_lists.h"
#include "layout/web/web_tables.h"

namespace kehoach::layout {
namespace {

using read::MarkupNode;

// What parts two lines.
enum class Gap { kNone, kLineEnd, kBlank };

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// Of a word or number; no sign.
bool is_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || ('a' <= c && c <= 'z') ||
         ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
}

// Of a no-break space at `i`.
bool is_hard_space(std::string_view text, std::size_t i) { return text.substr(i, 2) == "\u00a0"; }

class Writer {
 public:
  Writer(const read::Markup& markup, const read::Markup& readable, const NodeFonts& fonts,
         const MainContent& main, const match::Matcher& matcher, std::size_t most_bytes)
      : markup_(markup),
        readable_(readable),
        fonts_(fonts),
        main_(main),
        matcher_(matcher),
        most_bytes_(most_bytes) {}

  WebText run() {
    walk(0, markup_.nodes.size());
    end_line(Gap::kBlank);
    text_.anchors = to_anchors(markup_.html, std::move(offsets_));
    return std::move(text_);
  }

 private:
  // An element whose end is still to come.
  struct Open {
    std::size_t node = 0;
    bool block = false, preformatted = false, centred = false;
    bool heading = false, spaced = false, bold = false;
  };

  void walk(std::size_t begin, std::size_t end) {
    const auto bottom = open_.size();
    for (auto i = begin; i < end && !text_.cut;) {
      while (open_.size() > bottom && markup_.nodes[open_.back().node].end <= i) close();
      i = visit(i);
    }
    while (open_.size() > bottom) close();
  }

  // Gives the node to go on with.
  std::size_t visit(std::size_t i) {
    const MarkupNode& node = markup_.nodes[i];
    if (node.hidden || main_.roles[i] == PageRole::kHidden) return node.end;
    if (node.kind == MarkupNode::Kind::kText) {
      write(i);
      return i + 1;
    }
    if (is_left_out(node)) return node.end;
    if (node.tag == "br") {
      line_break();
    } else if (node.tag == "table" && !in_cell_ && main_.roles[i] == PageRole::kContent) {
      if (const auto table = read_web_table(readable_, i, matcher_)) {
        write_table(*table);
        return node.end;
      }
    }
    if (is_note_mark(i)) return node.end;
    open(i);
    return i + 1;
  }

  // "…/QH15<sup><a href="#_ftn1">1</a></sup>": the number of a footnote is none of the code before.
  bool is_note_mark(std::size_t i) const {
    const MarkupNode& node = markup_.nodes[i];
    if (node.tag != "sup") return false;
    const auto inside = node.end > i + 1 ? i + 1 : i;
    const auto around = node.parent;
    for (const auto link : {inside, around}) {
      const MarkupNode& other = markup_.nodes[link];
      if (other.tag == "a" && read::attribute(other, "href").find('#') != std::string_view::npos)
        return true;
    }
    return false;
  }

  void open(std::size_t i) {
    const MarkupNode& node = markup_.nodes[i];
    Open entry{i, is_block_element(node)};
    const bool was_centred = !open_.empty() && open_.back().centred;
    entry.centred = was_centred || is_centred(node);
    entry.preformatted = (!open_.empty() && open_.back().preformatted) || node.tag == "pre";
    entry.heading = heading_of(node) > 0;
    entry.spaced = parts_its_children(i);
    entry.bold = (!open_.empty() && open_.back().bold && !is_plain(node)) || is_bold(node);
    if (entry.block) block_border();
    if (!open_.empty() && open_.back().spaced) space_ = space_ || line_open_;
    if (entry.heading) heading_ = heading_of(node);
    if (auto mark = lists_.open(node)) mark_ = std::move(mark);
    open_.push_back(entry);
  }

  void close() {
    const Open entry = open_.back();
    open_.pop_back();
    lists_.close(markup_.nodes[entry.node]);
    if (entry.block) block_border();
    if (entry.heading) heading_ = 0;
    if (markup_.nodes[entry.node].tag == "li") mark_.reset();
  }

  // A label and its value in elements of their own, set apart by a style sheet:
  // <div><span class="label">Số hiệu</span><span class="value">12/KH-UBND</span></div>.
  bool parts_its_children(std::size_t i) const {
    const auto& nodes = markup_.nodes;
    std::size_t children = 0;
    for (auto child = i + 1; child < nodes[i].end; child = nodes[child].end) {
      const MarkupNode& node = nodes[child];
      if (node.kind == MarkupNode::Kind::kText) {
        if (std::any_of(node.text.begin(), node.text.end(), [](char c) { return !is_space(c); }))
          return false;
        continue;
      }
      if (read::attribute(node, "class").empty()) return false;
      ++children;
    }
    return children >= 2;
  }

  void line_break() {
    const bool headline = line_open_ && text_.lines.back().role == PageRole::kTitle;
    if (in_cell_ || headline) {
      space_ = true;
      return;
    }
    // The second of two in a row leaves a blank line.
    end_line(line_open_ || gap_ == Gap::kNone ? Gap::kLineEnd : Gap::kBlank);
  }

  void block_border() {
    if (in_cell_) {
      space_ = true;
    } else {
      end_line(Gap::kBlank);
    }
  }

  // The text's node `i`.
  void write(std::size_t i) {
    const MarkupNode& node = markup_.nodes[i];
    const bool preformatted = !open_.empty() && open_.back().preformatted && !in_cell_;
    const std::string_view text = node.text;
    NodeAlignment places(markup_.html, text, node.source_begin);
    const auto begin = text_.utf8.size();
    for (std::size_t k = 0; k < text.size(); ++k) {
      if (preformatted && text[k] == '\n') {
        line_break();
      } else if (is_space(text[k])) {
        space_ = true;
      } else if (is_hard_space(text, k) && !line_open_) {
        ++k;  // indents nothing
      } else {
        if (!write_separator(i)) return;
        put(text[k], places.at(k));
      }
    }
    add_hint(i, begin);
  }

  // The text from `begin` on is that of node `i`.
  void add_hint(std::size_t i, std::size_t begin) {
    if (fonts_.empty() || !fonts_[i] || begin == text_.utf8.size()) return;
    text_.hints.push_back({begin, text_.utf8.size(), *fonts_[i]});
  }

  // Opens the line if need be, and writes the space that waits. False if the text is full.
  bool write_separator(std::size_t i) {
    const PageRole role = main_.roles[i];
    if (line_open_ && !in_cell_ && !may_share_line(role)) end_line(Gap::kLineEnd);
    if (text_.utf8.size() >= most_bytes_) {
      text_.cut = true;
      return false;
    }
    if (!line_open_) {
      begin_line(role, main_.notes[i]);
    } else if (space_ && !(in_cell_ && text_.utf8.size() == cell_begin_)) {
      text_.utf8 += ' ';
    }
    space_ = false;
    return true;
  }

  bool may_share_line(PageRole role) {
    PageRole& line = text_.lines.back().role;
    if (role == line) return true;
    if (line == PageRole::kContent && role == PageRole::kAttachment) return true;
    if (line == PageRole::kAttachment && role == PageRole::kContent) {
      line = role;
      return true;
    }
    return false;
  }

  void begin_line(PageRole role, const std::string& note) {
    const bool centred = !open_.empty() && open_.back().centred;
    if (!text_.lines.empty()) {
      // Lines of one title, each set in the middle as a paragraph of its own.
      const bool one_title = centred && centred_ && gap_ == Gap::kBlank;
      text_.utf8 += gap_ == Gap::kBlank && !one_title ? "\n\n" : "\n";
    }
    WebLine& line = text_.lines.emplace_back();
    line.span.begin = text_.utf8.size();
    line.role = role;
    line.note = note;
    line.heading = heading_;
    line.bold = true;  // until a letter is not
    line.mark = std::exchange(mark_, std::nullopt);
    centred_ = centred;
    line_open_ = true;
    space_ = false;
  }

  void end_line(Gap gap) {
    gap_ = std::max(gap_, gap);
    space_ = false;
    if (!line_open_) return;
    gap_ = gap;
    line_open_ = false;
    std::string& utf8 = text_.utf8;
    auto& line = text_.lines.back();
    while (utf8.size() >= line.span.begin + 2 && utf8.ends_with("\u00a0"))
      utf8.erase(utf8.size() - 2);
    line.span.end = utf8.size();
    // A last cell of hard spaces is empty now; it must not reach into the next line.
    for (WebLineCell& cell : line.cells) {
      cell.span.begin = std::min(cell.span.begin, utf8.size());
      cell.span.end = std::min(cell.span.end, utf8.size());
    }
    if (!line.span.empty()) return;
    text_.lines.pop_back();
  }

  void put(char c, std::size_t file) {
    const bool bold = !open_.empty() && open_.back().bold;
    if (!bold && is_letter(c)) text_.lines.back().bold = false;
    if (file != expected_file_ || offsets_.empty() || text_.utf8.size() != expected_source_)
      offsets_.push_back({text_.utf8.size(), file});
    text_.utf8 += c;
    expected_file_ = file + 1;
    expected_source_ = text_.utf8.size();
  }

  void write_table(const WebTable& table) {
    end_line(Gap::kBlank);
    if (table.caption) walk(*table.caption, markup_.nodes[*table.caption].end);
    end_line(Gap::kBlank);
    const int number = tables_++;
    for (const auto& row : table.rows) {
      write_row(row, number);
      gap_ = Gap::kLineEnd;
    }
    gap_ = Gap::kBlank;
  }

  void write_row(const std::vector<WebCell>& row, int table) {
    mark_.reset();
    begin_line(PageRole::kContent, {});
    text_.lines.back().heading = 0;
    in_cell_ = true;
    std::size_t column = 0;
    std::vector<WebLineCell> cells;
    for (const WebCell& cell : row) {
      for (; column < cell.column; ++column) text_.utf8 += '\t';
      space_ = false;
      const auto begin = text_.utf8.size();
      cell_begin_ = begin;
      walk(cell.node + 1, markup_.nodes[cell.node].end);
      cells.push_back(
          {{begin, text_.utf8.size()}, cell.column, cell.rowspan, cell.colspan, cell.header});
    }
    in_cell_ = false;
    WebLine& line = text_.lines.back();
    line.table = table;
    line.cells = std::move(cells);
    end_line(Gap::kLineEnd);
  }

  const read::Markup& markup_;
  const read::Markup& readable_;
  const NodeFonts& fonts_;
  const MainContent& main_;
  const match::Matcher& matcher_;
  std::size_t most_bytes_;
  WebText text_;
  std::vector<FileOffset> offsets_;
  std::vector<Open> open_;
  WebLists lists_;
  std::optional<Mark> mark_;  // waits for the first line of its item
  Gap gap_ = Gap::kNone;      // since the last line
  bool line_open_ = false, space_ = false, centred_ = false, in_cell_ = false;
  int heading_ = 0, tables_ = 0;
  std::size_t cell_begin_ = 0;
  std::size_t expected_file_ = 0, expected_source_ = 0;
};

}  // namespace

WebText write_web_text(const read::Markup& markup, const read::Markup& readable,
                       const NodeFonts& fonts, const MainContent& main,
                       const match::Matcher& matcher, const base::Budget& budget) {
  return Writer(markup, readable, fonts, main, matcher, budget.max_text_bytes).run();
}

}  // namespace kehoach::layout
