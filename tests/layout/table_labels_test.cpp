#include "layout/pdf/table_labels.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

TableCell cell(std::size_t row, std::size_t column, const std::string& text) {
  TableCell made;
  made.row = row;
  made.column = column;
  if (text.empty()) return made;
  PageWord word;
  word.text = text;
  made.lines.push_back(make_row({word}));
  return made;
}

// "LABEL" of a row of work, "LABEL|" of a row that names a group; "_" is an empty label.
std::string repaired(const std::vector<std::string>& rows) {
  PageTable table;
  table.rows = rows.size();
  table.columns = 3;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const bool group = rows[r].ends_with('|');
    const auto label = rows[r].substr(0, rows[r].size() - group);
    table.cells.push_back(cell(r, 0, label == "_" ? "" : label));
    table.cells.push_back(cell(r, 1, "Trồng"));
    table.cells.push_back(cell(r, 2, group ? "" : "Sở"));
  }
  static const LabelLooks looks(rules::load());
  repair_table_labels({&table}, looks);
  std::string text;
  for (const auto& made : table.cells) {
    if (made.column != 0) continue;
    if (!text.empty()) text += ' ';
    if (made.lines.empty()) {
      text += "_";
      continue;
    }
    const auto& word = made.lines.front().words.front();
    text += word.text + (word.original.empty() ? "" : "<" + word.original);
  }
  return text;
}

TEST(TableLabels, ArePutRightWhereTheCountLeavesOneReading) {
  struct Case {
    std::vector<std::string> rows;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {{"TT", "1.|", "1.", "2.", "H.|", "1.", "HI.|", "1.", "IV.|", "V.|", "VI.|", "VI.|", "_|",
        "1X.|"},
       "TT I.<1. 1. 2. II.<H. 1. III.<HI. 1. IV. V. VI. VII.<VI. VIII. IX.<1X."},
      {{"I.|", "1.", "II.|", "1.", "_|"}, "I. 1. II. 1. _"},
      {{"1|", "1", "1I|", "1"}, "I<1 1 II<1I 1"},
      {{"I.|", "II.|", "III.|", "IV.|", "V.|", "VI.|", "VH.|", "VINH.|"},
       "I. II. III. IV. V. VI. VII.<VH. VIII.<VINH."},
      {{"I|", "II|", "C|", "IV|"}, "I II C IV"},
      // Numbers of groups that are none of Romans.
      {{"1|", "1.1", "2|", "2.1", "3|"}, "1 1.1 2 2.1 3"},
      {{"A|", "1", "B|", "1"}, "A 1 B 1"},
      {{"I|", "1", "III|", "1", "VI|"}, "I 1 III 1 VI"},
      {{"1", "2", "8", "4", "b", "6", "Q", "8", "9"}, "1 2 3<8 4 5<b 6 7<Q 8 9"},
      // Left out, not mistaken.
      {{"1", "2", "4", "5"}, "1 2 4 5"},
      {{"1", "2", "1", "2"}, "1 2 1 2"},
      {{"1.", "2.", "3.", "4.", "Š."}, "1. 2. 3. 4. 5.<Š."},
      {{"1", "_", "3"}, "1 _ 3"},
      // Groups that have sums beside them are none by their shape, but stay what they are.
      {{"I", "1", "2", "II", "1", "2"}, "I 1 2 II 1 2"},
      {{"i", "ii", "iii"}, "i ii iii"},
      {{"l", "2", "3"}, "1<l 2 3"},
      // A text that goes on in a row of its own is no group.
      {{"I|", "1", "II|", "III|", "IV|", "V|", "_|", "VI|"}, "I 1 II III IV V _ VI"},
      // Figures that count nothing.
      {{"10", "7", "12"}, "10 7 12"},
      {{"15", "16", "11", "18"}, "15 16 17<11 18"},
  };
  for (const auto& c : cases) EXPECT_EQ(repaired(c.rows), c.expected);
}

}  // namespace
}  // namespace kehoach::layout
