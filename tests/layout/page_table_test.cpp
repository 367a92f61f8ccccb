// Tables of composed words and lines: what is drawn, and the cells that are found.
#include "layout/tables/page_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace kehoach::layout {
namespace {

constexpr double kSize = 10, kLetter = 5, kSpace = 2.5;  // points

// One thing a line: "X Y words", "h Y X0 X1" and "v X Y0 Y1" for lines, "grid X,X,… Y,Y,…".
struct Drawing {
  std::vector<PageRow> rows;
  std::vector<read::RulingLine> rules;

  explicit Drawing(const std::string& text) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
      std::istringstream in(line);
      std::string kind;
      if (!(in >> kind)) continue;
      if (kind == "grid")
        grid(in);
      else if (kind == "h" || kind == "v")
        rule(kind == "h", in);
      else
        words(std::stod(kind), in);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const PageRow& a, const PageRow& b) { return a.baseline < b.baseline; });
    merge();
  }

 private:
  void words(double x, std::istream& in) {
    double y = 0;
    in >> y;
    std::vector<PageWord> row;
    for (std::string text; in >> text;) {
      PageWord word;
      word.text = text;
      const double width = kLetter * static_cast<double>(text.size());
      word.box = {x, y - 0.75 * kSize, x + width, y + 0.25 * kSize};
      word.baseline = y;
      word.size = kSize;
      row.push_back(word);
      x += width + kSpace;
    }
    rows.push_back(make_row(std::move(row)));
  }

  void rule(bool horizontal, std::istream& in) {
    double at = 0, from = 0, to = 0;
    in >> at >> from >> to;
    add(horizontal, at, from, to);
  }

  void add(bool horizontal, double at, double from, double to) {
    read::RulingLine line;
    line.horizontal = horizontal;
    line.box = horizontal ? base::Box{from, at - 0.25, to, at + 0.25}
                          : base::Box{at - 0.25, from, at + 0.25, to};
    rules.push_back(line);
  }

  static std::vector<double> numbers(const std::string& list) {
    std::vector<double> result;
    std::istringstream in(list);
    for (std::string number; std::getline(in, number, ',');) result.push_back(std::stod(number));
    return result;
  }

  void grid(std::istream& in) {
    std::string across, down;
    in >> across >> down;
    const auto xs = numbers(across), ys = numbers(down);
    for (const double y : ys) add(true, y, xs.front(), xs.back());
    for (const double x : xs) add(false, x, ys.front(), ys.back());
  }

  // Rows as page_text.h gives them: all words of one baseline.
  void merge() {
    std::vector<PageRow> merged;
    for (auto& row : rows) {
      if (merged.empty() || row.baseline - merged.back().baseline > 1) {
        merged.push_back(std::move(row));
        continue;
      }
      auto both = merged.back().words;
      both.insert(both.end(), row.words.begin(), row.words.end());
      std::sort(both.begin(), both.end(),
                [](const PageWord& a, const PageWord& b) { return a.box.x0 < b.box.x0; });
      merged.back() = make_row(std::move(both));
    }
    rows = std::move(merged);
  }
};

std::string dump(const PageTable& table) {
  std::string out;
  for (std::size_t r = 0; r < table.rows; ++r) {
    std::string line;
    bool first = true;
    for (const auto& cell : table.cells) {
      if (cell.row != r) continue;
      if (!first) line += " | ";
      first = false;
      std::string text;
      for (const auto& row : cell.lines) text += (text.empty() ? "" : " ") + row_text(row);
      line += text;
      if (cell.rowspan > 1) line += "^" + std::to_string(cell.rowspan);
      if (cell.colspan > 1) line += ">" + std::to_string(cell.colspan);
    }
    out += line + "\n";
  }
  return out;
}

// Tables in order, a line of dashes between, and what is in none behind "outside: ".
std::string tables_of(const std::string& text) {
  Drawing drawing(text);
  auto ruled = find_ruled_tables(std::move(drawing.rows), drawing.rules);
  auto open = find_open_tables(std::move(ruled.rows), drawing.rules);
  std::string out;
  for (const auto* tables : {&ruled.tables, &open.tables})
    for (const auto& table : *tables) out += (out.empty() ? "" : "--\n") + dump(table);
  for (const auto& row : open.rows) out += "outside: " + row_text(row) + "\n";
  return out;
}

struct Case {
  const char* name;
  const char* drawing;
  const char* tables;
};

