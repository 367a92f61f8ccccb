#include "read/text.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "base/utf8.h"

namespace kehoach::read {
namespace {

Text read(std::string bytes, base::Budget budget = {}) {
  return read_text({"plan.txt", std::move(bytes)}, budget);
}

std::string utf16(std::string_view utf8, bool big_endian) {
  std::string bytes;
  for (char32_t c : base::decode_utf8(utf8)) {
    const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

std::string codes(const Text& text) {
  std::string result;
  for (const auto& diagnostic : text.diagnostics) result += diagnostic.code + ";";
  return result;
}

constexpr const char* kPlan = "KẾ HOẠCH\r\nTuyên truyền năm 2022 của tỉnh\n";

TEST(ReadText, RecognisesEncodings) {
  const struct {
    std::string bytes;
    const char* encoding;
  } kCases[] = {
      {kPlan, "UTF-8"},
      {std::string("\xEF\xBB\xBF") + kPlan, "UTF-8"},
      {utf16(kPlan, false), "UTF-16LE"},
      {utf16(kPlan, true), "UTF-16BE"},
      {"\xFF\xFE" + utf16(kPlan, false), "UTF-16LE"},
      {"\xFE\xFF" + utf16(kPlan, true), "UTF-16BE"},
  };
  for (const auto& [bytes, encoding] : kCases) {
    const Text text = read(bytes);
    EXPECT_EQ(text.utf8, kPlan) << encoding;
    EXPECT_EQ(text.encoding, encoding);
    EXPECT_EQ(codes(text), "") << encoding;
  }
}

TEST(ReadText, ReplacesInvalidSequences) {
  const Text text = read("tỉnh \xFF và \xE1\xBA xã \xC0\x80 nhà, đường, trường học và bệnh viện");
  EXPECT_EQ(text.utf8, "tỉnh \uFFFD và \uFFFD xã \uFFFD nhà, đường, trường học và bệnh viện");
  ASSERT_EQ(codes(text), "invalid-utf8;");
  EXPECT_EQ(text.diagnostics[0].message,
            "3 invalid UTF-8 sequences were replaced by U+FFFD. The text may be damaged or in "
            "another encoding");
}

TEST(ReadText, ReadsEightBitText) {
  const Text text = read(
      "K\xD5 ho\xB9"
      "ch n\xA8m 2004, \x93tr\xEAng r\xF5ng\x94 \x81");
  EXPECT_EQ(text.utf8, "KÕ ho¹ch n¨m 2004, “trêng rõng” \u0081");
  EXPECT_EQ(text.encoding, "windows-1252");
  EXPECT_EQ(codes(text), "");
}

TEST(ReadText, ReplacesLoneSurrogates) {
  const Text text = read("\xFF\xFE" + utf16("kế hoạch", false) + std::string("\x00\xD8", 2) + "a");
  EXPECT_EQ(text.utf8, "kế hoạch\uFFFD\uFFFD");
  EXPECT_EQ(codes(text), "invalid-utf8;");
}

TEST(ReadText, SaysThatTextIsEmpty) {
  EXPECT_EQ(codes(read("")), "empty;");
  EXPECT_EQ(codes(read("\xEF\xBB\xBF \r\n\t")), "empty;");
  EXPECT_EQ(codes(read("\xFF\xFE")), "empty;");
}

void expect_refused(const std::string& bytes, base::Budget budget, const std::string& code,
                    const std::string& message) {
  try {
    read(bytes, budget);
    FAIL() << "not refused: " << code;
  } catch (const base::Error& error) {
    EXPECT_EQ(error.code(), code);
    EXPECT_EQ(error.what(), message);
  }
}

TEST(ReadText, RefusesBinaryAndHuge) {
  std::string noise;
  for (unsigned i = 0, value = 1; i < 4000; ++i) {
    value = value * 1103515245u + 12345u;
    noise += static_cast<char>(value >> 16);
  }
  expect_refused(noise, {}, "binary",
                 "plan.txt: this is no plain text (4000 bytes, mostly not characters of UTF-8, "
                 "UTF-16 or an 8-bit code). Give a text file");
  expect_refused(std::string(100, '\0'), {}, "binary",
                 "plan.txt: this is no plain text (100 bytes, mostly not characters of UTF-8, "
                 "UTF-16 or an 8-bit code). Give a text file");
  base::Budget small;
  small.max_bytes = 10;
  expect_refused("hơn mười byte", small, "too-large",
                 "plan.txt: 17 bytes are more than the limit of 10. Split the file");
}

TEST(ReadText, CutsAtALineEndOrBetweenCharacters) {
  base::Budget budget;
  budget.max_text_bytes = 12;
  const Text lines = read("dòng một\ndòng hai\n", budget);
  EXPECT_EQ(lines.utf8, "dòng một\n");
  ASSERT_EQ(codes(lines), "text-cut;");
  EXPECT_EQ(lines.diagnostics[0].message,
            "Only the first 12 of 22 bytes of text were read, because of the limit on text. Split "
            "the file to have the rest read");
  budget.max_text_bytes = 4;
  EXPECT_EQ(read("độộộộ", budget).utf8, "đ");
  budget.max_text_bytes = 0;
  EXPECT_EQ(read("a", budget).utf8, "");
}

}  // namespace
}  // namespace kehoach::read
