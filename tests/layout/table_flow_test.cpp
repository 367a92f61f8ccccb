#include "layout/tables/table_flow.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace kehoach::layout {
namespace {

constexpr double kRead = 0.95;  // confidence of what is read well off an image

// "tăng ~vế" : a word behind "~" is unsure.
PageRow row_of(const std::string& text, double confidence) {
  std::vector<PageWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    PageWord word;
    word.text = text.substr(at, end - at);
    word.confidence = confidence;
    if (word.text.front() == '~') {
      word.text.erase(0, 1);
      word.confidence = 0.4;
    }
    words.push_back(std::move(word));
    at = end + 1;
  }
  return make_row(std::move(words));
}

struct Page {
  std::vector<std::string> above;              // lines of text
  std::vector<double> xs;                      // borders of the table's columns
  std::vector<std::vector<std::string>> rows;  // of the table
  double confidence = kRead;
};

PageTable table_of(const Page& page) {
  PageTable table;
  table.rows = page.rows.size();
  table.columns = page.xs.size() - 1;
  table.xs = page.xs;
  for (std::size_t r = 0; r < page.rows.size(); ++r)
    for (std::size_t c = 0; c < page.rows[r].size(); ++c) {
      TableCell cell;
      cell.row = r;
      cell.column = c;
      if (!page.rows[r][c].empty()) cell.lines = {row_of(page.rows[r][c], page.confidence)};
      table.cells.push_back(std::move(cell));
    }
  return table;
}

std::string dump(const std::vector<FlowLine>& lines) {
  std::string text;
  int table = -1;
  for (const auto& line : lines) {
    if (line.table < 0) {
      text += (line.kind ? "[" + line.note + "] " : "") + row_text(line.row) + "; ";
      continue;
    }
    if (line.table != table) text += "TABLE ";
    table = line.table;
    for (const auto& cell : line.cells) {
      std::string words;
      for (const auto& part : cell.parts)
        for (const auto& row : part.rows) words += (words.empty() ? "" : " ") + row_text(row);
      text += words + (cell.rowspan > 1 ? "^" + std::to_string(cell.rowspan) : "") + "|";
    }
    text += "; ";
  }
  return text;
}

std::string flow_of(const std::vector<Page>& pages) {
  TableFlow flow;
  std::vector<FlowLine> lines;
  int number = 0;
  for (const auto& page : pages) {
    FlowLine blank;
    blank.page = ++number;
    for (const auto& text : page.above) {
      auto line = blank;
      line.row = row_of(text, page.confidence);
      lines.push_back(std::move(line));
    }
    flow.write(table_of(page), blank, lines);
  }
  return dump(lines);
}

TEST(TableFlow, GoesOnOverPages) {
  const std::vector<double> xs = {60, 100, 400, 500}, stretched = {65, 105.5, 408, 508.5};
  const Page first = {{}, xs, {{"TT", "Việc", "Sở"}, {"1", "Trồng", "A"}}};
  struct Case {
    std::vector<Page> pages;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {{first, {{}, xs, {{"2", "Gặt", "B"}}}}, "TABLE TT|Việc|Sở|; 1|Trồng|A|; 2|Gặt|B|; "},
      // What a seal over two pages left is no text between.
      {{first, {{"~t2 ~ven, *"}, xs, {{"2", "Gặt", "B"}}}},
       "TABLE TT|Việc|Sở|; 1|Trồng|A|; [dirt] t2 ven, *; 2|Gặt|B|; "},
      {{first, {{"~Biéu II"}, xs, {{"2", "Gặt", "B"}}}},
       "TABLE TT|Việc|Sở|; 1|Trồng|A|; Biéu II; TABLE 2|Gặt|B|; "},
      // Scanners draw paper in unevenly, printers do not.
      {{first, {{}, stretched, {{"2", "Gặt", "B"}}}}, "TABLE TT|Việc|Sở|; 1|Trồng|A|; 2|Gặt|B|; "},
      {{{{}, xs, {{"1", "Trồng", "A"}}, 1}, {{}, {60, 101, 407, 508.5}, {{"2", "Gặt", "B"}}, 1}},
       "TABLE 1|Trồng|A|; TABLE 2|Gặt|B|; "},
      // What was read of a page of a file is sure: there is no scrap.
      {{{{}, xs, {{"1", "Trồng", "A"}}, 1}, {{"a *"}, xs, {{"2", "Gặt", "B"}}, 1}},
       "TABLE 1|Trồng|A|; a *; TABLE 2|Gặt|B|; "},
      // A number that was not read is no cell that spans two rows, as a name may be.
      {{first, {{}, xs, {{"", "Gặt", "B"}}}}, "TABLE TT|Việc|Sở|; 1|Trồng|A|; |Gặt|B|; "},
      {{{{}, xs, {{"Lúa", "Trồng", "A"}}}, {{}, xs, {{"", "Gặt", "B"}}}},
       "TABLE Lúa^2|Trồng|A|; Gặt|B|; "},
  };
  for (const auto& c : cases) EXPECT_EQ(flow_of(c.pages), c.expected);
}

}  // namespace
}  // namespace kehoach::layout
