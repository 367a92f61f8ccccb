// Properties that hold for any text, tried on texts put together at random from troublesome pieces.
#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/normalize.h"

namespace kehoach::language {
namespace {

std::string random_text(std::mt19937& random) {
  static const char* const kPieces[] = {
      " ",      "\n",     "\r\n", "\t",  "\u00a0", "\u200b", "\u00ad", "\u0301", "\u0323", "\u031b",
      "đ",      "ế",      "n",    "ng",  "t",      "ăng",    "ti",     "ệ",      "a",      "A",
      "o",      "O",      "N",    "kế",  "hoạch",  "12/CT",  "-",      "TTg",    "/",      "KH-",
      "UBND",   ".",      ")",    "(",   "“",      "1",      "\u00d0", "e",      "ơ",      "I",
      "\u1100", "\u1161", "\f",   "phư", "ơ",      "h",      "C",      "ải",     "\ufeff", "«"};
  std::uniform_int_distribution<std::size_t> piece(0, std::size(kPieces) - 1), length(0, 30);
  std::string text;
  for (std::size_t i = length(random); i > 0; --i) text += kPieces[piece(random)];
  return text;
}

// Copied stretches are equal, edits are sorted and do not touch.
void expect_exact(const std::string& source, const Normalized& result) {
  std::size_t from = 0, to = 0;
  for (std::size_t i = 0; i < result.edits.size(); ++i) {
    const Edit& edit = result.edits[i];
    ASSERT_TRUE(i == 0 || edit.from_begin > from) << source;
    ASSERT_LE(edit.from_begin, edit.from_end);
    ASSERT_EQ(source.substr(from, edit.from_begin - from),
              result.utf8.substr(to, edit.to_begin - to));
    from = edit.from_end;
    to = edit.to_end;
  }
  ASSERT_EQ(source.substr(from), result.utf8.substr(to)) << source;
}

TEST(RandomTexts, NormalizeIsExactAndIdempotent) {
  std::mt19937 random(20220715);
  for (int round = 0; round < 20000; ++round) {
    const std::string source = random_text(random);
    const Normalized result = normalize(source);
    expect_exact(source, result);
    ASSERT_EQ(normalize(result.utf8).utf8, result.utf8) << source;
    const std::string compared = comparison_form(source);
    ASSERT_EQ(comparison_form(compared), compared) << source;
  }
}

}  // namespace
}  // namespace kehoach::language
