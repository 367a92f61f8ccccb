// Text to tokens with the embedded pack: a compact dump of what is not a plain word.
#include <gtest/gtest.h>

#include "match/matcher.h"
#include "match/values.h"

namespace kehoach::match {
namespace {

const Matcher& matcher() {
  static const Matcher instance(rules::load());
  return instance;
}

std::string dump(const std::string& text) {
  const auto sequence = matcher().tokenize(text);
  std::string result;
  for (const auto& token : sequence.tokens) {
    if (token.is("word") || token.is("punct")) continue;
    if (!result.empty()) result += ' ';
    result += std::string(token.type) + "=" + std::string(sequence.slice(token));
  }
  return result;
}

struct Case {
  std::string text, expected;
};

TEST(Tokenize, Table) {
  const Case cases[] = {
      {"tăng 5-7 bậc", "change=tăng range=5-7 unit=bậc"},
      {"13,44 và 6.498,8; 1.2.3", "number=13,44 number=6.498,8"},
      {"số 12/2017/NĐ-CP", "doc_number=12/2017/NĐ-CP"},
      {"tăng cường 5 km", "nochange=tăng cường number=5 counter=km"},
      {"18/63 và ngày 18/6", "fraction=18/63 date=ngày 18/6"},
      {"năm 2022\n2023", "year=năm 2022 break=\n number=2023"},
      {"", ""},
      {"A12 5km", "measure=5km"},
  };
  for (const auto& test : cases) EXPECT_EQ(dump(test.text), test.expected) << test.text;
}

TEST(Tokenize, CoversEveryCharacterButSpaces) {
  const std::string text = "Số: 142/KH-UBND\nđạt 88,46 % (tăng 0,86% và 7 bậc) ‰ “x” 5km.";
  const auto sequence = matcher().tokenize(text);
  std::size_t position = 0;
  for (const auto& token : sequence.tokens) {
    ASSERT_GE(token.span.begin, position);
    EXPECT_EQ(text.substr(position, token.span.begin - position).find_first_not_of(' '),
              std::string::npos);
    position = token.span.end;
  }
  EXPECT_EQ(position, text.size());
  EXPECT_EQ(sequence.symbol_begin.size(), sequence.tokens.size() + 1);
}

// Shapes that make a naive search quadratic; here only that they end, and soon.
TEST(Tokenize, LongLines) {
  for (const std::string piece :
       {"1.", "1,", "12/", "A-", "a ", "tháng ", "ngày 1 ", "(", "Ủy ban "}) {
    std::string text;
    while (text.size() < (1u << 19)) text += piece;
    EXPECT_FALSE(matcher().tokenize(text).tokens.empty()) << piece;
  }
}

TEST(Values, NumbersAndDates) {
  EXPECT_EQ(parse_number("13,44"), 13.44);
  EXPECT_EQ(parse_number("6.908"), 6908);
  EXPECT_EQ(parse_number("6.498,8"), 6498.8);
  EXPECT_EQ(parse_number("05"), 5);
  EXPECT_EQ(parse_number("1.260.513"), 1260513);
  EXPECT_EQ(parse_number("4.0"), 4);
  EXPECT_EQ(parse_number("x"), std::nullopt);
  EXPECT_EQ(parse_number("999.999.999.999.999.999"), 999999999999999999.0);
  EXPECT_EQ(parse_number(std::string(400, '9')), std::nullopt);
  EXPECT_EQ(iso_date("15", "7", "2022"), "2022-07-15");
  EXPECT_EQ(iso_date("31", "4", "2022"), std::nullopt);
  EXPECT_EQ(iso_date("29", "02", "2024"), "2024-02-29");
  EXPECT_EQ(parse_roman("XIV"), 14);
  EXPECT_EQ(parse_roman("A"), std::nullopt);
}

struct Made {
  explicit Made(const rules::RuleSet& from) : rules(&from) {}
  const rules::RuleSet* rules;
};

TEST(Matcher, MakesOfItsRulesOnce) {
  const Matcher matcher{rules::RuleSet{}};
  const Made& made = matcher.made_of_rules<Made>();
  EXPECT_EQ(made.rules, &matcher.rules());
  EXPECT_EQ(&made, &matcher.made_of_rules<Made>());
}

}  // namespace
}  // namespace kehoach::match
