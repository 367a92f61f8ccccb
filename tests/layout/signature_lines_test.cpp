#include "layout/pdf/signature_lines.h"

#include <gtest/gtest.h>

#include <sstream>

#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const match::Matcher& pack() {
  static const rules::RuleSet rules = rules::load();
  static const match::Matcher matcher(rules);
  return matcher;
}

// "100 KT. CHỦ TỊCH": a baseline, then words; "~" before a word that is not clear, "?" before one
// that is not sure. Words stand one space apart.
PageRow row_of(const std::string& text) {
  std::istringstream in(text);
  double baseline = 0, x = 300;
  in >> baseline;
  std::vector<PageWord> words;
  for (std::string token; in >> token;) {
    PageWord word;
    const bool marked = token.front() == '~' || token.front() == '?';
    word.confidence = token.front() == '~' ? 0.1 : marked ? 0.6 : 0.95;
    word.text = marked ? token.substr(1) : token;
    word.baseline = baseline;
    word.size = 14;
    word.box = {x, baseline - 10, x + 8.0 * static_cast<double>(word.text.size()), baseline};
    x = word.box.x1 + 4;
    words.push_back(word);
  }
  for (auto& word : words) {
    word.box.x0 += (300 - x) / 2;
    word.box.x1 += (300 - x) / 2;
  }
  return make_row(std::move(words));
}

std::vector<SignatureReading> rows_of(const std::vector<std::vector<std::string>>& readings) {
  std::vector<SignatureReading> rows;
  for (const auto& reading : readings) {
    rows.emplace_back();
    for (const auto& line : reading) rows.back().push_back(row_of(line));
  }
  return rows;
}

std::string dump(const std::vector<std::vector<std::string>>& readings) {
  std::string text;
  for (const auto& line : agreed_lines(rows_of(readings), pack()))
    text += (text.empty() ? "" : " | ") + row_text(line);
  return text;
}

TEST(SignatureLines, StandWhereReadingsAgree) {
  struct Case {
    std::vector<std::vector<std::string>> readings;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {{{"100 TM.ỦY BAN NHÂN DÂN", "114 CHỦ TỊCH :", "200 Lò Văn Mây"},
        {"101 TM. ỦY BAN NHÂN DÂN", "114 CHỦ TỊCH", "201 Lò Văn Mây"}},
       "TM. ỦY BAN NHÂN DÂN | CHỦ TỊCH | Lò Văn Mây"},
      // The reading that the pack knows has the right marks.
      {{{"100 KT. CHANH VAN PHONG", "114 PHO CHÁNH VAN PHONG"},
        {"100 KT. CHANH VAN PHONG", "114 PHO CHÁNH VĂN PHONG"},
        {"100 KT. CHÁNH VĂN PHÒNG", "114 PHÓ CHÁNH VĂN PHÒNG"}},
       "KT. CHÁNH VĂN PHÒNG | PHÓ CHÁNH VĂN PHÒNG"},
      // Below a seal only the end of the deputy's line is to be seen.
      {{{"100 KT. CHỦ TỊCH", "114 ~TXHO CHỦ TỊCH"}, {"100 KT. CHỦ TỊCH", "114 ~ZÁN CHỦ TỊCH"}},
       "KT. CHỦ TỊCH | PHÓ CHỦ TỊCH"},
      {{{"100 GIÁM ĐỐC", "200 Y Khăm Mlô"}, {"100 GIÁM ĐỐC", "200 Y Khăm Mlô"}},
       "GIÁM ĐỐC | Y Khăm Mlô"},
      // A name that no two readings share, or whose first word did not come out, is none.
      {{{"100 GIÁM ĐỐC", "200 Vi Thị Sương"}, {"100 GIÁM ĐỐC", "200 Vì Thị Sương"}}, "GIÁM ĐỐC"},
      {{{"100 GIÁM ĐỐC", "200 ~wrần Thị Sương"}, {"100 GIÁM ĐỐC", "200 ~băn Thị Sương"}},
       "GIÁM ĐỐC"},
      // … or whose last word did not.
      {{{"100 GIÁM ĐỐC", "200 Vi Thị ~Sương"}, {"100 GIÁM ĐỐC", "200 Vi Thị ~Swơng"}}, "GIÁM ĐỐC"},
      {{{"100 GIÁM ĐỐC", "200 Vi Thị Sương ~."}, {"100 GIÁM ĐỐC", "200 Vi Thị Sương"}},
       "GIÁM ĐỐC | Vi Thị Sương"},
      // Each reading has one word wrong, and none of them the same.
      {{{"100 GIÁM ĐỐC", "200 Vi Thị ~Sương"},
        {"100 GIÁM ĐỐC", "200 ~Vt Thị Sương"},
        {"100 GIÁM ĐỐC", "200 Vi Thị Sương"},
        {"100 GIÁM ĐỐC", "200 “Vi Thị Sương"}},
       "GIÁM ĐỐC | Vi Thị Sương"},
      // The end of a name is none: no name begins so, and it does not stand in the middle.
      {{{"100 PHÓ GIÁM ĐỐC", "200 ~xhc ~x ~. ~. ~. Minh Sen"},
        {"100 PHÓ GIÁM ĐỐC", "200 ~xhc ~x ~. ~. ~. Minh Sen"}},
       "PHÓ GIÁM ĐỐC"},
      // Noise of one reading between two lines.
      {{{"100 KT. CHỦ TỊCH", "114 ~TXHO CHỦ TỊCH"},
        {"100 KT. CHỦ TỊCH", "107 ~o ~x", "114 ~ZÁN CHỦ TỊCH"}},
       "KT. CHỦ TỊCH | PHÓ CHỦ TỊCH"},
      // As many readings for one name as for another, whatever a fifth one says.
      {{{"100 GIÁM ĐỐC", "200 Vi Thị Hoa"},
        {"100 GIÁM ĐỐC", "200 Vi Thị Hoa"},
        {"100 GIÁM ĐỐC", "200 Vi Thị Hòa"},
        {"100 GIÁM ĐỐC", "200 Vi Thị Hòa"},
        {"100 GIÁM ĐỐC", "200 Vi Thị Hóa"}},
       "GIÁM ĐỐC"},
      // Half of the readings saw a word more.
      {{{"100 CHỦ TỊCH"}, {"100 CHỦ TỊCH"}, {"100 PHÓ CHỦ TỊCH"}, {"100 PHÓ CHỦ TỊCH"}}, ""},
      {{{"100 GIÁM ĐỐC"}, {"100 GIÁM SÁT"}}, ""},
  };
  for (const auto& test : cases) EXPECT_EQ(dump(test.readings), test.expected);
}

