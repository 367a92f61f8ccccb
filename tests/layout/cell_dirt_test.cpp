#include "layout/pdf/cell_dirt.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

namespace kehoach::layout {
namespace {

// Lines of a cell stand apart by "/"; a word is "TEXT:CONFIDENCE", in percent, or sure.
TableCell cell_of(const std::string& text) {
  TableCell cell;
  std::vector<PageWord> words;
  const auto end_line = [&] {
    if (!words.empty()) cell.lines.push_back(make_row(std::move(words)));
    words.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const auto piece = text.substr(at, end - at);
    at = end + 1;
    if (piece == "/") {
      end_line();
      continue;
    }
    PageWord word;
    const auto mark = piece.rfind(':');
    word.text = piece.substr(0, mark);
    word.confidence = mark == piece.npos ? 0.95 : std::stod(piece.substr(mark + 1)) / 100;
    words.push_back(std::move(word));
  }
  end_line();
  return cell;
}

std::string cleaned(const std::vector<std::string>& cells) {
  PageTable table;
  for (const auto& text : cells) table.cells.push_back(cell_of(text));
  std::vector<PageTable> tables = {std::move(table)};
  PageText page;
  set_cell_dirt_aside(tables, page);
  std::string text = tables.empty() ? "none " : "";
  for (const auto& left : tables)
    for (const auto& cell : left.cells) {
      for (const auto& row : cell.lines) text += row_text(row) + " ";
      text += "| ";
    }
  text += "loose:";
  for (const auto& loose : page.loose) text += " " + loose.text;
  return text;
}

TEST(CellDirt, IsSetAside) {
  struct Case {
    std::vector<std::string> cells;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {{"1.", "Trồng rừng / ven biển"}, "1. | Trồng rừng ven biển | loose:"},
      // Lines of which nothing is sure, though a stroke among them may be.
      {{"—:76 THẾ:3 ÔN:0 / Nội dung", "ra,:9 ,:0"}, "Nội dung | | loose: — THẾ ÔN ra, ,"},
      {{"* / Đẩy mạnh", "- / Trồng rừng"}, "Đẩy mạnh | - Trồng rừng | loose: *"},
      // A mark alone may be all that a cell is to hold.
      {{"Sở", "-", "+:40", "5:37"}, "Sở | - | + | 5 | loose:"},
      // A piece of a seal.
      {{"Sở", "Nhị:53 Ệ:41 / at:13 e3:0"}, "Sở | | loose: Nhị Ệ at e3"},
      {{"DÁN„C:35", "rao,:31"}, "none loose: DÁN„C rao,"},
      {{"'Việc lập", "“Sở", "“Sạch” và", "\"", "nói 'không'"},
       "Việc lập | Sở | “Sạch” và | \" | nói 'không' | loose:"},
      // What a file says is sure.
      {{"'Việc:100", "*:100 / Sở:100"}, "'Việc | * Sở | loose:"},
  };
  for (const auto& c : cases) EXPECT_EQ(cleaned(c.cells), c.expected);
}

}  // namespace
}  // namespace kehoach::layout
