#include "language/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kehoach::language {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Pair {
  const char* input;
  const char* expected;
};

TEST(Comparison, FoldsCaseSpacesAndTonePlacement) {
  const Pair kCases[] = {
      {"ỦY BAN  HOÀ BÌNH", "ủy ban hòa bình"},
      {"  Uỷ\u00a0ban\n", "ủy ban"},
      {"hoà", "hòa"},
      {"khoẻ", "khỏe"},
      {"thuý", "thúy"},
      {"Toàn", "toàn"},
      {"tòan", "toàn"},
      {"ngọai", "ngoại"},
      {"quý", "quý"},
      {"qúy", "quý"},
      {"QUẢ", "quả"},
      {"giờ", "giờ"},
      {"già", "già"},
      {"gìa", "già"},
      {"gì", "gì"},
      {"của mùa", "của mùa"},
      {"thúê", "thuế"},
      {"huỳnh", "huỳnh"},
      {"hùynh", "huỳnh"},
      {"khuỷu", "khuỷu"},
      {"xoá đói", "xóa đói"},
      {"chỉ ĐẠO", "chỉ đạo"},
      {"\u00d0ắk Lắk", "đắk lắk"},
      {"Tru\u031bo\u031b\u0300ng ho\u0323c", "trường học"},
      {"tăng\u00ad cường\u200b", "tăng cường"},
      {"A/70/RES", "a/70/res"},
      {"", ""},
  };
  for (const auto& [input, expected] : kCases) EXPECT_EQ(comparison_form(input), expected) << input;
}

TEST(Comparison, IsIdempotent) {
  for (const char* text : {"HOÀ  thuý Tòan", "Gìa làng, 88,46 %", "Émile Zürich Ω"}) {
    const std::string once = comparison_form(text);
    EXPECT_EQ(comparison_form(once), once);
  }
}

TEST(Comparison, SearchFormHasNoMarks) {
  const Pair kCases[] = {{"Đắk Lắk", "dak lak"},
                         {"KẾ HOẠCH số 12", "ke hoach so 12"},
                         {"Ho\u0300a Bi\u0300nh", "hoa binh"},
                         {"Zürich", "zurich"},
                         {"ưỡn ngữ", "uon ngu"}};
  for (const auto& [input, expected] : kCases) EXPECT_EQ(search_form(input), expected) << input;
}

TEST(Comparison, CutsWords) {
  EXPECT_THAT(comparison_words("đạt 88,46 %"), ElementsAre("đạt", "88,46"));
  EXPECT_THAT(comparison_words("Số: 12/KH-UBND, tăng 1.260 hộ."),
              ElementsAre("số", "12", "kh", "ubnd", "tăng", "1.260", "hộ"));
  EXPECT_THAT(comparison_words("1, 2"), ElementsAre("1", "2"));
  EXPECT_THAT(comparison_words(" -- "), IsEmpty());
}

TEST(Comparison, KnowsCase) {
  EXPECT_TRUE(is_upper_word("ỦY"));
  EXPECT_TRUE(is_upper_word("KH-UBND"));
  EXPECT_FALSE(is_upper_word("Ủy"));
  EXPECT_FALSE(is_upper_word("12"));
  EXPECT_TRUE(starts_upper("Ủy"));
  EXPECT_TRUE(starts_upper("“Đề án"));
  EXPECT_FALSE(starts_upper("ủy"));
  EXPECT_EQ(lower("ỦY BAN ĐẮK"), "ủy ban đắk");
  EXPECT_EQ(upper("ủy ban đắk"), "ỦY BAN ĐẮK");
}

}  // namespace
}  // namespace kehoach::language