const Case kCases[] = {
    {"Ruled", R"(
grid 50,90,200,300 100,120,140,160
52 112 TT
92 112 Task
202 112 Lead
52 132 1
92 132 Plant trees
52 152 2
202 152 Board
)",
     "TT | Task | Lead\n1 | Plant trees | \n2 |  | Board\n"},
    {"MergedAcrossAndDown", R"(
h 100 50 300
h 120 150 300
h 140 50 300
h 160 50 300
v 50 100 160
v 150 100 160
v 220 120 160
v 300 100 160
52 112 Name
152 112 Years
152 132 2024
222 132 2025
52 152 Roads
152 152 5
222 152 6
)",
     "Name^2 | Years>2\n2024 | 2025\nRoads | 5 | 6\n"},
    {"DrawnPieceByPieceDashedAndNotQuiteMeeting", R"(
h 100 50 98
h 100.6 100 200
h 120 51 200
h 140 50 70
h 140 75 95
h 140 100 120
h 140 125 145
h 140 150 200
v 50 102 138
v 100 100 120
v 101 121.5 140
v 200 101 140
52 112 a
102 112 b
52 132 c
102 132 d
)",
     "a | b\nc | d\n"},
    {"OpenSides", R"(
h 100 50 300
h 120 50 300
h 140 50 300
v 150 100 140
v 220 100 140
52 112 Year
152 112 2024
222 112 2025
52 132 Roads
152 132 5
222 132 6
)",
     "Year | 2024 | 2025\nRoads | 5 | 6\n"},
    {"LinesDownInTheHeadOnly", R"(
grid 50,150,220,300 100,120
h 140 50 300
h 160 50 300
v 50 100 160
v 300 100 160
52 112 Name
152 112 2024
222 112 2025
52 132 Roads
152 132 5
222 132 6
52 152 Schools
152 152 7
222 152 8
)",
     "Name | 2024 | 2025\nRoads | 5 | 6\nSchools | 7 | 8\n"},
    {"RowsOfFiguresInOneBand", R"(
grid 50,150,220,300 100,120,160
52 112 Name
152 112 2024
222 112 2025
52 132 Roads
152 132 5
222 132 6
52 152 Schools
152 152 7
222 152 8
)",
     "Name | 2024 | 2025\nRoads | 5 | 6\nSchools | 7 | 8\n"},
    {"FiguresBrokenByANarrowColumn", R"(
grid 50,150,192,234 100,120,150
52 112 Name
152 112 2024
194 112 2025
52 132 Roads of the
52 144 district
152 132 1.250.
152 144 000
194 132 3.100.
194 144 500
)",
     "Name | 2024 | 2025\nRoads of the district | 1.250. 000 | 3.100. 500\n"},
    {"TwoTables", R"(
grid 50,90,200 100,120,140
52 112 a
92 112 b
52 132 c
92 132 d
50 160 Between them stands a line
grid 50,90,200 180,200,220
52 192 e
92 192 f
52 212 g
92 212 h
)",
     "a | b\nc | d\n--\ne | f\ng | h\noutside: Between them stands a line\n"},
    {"FrameAroundText", R"(
grid 50,300 100,160
52 112 A box with words in it
52 132 and a second line
)",
     "outside: A box with words in it\noutside: and a second line\n"},
    {"HorizontalRulesOnly", R"(
h 100 50 300
h 116 50 300
h 170 50 300
50 90 Table 1: Growth
52 112 Name
150 112 2024
220 112 2025
52 128 Roads
150 128 5
220 128 6
52 144 Schools of
56 156 the coast
150 156 7
220 156 8
50 190 Source: the office
)",
     "Name | 2024 | 2025\nRoads | 5 | 6\nSchools of the coast | 7 | 8\n"
     "outside: Table 1: Growth\noutside: Source: the office\n"},
    {"HeadOfTwoLevels", R"(
h 100 50 330
h 114 140 230
h 114 240 330
h 132 50 330
h 170 50 330
160 112 Men
260 112 Women
52 128 Name
150 128 2024
200 128 2025
250 128 2024
300 128 2025
52 144 Roads
150 144 5
200 144 6
250 144 7
300 144 8
52 160 Schools
150 160 9
200 160 10
250 160 11
300 160 12
)",
     " | Men>2 | Women>2\nName | 2024 | 2025 | 2024 | 2025\nRoads | 5 | 6 | 7 | 8\n"
     "Schools | 9 | 10 | 11 | 12\n"},
    {"NoLinesAtAll", R"(
50 80 A paragraph of running text that goes over the width of the page
52 112 Name
150 112 2024
220 112 2025
52 128 Roads
150 128 5
220 128 6
52 144 Schools
150 144 7
220 144 -
52 160 Wells
150 160 12
220 160 n.a.
)",
     "Name | 2024 | 2025\nRoads | 5 | 6\nSchools | 7 | -\nWells | 12 | n.a.\n"
     "outside: A paragraph of running text that goes over the width of the page\n"},
    {"LeadersBetweenLabelAndFigure", R"(
52 112 Name
200 112 2024
250 112 2025
52 128 Roads .......... ....
200 128 5
250 128 6
52 144 Schools............
200 144 7
250 144 8
52 160 Wells . . . . . . .
200 160 9
250 160 3
)",
     "Name | 2024 | 2025\nRoads | 5 | 6\nSchools............ | 7 | 8\nWells | 9 | 3\n"},
    {"ContentsAreNoTable", R"(
52 112 Aims ..................
250 112 1
52 128 Tasks .................
250 128 2
52 144 Funds .................
250 144 4
52 160 Order .................
250 160 7
)",
     "outside: Aims .................. 1\noutside: Tasks ................. 2\n"
     "outside: Funds ................. 4\noutside: Order ................. 7\n"},
    {"CellsSetInTheMiddleOfTheirRows", R"(
h 100 50 320
h 124 50 320
h 154 50 320
h 184 50 320
52 112 No
92 112 Work
202 112 Lead
292 112 May
92 136 Plant trees along
202 136 Parks
92 148 the road
202 148 office
52 142 1
292 142 x
92 166 Water them
52 172 2
202 172 School
292 172 x
92 178 weekly
)",
     "No | Work | Lead | May\n1 | Plant trees along the road | Parks office | x\n"
     "2 | Water them weekly | School | x\n"},
    {"WithoutRulesTheWidestGapPartsRows", R"(
52 112 No
92 112 Indicator
202 112 Unit
252 112 2024
302 112 2025
52 132 1
92 132 Trees planted
202 132 tree
252 132 120
302 132 140
92 152 Share of trees
52 158 2
202 158 %
252 158 90,5
302 158 92
92 164 that live
52 184 3
92 184 Schools
202 184 school
252 184 7
302 184 9
)",
     "No | Indicator | Unit | 2024 | 2025\n1 | Trees planted | tree | 120 | 140\n"
     "2 | Share of trees that live | % | 90,5 | 92\n3 | Schools | school | 7 | 9\n"},
    {"AHeadingInTheMiddleOfTwoLevels", R"(
h 100 50 320
h 112 200 320
h 124 50 320
h 144 50 320
h 164 50 320
52 114 Name
230 109 Quarter
202 121 first
262 121 second
52 137 Roads
202 137 5
262 137 6
52 157 Schools
202 157 7
262 157 8
)",
     "Name^2 | Quarter>2\nfirst | second\nRoads | 5 | 6\nSchools | 7 | 8\n"},
    {"HeadingsSideBySideOverOneRule", R"(
h 100 50 350
h 114 150 350
h 128 50 350
h 190 50 350
165 110 Men
270 110 Women
52 124 Year
152 124 2009
202 124 2010
252 124 2009
302 124 2010
52 142 Roads
152 142 5
202 142 6
252 142 7
302 142 8
52 156 Schools
152 156 9
202 156 1
252 156 2
302 156 3
)",
     " | Men>2 | Women>2\nYear | 2009 | 2010 | 2009 | 2010\nRoads | 5 | 6 | 7 | 8\n"
     "Schools | 9 | 1 | 2 | 3\n"},
    {"NamesOfGroupsInTheMiddle", R"(
h 100 50 300
h 116 50 300
h 190 50 300
52 112 State
152 112 Number
252 112 Share
165 130 North
52 144 Maine
152 144 7
252 144 2.0
165 158 South
52 172 Texas
152 172 54
252 172 98.0
)",
     "State | Number | Share\nNorth>3\nMaine | 7 | 2.0\nSouth>3\nTexas | 54 | 98.0\n"},
    {"LinesBetweenGroupsOfColumnsOnly", R"(
h 100 50 350
h 116 50 350
h 190 50 350
v 150 100 190
v 250 100 190
52 112 Branch
155 112 Jobs
205 112 Change
255 112 Hours
305 112 Pay
52 130 Mining
155 130 655
205 130 -12
255 130 44.1
305 130 23.1
52 150 Retail
155 150 440
205 150 21
255 150 30.2
305 150 13.0
52 170 Offices
155 170 271
205 170 -1
255 170 36.4
305 170 25.3
)",
     "Branch | Jobs | Change | Hours | Pay\nMining | 655 | -12 | 44.1 | 23.1\n"
     "Retail | 440 | 21 | 30.2 | 13.0\nOffices | 271 | -1 | 36.4 | 25.3\n"},
    {"BelowTheLabelsOfAChart", R"(
72 100 2008
152 100 2009
232 100 2010
52 114 Table B. Payments by month
52 128 Month
122 128 Claims
182 128 Paid
52 142 January
122 142 1,204
182 142 1,100
52 156 February
122 156 1,110
182 156 998
52 170 March
122 170 1,301
182 170 1,222
)",
     "Month | Claims | Paid\nJanuary | 1,204 | 1,100\nFebruary | 1,110 | 998\n"
     "March | 1,301 | 1,222\noutside: 2008 2009 2010\noutside: Table B. Payments by month\n"},
    {"ALabelThatGoesOnBelowARowOfFigures", R"(
h 100 50 300
h 116 50 300
h 190 50 300
52 112 Work
152 112 Men
252 112 Women
62 130 Office
152 130 690
252 130 600
52 142 Farming, fishing,
62 154 and forestry
152 154 430
252 154 371
52 172 Production
152 172 665
252 172 455
)",
     "Work | Men | Women\nOffice | 690 | 600\nFarming, fishing, and forestry | 430 | 371\n"
     "Production | 665 | 455\n"},
    {"AGridInACellIsTheCells", R"(
grid 50,90,300 100,120,200
grid 110,180,250 140,160,180
52 112 TT
92 112 Task
52 132 1
92 132 Plant
112 152 oak
182 152 120
112 172 ash
182 172 80
)",
     "TT | Task\n1 | Plant oak 120 ash 80\n"},
    {"TwoBoxesSideBySideAreNoTable", R"(
52 112 Recipients:
250 112 FOR THE BOARD
52 128 - the office;
250 128 CHAIR
52 144 - archives.
260 176 A. Name
)",
     "outside: Recipients: FOR THE BOARD\noutside: - the office; CHAIR\noutside: - archives.\n"
     "outside: A. Name\n"},
};