// A signer is made of a name only where each word is sure to 0.8.
TEST(SignatureLines, LeaveWordsUnsureThatNoReadingIsSureOf) {
  struct Case {
    std::vector<std::vector<std::string>> readings;
    std::string unsure;
  };
  const std::vector<Case> cases = {
      {{{"100 GIÁM ĐỐC", "200 Tăng Thị ?Thuần"}, {"100 GIÁM ĐỐC", "200 Tăng Thị ?Thuần"}}, "Thuần"},
      // No word has these letters, as sure as readings are of them.
      {{{"100 GIÁM ĐỐC", "200 Tăng Thị Cửnh"}, {"100 GIÁM ĐỐC", "200 Tăng Thị Cửnh"}}, "Cửnh"},
      // Most readings are sure of it.
      {{{"100 GIÁM ĐỐC", "200 Tăng Thị ?Sen"},
        {"100 GIÁM ĐỐC", "200 Tăng Thị Sen"},
        {"100 GIÁM ĐỐC", "200 Tăng Thị Sen"}},
       ""},
      // Letters that make a family name are right; others at that place may be wrong.
      {{{"100 GIÁM ĐỐC", "200 ?Huỳnh Thị Sen"}, {"100 GIÁM ĐỐC", "200 ?Huỳnh Thị Sen"}}, ""},
      {{{"100 GIÁM ĐỐC", "200 ?Điếu Thị Sen"}, {"100 GIÁM ĐỐC", "200 ?Điếu Thị Sen"}}, "Điếu"},
  };
  for (const auto& test : cases) {
    const auto lines = agreed_lines(rows_of(test.readings), pack());
    ASSERT_EQ(lines.size(), 2u);
    std::string unsure;
    for (const auto& word : lines.back().words)
      if (word.confidence < 0.8) unsure += word.text;
    EXPECT_EQ(unsure, test.unsure);
  }
}

TEST(SignatureLines, AreSettledWhenThreeReadingsHaveAllOfThemAlike) {
  using Reading = std::vector<std::string>;
  const Reading whole{"100 KT. CHỦ TỊCH", "114 PHÓ CHỦ TỊCH", "200 Vi Thị Sương"};
  const Reading specks{"100 KT. CHỦ TỊCH ~.", "114 PHÓ CHỦ TỊCH :", "200 Vi Thị Sương"};
  const Reading other{"100 KT. CHỦ TỊCH", "114 PHÓ CHỦ TỊCH", "200 Vì Thị Sương"};
  const Reading nameless{"100 KT. CHỦ TỊCH", "114 PHÓ CHỦ TỊCH"};
  const Reading less{"100 KT. CHỦ TỊCH", "200 Vi Thị Sương"};
  struct Case {
    std::vector<Reading> readings;
    bool settled;
  };
  for (const auto& test : std::vector<Case>{{{whole, whole}, false},
                                            {{whole, specks, whole}, true},
                                            {{whole, other, whole}, false},
                                            {{whole, less, whole}, false},
                                            {{nameless, nameless, nameless}, false}})
    EXPECT_EQ(is_settled(rows_of(test.readings), pack()), test.settled);
}

}  // namespace
}  // namespace kehoach::layout
