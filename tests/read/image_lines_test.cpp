#include "read/scan/image_lines.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "drawn_scan.h"
#include "read/scan/ruled_cells.h"
#include "read/scan/text_blocks.h"

namespace kehoach::read {
namespace {

std::string text_of(const PixelBox& box) {
  return std::to_string(box.x0) + "," + std::to_string(box.y0) + "-" + std::to_string(box.x1) +
         "," + std::to_string(box.y1);
}

struct Seen {
  PixPtr gray;
  ImageLines lines;
};

Seen seen(const DrawnScan& scan) {
  Seen seen;
  seen.gray.reset(pixConvertTo8(scan.pix().get(), 0));
  seen.lines = find_image_lines(seen.gray, kDrawnDpi);
  wipe_lines(seen.gray, seen.lines);
  return seen;
}

std::string cells(const DrawnScan& scan) {
  const auto page = seen(scan);
  std::string text;
  for (const auto& cell : recognition_zones(page.lines, page.gray, kDrawnDpi))
    text += (text.empty() ? "" : " ") + std::to_string(cell.x0 / 10) + "," +
            std::to_string(cell.y0 / 10) + "-" + std::to_string((cell.x1 + 5) / 10) + "," +
            std::to_string((cell.y1 + 5) / 10);
  return text;
}

constexpr std::uint32_t kBlack = 0x101010;

// Three columns, two rows, print in every cell.
void draw_table(DrawnScan& scan) {
  scan.frame({100, 100, 1100, 400}, 3, kBlack);
  scan.box({300, 100, 303, 400}, kBlack);
  scan.box({700, 100, 703, 400}, kBlack);
  scan.box({100, 250, 1100, 253}, kBlack);
  for (const int y : {160, 310})
    for (const int x : {130, 350, 750}) scan.print(x, y, 1);
}

TEST(ImageLines, AreRulesOfThePageAndNoLetters) {
  DrawnScan scan(1200, 600);
  draw_table(scan);
  scan.print(100, 500, 10);
  auto page = seen(scan);
  std::string text;
  for (const auto& line : page.lines.lines)
    text += (line.horizontal ? "h " : "v ") + text_of(line.box) + "\n";
  EXPECT_EQ(text,
            "h 100,100-1100,103\nh 100,250-1100,253\nh 100,397-1100,400\n"
            "v 100,100-103,400\nv 300,100-303,400\nv 700,100-703,400\nv 1097,100-1100,400\n");
  const auto rules = page_rules(page.lines, kDrawnDpi);
  ASSERT_EQ(rules.size(), 7u);
  EXPECT_EQ(rules[0].box, (base::Box{36, 36, 396, 37.08}));
  EXPECT_TRUE(rules[0].horizontal);
}

TEST(ImageLines, AreWipedAndLettersThatTouchThemStayWhole) {
  DrawnScan scan(1200, 600);
  scan.box({100, 200, 1100, 203}, kBlack);
  scan.print(150, 184, 8);  // through the line
  scan.print(150, 400, 8);
  auto page = seen(scan);
  EXPECT_EQ(DrawnScan::dark(page.gray, {900, 190, 1150, 215}), 0);
  EXPECT_GT(DrawnScan::dark(page.gray, {140, 180, 900, 220}),
            DrawnScan::dark(page.gray, {140, 390, 900, 430}) * 9 / 10);
}

TEST(ImageLines, UprightAndAloneTheyAreNoRules) {
  DrawnScan scan(1200, 900);
  scan.box({600, 50, 603, 850}, kBlack);
  scan.box({100, 100, 300, 103}, kBlack);
  const auto page = seen(scan);
  EXPECT_EQ(page.lines.lines.size(), 2u);
  EXPECT_EQ(page_rules(page.lines, kDrawnDpi).size(), 1u);
}

TEST(RuledCells, AreZonesOfTheirOwn) {
  const struct {
    const char* name;
    void (*draw)(DrawnScan&);
    const char* expected;
  } cases[] = {
      {"a table", draw_table,
       "10,10-30,25 30,10-70,25 70,10-110,25 10,25-30,40 30,25-70,40 70,25-110,40"},
      {"a cell that spans two columns",
       [](DrawnScan& scan) {
         draw_table(scan);
         scan.box({300, 103, 303, 250}, 0xffffff);
       },
       "10,10-70,25 70,10-110,25 10,25-30,40 30,25-70,40 70,25-110,40"},
      {"lines that miss each other by little",
       [](DrawnScan& scan) {
         draw_table(scan);
         scan.box({285, 253, 315, 397}, 0xffffff);
         scan.box({300, 263, 303, 388}, kBlack);
       },
       "10,10-30,25 30,10-70,25 70,10-110,25 10,25-30,40 30,25-70,40 70,25-110,40"},
      {"a thin line in steps, as of a page that was turned by whole pixels",
       [](DrawnScan& scan) {
         draw_table(scan);
         scan.box({104, 250, 1096, 253}, 0xffffff);
         for (int x = 103, y = 250; x < 1097; x += 28, y = 501 - y)
           scan.box({x, y, std::min(x + 28, 1097), y + 1}, kBlack);
       },
       "10,10-30,25 30,10-70,25 70,10-110,25 10,25-30,40 30,25-70,40 70,25-110,40"},
      {"dots between the rows",
       [](DrawnScan& scan) {
         draw_table(scan);
         for (int x = 103; x < 1097; ++x)
           if (x % 6 < 3 && (x < 298 || x > 306) && (x < 698 || x > 706))
             scan.box({x, 250, x + 1, 253}, 0xffffff);
       },
       "10,10-30,25 30,10-70,25 70,10-110,25 10,25-30,40 30,25-70,40 70,25-110,40"},
      {"dots that a blank is filled in on",
       [](DrawnScan& scan) {
         scan.frame({100, 100, 1100, 400}, 3, kBlack);
         scan.print(150, 160, 8);
         for (int x = 150; x < 1000; x += 10) scan.box({x, 250, x + 3, 253}, kBlack);
         scan.print(150, 300, 8);
       },
       "10,10-110,40"},
      {"a line that a seal was on, pale over all of a row",
       [](DrawnScan& scan) {
         draw_table(scan);
         scan.box({700, 180, 703, 397}, 0xffffff);
         scan.box({700, 180, 702, 397}, 0xc8c8c8);
         scan.box({690, 250, 713, 253}, kBlack);
       },
       "10,10-30,25 30,10-70,25 70,10-110,25 10,25-30,40 30,25-70,40 70,25-110,40"},
      {"a pale stroke at a line's end that leads nowhere",
       [](DrawnScan& scan) {
         draw_table(scan);
         scan.box({300, 180, 303, 397}, 0xffffff);
         scan.box({300, 180, 303, 230}, 0xc8c8c8);
       },
       "10,10-70,25 70,10-110,25 10,25-70,40 70,25-110,40"},
      {"a side that the scan lost",
       [](DrawnScan& scan) {
         draw_table(scan);
         scan.box({98, 180, 110, 390}, 0xffffff);
       },
       "10,10-30,25 30,10-70,25 70,10-110,25 10,25-30,40 30,25-70,40 70,25-110,40"},
      {"empty cells are left out",
       [](DrawnScan& scan) {
         draw_table(scan);
         scan.box({320, 260, 690, 390}, 0xffffff);
       },
       "10,10-30,25 30,10-70,25 70,10-110,25 10,25-30,40 70,25-110,40"},
      {"lines without a frame enclose nothing",
       [](DrawnScan& scan) {
         for (const int y : {100, 250, 400}) scan.box({100, y, 1100, y + 3}, kBlack);
         scan.print(150, 160, 8);
       },
       ""},
      {"a frame around the page is no cell",
       [](DrawnScan& scan) {
         scan.frame({20, 20, 1180, 580}, 3, kBlack);
         scan.print(150, 160, 8);
       },
       ""},
  };
  for (const auto& test : cases) {
    DrawnScan scan(1200, 600);
    test.draw(scan);
    EXPECT_EQ(cells(scan), test.expected) << test.name;
  }
}

std::string blocks(const DrawnScan& scan) {
  const auto page = seen(scan);
  std::string text;
  for (const auto& [box, mixed] : text_blocks(page.gray, {}, kDrawnDpi))
    text += (text.empty() ? "" : " ") + std::string(mixed ? "mixed " : "") +
            std::to_string((box.x0 + 20) / 50) + "," + std::to_string((box.y0 + 20) / 50) + "-" +
            std::to_string((box.x1 + 30) / 50) + "," + std::to_string((box.y1 + 30) / 50);
  return text;
}

TEST(TextBlocks, AreOneColumnEach) {
  DrawnScan lines(1200, 700);
  for (int line = 0; line < 5; ++line) lines.print(150, 100 + line * 50, 10);
  EXPECT_EQ(blocks(lines), "3,2-21,7");

  DrawnScan columns(1200, 900);  // two columns at different heights above lines
  for (int line = 0; line < 3; ++line) {
    columns.print(150, 100 + line * 50, 3);
    columns.print(650, 115 + line * 50, 5);
  }
  for (int line = 0; line < 5; ++line) columns.print(150, 400 + line * 50, 10);
  EXPECT_EQ(blocks(columns), "3,2-8,5 13,2-22,5 3,8-21,13");

  DrawnScan tabbed(1200, 700);  // a number, a wide space and its text are one line
  for (int line = 0; line < 5; ++line) {
    tabbed.box({150, 100 + line * 50, 153, 122 + line * 50}, kBlack);
    tabbed.print(200, 100 + line * 50, 9);
  }
  EXPECT_EQ(blocks(tabbed), "3,2-20,7");
  EXPECT_EQ(blocks(DrawnScan(300, 300)), "");
}

}  // namespace
}  // namespace kehoach::read
