#include "layout/pdf/flow_text.h"

#include <utility>

#include "base/utf8.h"
#include "language/letters.h"
#include "layout/pdf/paragraph_joints.h"
#include "layout/pdf/title_marks.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr double kAllBold = 0.9;  // of the letters

// A word's characters without such as would end a line or part cells.
std::string in_line(const std::string& word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const auto c = base::next_code_point(word, i);
    if (c == 0 || language::is_space(c) || (c < 0x20)) {
      out += ' ';
    } else {
      base::append_code_point(out, c);
    }
  }
  return out;
}

// The page that words stand on.
struct Sheet {
  int page = 1;
  double angle = 0;
};

class Writer {
 public:
  Writer(const std::vector<FlowLine>& lines, const match::Matcher& matcher)
      : lines_(lines), matcher_(matcher), joints_(find_joints(lines, matcher)) {}

  FlowText write() {
    // What interrupts a paragraph is written behind it.
    std::vector<std::size_t> waiting;
    for (std::size_t i = 0; i < lines_.size();) {
      i = write_paragraph(i, waiting);
      std::vector<std::size_t> now;
      std::swap(now, waiting);
      for (const auto k : now) write_lines({k});
    }
    mark_title(result_.text, matcher_);
    if (result_.text.decoding.empty()) result_.text.original.clear();
    return std::move(result_);
  }

 private:
  static bool is_aside(const FlowLine& line) { return line.kind && is_noise(*line.kind); }

  // Writes the paragraph that begins at line i; gives the first line behind it.
  std::size_t write_paragraph(std::size_t i, std::vector<std::size_t>& waiting) {
    std::vector<std::size_t> paragraph{i};
    auto next = i + 1;
    if (lines_[i].table >= 0) {
      write_row(lines_[i]);
      return next;
    }
    for (auto k = next; k < lines_.size(); ++k) {
      if (is_aside(lines_[k]) && !is_aside(lines_[i])) continue;
      if (!joints_[k]) break;
      for (auto between = next; between < k; ++between) waiting.push_back(between);
      paragraph.push_back(k);
      next = k + 1;
    }
    write_lines(paragraph);
    return next;
  }

  void write_lines(const std::vector<std::size_t>& paragraph) {
    auto& line = begin_line();
    line.kind = lines_[paragraph.front()].kind;
    line.note = lines_[paragraph.front()].note;
    bool bold = true;
    line.centred = true;
    const std::string* last = nullptr;
    for (const auto i : paragraph) {
      line.centred = line.centred && is_centred(lines_[i]);
      write_words({lines_[i].page, lines_[i].angle}, lines_[i].row, last);
      bold = bold && bold_share(lines_[i].row) >= kAllBold;
    }
    line.weight = bold ? Weight::kBold : Weight::kPlain;
    line.span.end = result_.text.utf8.size();
  }

  void write_row(const FlowLine& from) {
    auto& line = begin_line();
    line.kind = BlockKind::kTableRow;
    line.table = from.table;
    bool first = true;
    for (const auto& cell : from.cells) {
      if (!first) put("\t", "\t");
      first = false;
      MarkedCell marked;
      marked.column = cell.column;
      marked.rowspan = cell.rowspan;
      marked.colspan = cell.colspan;
      marked.header = cell.header;
      marked.span.begin = result_.text.utf8.size();
      const std::string* last = nullptr;
      for (const auto& part : cell.parts) {
        const Sheet sheet{part.page, part.angle};
        if (part.page == from.page) marked.boxes.push_back(on_page(sheet, part.box));
        for (const auto& row : part.rows) write_words(sheet, row, last);
      }
      marked.span.end = result_.text.utf8.size();
      line.cells.push_back(std::move(marked));
    }
    line.span.end = result_.text.utf8.size();
  }

  MarkedLine& begin_line() {
    auto& text = result_.text;
    if (!text.lines.empty()) put("\n", "\n");
    text.lines.emplace_back();
    text.lines.back().span.begin = text.utf8.size();
    return text.lines.back();
  }

  void write_words(const Sheet& sheet, const PageRow& row, const std::string*& last) {
    bool first = true;
    for (const auto& word : row.words) {
      const bool glued = first ? last && joins_without_space(*last, word.text) : word.joined;
      if (last && !glued) put(" ", " ");
      write_word(sheet, word);
      last = &word.text;
      first = false;
    }
  }

  void write_word(const Sheet& sheet, const PageWord& word) {
    const auto begin = result_.text.original.size();
    const auto text = in_line(word.text);
    put(text, word.original.empty() ? text : in_line(word.original));
    result_.places.push_back({{begin, result_.text.original.size()},
                              sheet.page,
                              on_page(sheet, word.box),
                              word.confidence});
  }

  void put(const std::string& text, const std::string& original) {
    auto& out = result_.text;
    if (text != original) {
      out.decoding.push_back({out.original.size(), out.original.size() + original.size(),
                              out.utf8.size(), out.utf8.size() + text.size()});
    }
    out.utf8 += text;
    out.original += original;
  }

  static base::Box on_page(const Sheet& sheet, const base::Box& box) {
    return sheet.angle == 0 ? box : read::turned_box(box, sheet.angle);
  }

  const std::vector<FlowLine>& lines_;
  const match::Matcher& matcher_;
  std::vector<char> joints_;
  FlowText result_;
};

}  // namespace

FlowText write_flow(const std::vector<FlowLine>& lines, const match::Matcher& matcher) {
  return Writer(lines, matcher).write();
}

}  // namespace kehoach::layout
