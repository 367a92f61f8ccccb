#include "output/code_points.h"

#include <gtest/gtest.h>

namespace kehoach::output {
namespace {

TEST(CodePoints, CountsCharactersNotBytes) {
  struct Case {
    std::string_view text;
    std::size_t byte, expected;
  };
  for (const Case& c : {Case{"", 0, 0}, Case{"abc", 2, 2}, Case{"tăng", 3, 2}, Case{"tăng", 5, 4},
                        Case{"Ủy ban", 3, 1}, Case{"a😀b", 5, 2}, Case{"tăng", 99, 4}})
    EXPECT_EQ(CodePoints(c.text).at(c.byte), c.expected) << c.text << " " << c.byte;
}

// The index against counting from the start, over strides' borders.
TEST(CodePoints, AgreesWithCountingInLongTexts) {
  std::string text;
  while (text.size() < 1000) text += "đạt 5% ế😀";
  const CodePoints points(text);
  std::size_t expected = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      EXPECT_EQ(points.at(i), expected);
      ++expected;
    }
  }
  EXPECT_EQ(points.at(text.size()), expected);
}

}  // namespace
}  // namespace kehoach::output