class PageTables : public testing::TestWithParam<Case> {};

TEST_P(PageTables, HaveTheseCells) { EXPECT_EQ(tables_of(GetParam().drawing), GetParam().tables); }

INSTANTIATE_TEST_SUITE_P(Drawn, PageTables, testing::ValuesIn(kCases),
                         [](const auto& test) { return std::string(test.param.name); });

// Words at right angles to the rows head narrow columns.
TEST(PageTables, TurnedWordsStandInTheirCells) {
  Drawing drawing(
      "grid 50,90,110,130 100,160,180\n52 152 Task\n52 172 Plant\n92 172 5\n112 172 6\n");
  std::vector<PageRow> turned;
  for (const double x : {100.0, 120.0, 400.0}) {
    PageWord word;
    word.text = x < 110 ? "planned" : x < 200 ? "done" : "margin";
    word.box = {x - 5, 110, x + 5, 150};
    word.size = kSize;
    word.baseline = 130 + 0.3 * kSize;
    turned.push_back(make_row({word}));
  }
  const auto found = find_ruled_tables(std::move(drawing.rows), drawing.rules, turned);
  ASSERT_EQ(found.tables.size(), 1u);
  EXPECT_EQ(dump(found.tables[0]), "Task | planned | done\nPlant | 5 | 6\n");
  EXPECT_TRUE(found.rows.empty());
}

