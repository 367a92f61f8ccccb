#include "read/scan/word_sizes.h"

#include <gtest/gtest.h>

namespace kehoach::read {
namespace {

ScanWord word(const char* text, double ink, int line) {
  return {text, {0, 100 - ink, 30, 100}, 100, 0, 1, line};
}

TEST(WordSizes, ByTheHighestLetter) {
  struct Case {
    const char* text;
    double ink;  // of type of 10 points
  };
  for (const Case& c : {Case{"oan", 4.6}, Case{"KH", 6.8}, Case{"Kế", 8.6}, Case{"KẾ", 10},
                        Case{"2026", 6.8}, Case{"-", 3}}) {
    std::vector<ScanWord> words{word(c.text, c.ink, 0), word("hoa", 6.8, 0)};
    set_sizes(words);
    EXPECT_EQ(words[0].size, 10) << c.text;
  }
}

TEST(WordSizes, LinesOfAboutTheUsualSizeHaveIt) {
  std::vector<ScanWord> words{word("hoa", 8.84, 0), word("hoa", 8.84, 1), word("hoa", 8.84, 4),
                              word("oan", 5.6, 2), word("hoa", 6.8, 3)};
  set_sizes(words);
  EXPECT_EQ(words[0].size, 13);
  EXPECT_EQ(words[3].size, 13);
  EXPECT_EQ(words[4].size, 10);
}

}  // namespace
}  // namespace kehoach::read
