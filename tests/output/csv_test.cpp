#include "output/sheets/csv.h"

#include <gtest/gtest.h>

#include "output/sheets/cell_text.h"

namespace kehoach::output {
namespace {

struct Case {
  Row row;
  const char* line;
};

TEST(Csv, CellsOfEveryKind) {
  const Case cases[] = {
      {{}, "\n"},
      {{std::monostate{}, std::string()}, ",\n"},
      {{std::string("Đắk Lắk"), std::int64_t{12}, 88.46, true}, "Đắk Lắk,12,88.46,true\n"},
      {{1e13, -0.5, std::int64_t{-3}}, "1e+13,-0.5,-3\n"},
      {{IsoDate{"2024-03-12"}, DocumentLink{7}}, "2024-03-12,7\n"},
      {{std::string("a, b")}, "\"a, b\"\n"},
      {{std::string("nói \"vậy\"")}, "\"nói \"\"vậy\"\"\"\n"},
      {{std::string("một\nhai\r\nba")}, "\"một\nhai\r\nba\"\n"},
      {{std::string("a\0b\x1b[31m\x7f", 9)},
       "a\xEF\xBF\xBD"
       "b\xEF\xBF\xBD[31m\xEF\xBF\xBD\n"},
      {{std::string("\xff tệp")}, "\xEF\xBF\xBD tệp\n"},
  };
  for (const Case& it : cases) EXPECT_EQ(csv_line(it.row, Formulas::kGuard), it.line);
}

TEST(Csv, TextsThatSpreadsheetsWouldRunAreGuarded) {
  const Case cases[] = {
      {{std::string("=HYPERLINK(\"http://x\")")}, "\"'=HYPERLINK(\"\"http://x\"\")\"\n"},
      {{std::string("+84")}, "'+84\n"},
      {{std::string("- Sở Nội vụ")}, "'- Sở Nội vụ\n"},
      {{std::string("@SUM(A1)")}, "'@SUM(A1)\n"},
      {{std::string("\t=1")}, "'\t=1\n"},
      {{std::string("\r=1")}, "\"'\r=1\"\n"},
      {{std::string("5-7 bậc")}, "5-7 bậc\n"},
  };
  for (const Case& it : cases) EXPECT_EQ(csv_line(it.row, Formulas::kGuard), it.line);
  EXPECT_EQ(csv_line({std::string("=1")}, Formulas::kLeave), "=1\n");
}

TEST(Csv, Heads) { EXPECT_EQ(csv_head({"t", {{"document", 8}, {"min", 8}}}), "document,min\n"); }

TEST(CellText, CutsByUtf16UnitsAndSaysSo) {
  EXPECT_EQ(cut_to_units("kế hoạch", 8), std::nullopt);
  EXPECT_EQ(cut_to_units(std::string(100, 'x'), 40),
            std::string(16, 'x') + " … [cut: 100 characters]");
  std::string clefs;
  for (int i = 0; i < 50; ++i) clefs += "\xF0\x9D\x84\x9E";  // two units each
  const auto cut = cut_to_units(clefs, 40);
  ASSERT_TRUE(cut);
  EXPECT_LE(utf16_units(*cut), 40u);
  EXPECT_EQ(cut->substr(0, 32), clefs.substr(0, 32));
  EXPECT_EQ(cut->substr(32), " … [cut: 100 characters]");
}

TEST(IsoDay, DaysOfTheCalendar) {
  for (const char* day : {"2024-02-29", "1900-01-01", "9999-12-31"}) EXPECT_TRUE(is_iso_day(day));
  for (const char* other : {"", "2023-02-29", "2024-13-01", "2024-00-10", "2024-1-010", "2024-01",
                            "-024-01-01", "2024/01/01", "2024-01-01T"})
    EXPECT_FALSE(is_iso_day(other)) << other;
}

}  // namespace
}  // namespace kehoach::output