// Rows and columns by the hundred cost what they hold.
TEST(PageTables, LargeGridsAreTables) {
  for (const auto& [columns, rows] : {std::pair{200, 40}, std::pair{5, 900}}) {
    std::ostringstream drawing;
    const double wide = 3000.0 / columns;
    drawing << "grid ";
    for (int c = 0; c <= columns; ++c) drawing << (c ? "," : "") << 50 + wide * c;
    drawing << " ";
    for (int r = 0; r <= rows; ++r) drawing << (r ? "," : "") << 100 + 14 * r;
    for (int r = 0; r < rows; ++r)
      for (int c = 0; c < columns; ++c)
        drawing << "\n" << 52 + wide * c << " " << 110 + 14 * r << " " << r % 10;
    Drawing page(drawing.str());
    const auto found = find_ruled_tables(std::move(page.rows), page.rules);
    ASSERT_EQ(found.tables.size(), 1u);
    EXPECT_EQ(found.tables[0].cells.size(), static_cast<std::size_t>(columns * rows));
    EXPECT_EQ(row_text(found.tables[0].cells.back().lines.at(0)), std::to_string((rows - 1) % 10));
  }
}

// A page that is one grid of many lines, and one of lines that cannot be a table's, cost no more
// than reading them; neither may take long or much memory.
TEST(PageTables, HugeGridsAreBounded) {
  std::vector<read::RulingLine> rules;
  for (int i = 0; i < 50'000; ++i) {
    const double at = 0.01 * i;
    rules.push_back({{0, at, 500, at}, true, 0, read::Origin::kContent, i});
    rules.push_back({{at, 0, at, 500}, false, 0, read::Origin::kContent, i});
  }
  const auto found = find_ruled_tables({}, rules);
  EXPECT_TRUE(found.tables.empty());
  EXPECT_TRUE(find_open_tables({}, rules).tables.empty());
}

}  // namespace
}  // namespace kehoach::layout
