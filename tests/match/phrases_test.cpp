// Phrase rules over tokens: literals, values, groups, competition.
#include <gtest/gtest.h>

#include "match/matcher.h"

namespace kehoach::match {
namespace {

rules::PackFiles pack(const std::string& phrases) { return {{"phrases/test.toml", phrases}}; }

std::string phrase(const std::string& id, const std::string& pattern, int priority = 0) {
  return "[[phrase]]\nid = \"" + id + "\"\nfield = \"test\"\ndescription = \"d\"\npattern = '''" +
         pattern + "'''\npriority = " + std::to_string(priority) +
         "\nexamples = [{text = \"a\", match = \"a\"}]\ncounter = [\"b\"]\n";
}

std::string found(const std::string& phrases, const std::string& text) {
  const Matcher matcher(rules::load({pack(phrases)}));
  const auto sequence = matcher.tokenize(text);
  std::string result;
  for (const auto& match : matcher.phrases(sequence, "test")) {
    result += (result.empty() ? "" : "; ") + match.rule->id + "=" +
              std::string(sequence.slice(match.whole));
    for (const auto& [name, range] : match.parts)
      result += "," + std::string(name) + "=" + std::string(sequence.slice(range));
  }
  return result;
}

struct Case {
  std::string pattern, text, expected;
};

TEST(Phrases, SmallLanguage) {
  const Case cases[] = {
      {"{change} {number} {unit:rank|point}", "tăng 5 bậc, tăng 6 %", "p=tăng 5 bậc"},
      {"{change:increase} (?P<n>{number}) {any}", "giảm 5 bậc; tăng 6 %", "p=tăng 6 %,n=6"},
      {"\"so  VỚI\" {word}", "nhiều so với trước", "p=so với trước"},
      {"\"tăng\" {number}", "Tăng 5", "p=Tăng 5"},
      {"\"đạt được\" {number}", "đạt được 5", "p=đạt được 5"},
      {"\"kết quả đạt được\"", "Kết quả đạt được", "p=Kết quả đạt được"},
      {"{number} (\",\" {number}){1,2}", "5, 6, 7, 8", "p=5, 6, 7"},
      {"{unit:percent,change}", "tăng 5 % bậc", "p=tăng; p=%"},
      {"{word}+", "một hai\nba", "p=một hai; p=ba"},
      {"{word} {break} {word}", "một hai\nba", "p=hai\nba"},
      {"\"(\" {number} \")\"", "xem (5)", "p=(5)"},
  };
  for (const auto& test : cases)
    EXPECT_EQ(found(phrase("p", test.pattern), test.text), test.expected) << test.pattern;
}

TEST(Phrases, PriorityThenStartThenLength) {
  const std::string rules = phrase("long", "{change} {number} {unit}") +
                            phrase("short", "{change} {number}") +
                            phrase("strong", "{unit} {word}", 1);
  EXPECT_EQ(found(rules, "tăng 5 bậc nữa"), "short=tăng 5; strong=bậc nữa");
  EXPECT_EQ(found(rules, "tăng 5 bậc"), "long=tăng 5 bậc");
}

}  // namespace
}  // namespace kehoach::match
