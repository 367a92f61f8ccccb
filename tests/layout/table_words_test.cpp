// Words that stand in the cells of tables: narrow ones, turned ones.
#include <gtest/gtest.h>

#include "layout/pdf/page_text.h"
#include "layout/tables/page_table.h"
#include "page_maker.h"

namespace kehoach::layout {
namespace {

std::string cells_of(const read::PdfPage& page) {
  const auto text = read_page_text(page, GlyphTexts(page.runs.size()));
  const auto found = find_ruled_tables(text.rows, text.rules, text.turned);
  std::string out;
  for (const auto& table : found.tables) {
    std::size_t row = 0;
    for (const auto& cell : table.cells) {
      if (cell.row != row) out += "\n";
      row = cell.row;
      out += "[";
      for (const auto& line : cell.lines) out += row_text(line);
      out += "]";
    }
  }
  return out;
}

// Single letters side by side are a spaced-out word, unless rules stand between them.
TEST(TableWords, LettersOfNarrowColumnsAreNoWord) {
  PageMaker page;
  page.grid({85, 185, 200, 215, 230, 245}, {100, 120, 140});
  page.text(90, 115, "Month");
  page.text(90, 135, "Plant");
  for (int i = 0; i < 4; ++i) {
    page.text(188 + 15 * i, 115, std::to_string(i + 1));
    page.text(188 + 15 * i, 135, "x");
  }
  EXPECT_EQ(cells_of(page.take()), "[Month][1][2][3][4]\n[Plant][x][x][x][x]");
}

TEST(TableWords, AWordThatFillsItsCellEndsThere) {
  PageMaker page;
  page.grid({85, 106, 200}, {100, 120, 140});
  const double end = page.text(86, 115, "TTT");  // ends at 107
  page.text(end, 115, "Task");
  page.text(90, 135, "1");
  page.text(110, 135, "Plant");
  EXPECT_EQ(cells_of(page.take()), "[TTT][Task]\n[1][Plant]");
}

TEST(TableWords, TurnedHeadings) {
  PageMaker page;
  page.grid({85, 185, 205, 225}, {100, 180, 200});
  page.text(90, 170, "Task");
  page.text(90, 195, "Plant");
  page.text(190, 195, "5");
  page.text(210, 195, "6");
  // In the frame of a run turned by 270 degrees a place (x, y) of the page is (-y, x).
  Ink up;
  up.angle = 270;
  page.text(-170, 200, "plan here", up);
  page.text(-170, 220, "done", up);
  EXPECT_EQ(cells_of(page.take()), "[Task][plan here][done]\n[Plant][5][6]");
}

}  // namespace
}  // namespace kehoach::layout
