#include "eval/text_match.h"

#include <gtest/gtest.h>

#include "eval/pairing.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;

TEST(TextMatch, ValuesAreTheSameUnderTheirForm) {
  struct Case {
    const char *a, *b;
    bool exact, name;
  };
  const Case kCases[] = {
      {R"("57/KH-UBND")", R"("57/KH-UBND")", true, true},
      {R"("57/KH-UBND")", R"("57/kh-ubnd")", false, true},
      {R"("Sở  Nội\u00a0vụ")", R"("Sở Nội vụ")", true, true},
      {R"("Ho\u00e0 B\u00ecnh")", R"("Hòa Bình")", false, true},
      {R"("Hoa\u0300 Bi\u0300nh")", R"("Hoà Bình")", true, true},
      {R"("Phê duyệt kế hoạch.")", R"("PHÊ DUYỆT KẾ HOẠCH")", false, true},
      {R"("Dak Lak")", R"("Đắk Lắk")", false, false},
      {"5", "5.0", true, true},
      {"0.1", "0.10000000000000001", true, true},
      {"5", "6", false, false},
      {"null", "0", false, false},
      {R"({"from": 2021, "to": null})", R"({"from": 2021})", true, true},
      {R"({"from": 2021})", R"({"from": 2021, "to": 2025})", false, false},
      {R"({"from": 2021})", "null", false, false},
  };
  for (const Case& test : kCases) {
    const json a = json::parse(test.a), b = json::parse(test.b);
    EXPECT_EQ(same_value(a, b, Form::kExact), test.exact) << test.a << " " << test.b;
    EXPECT_EQ(same_value(a, b, Form::kName), test.name) << test.a << " " << test.b;
    EXPECT_EQ(same_value(b, a, Form::kName), test.name) << test.b << " " << test.a;
  }
}

TEST(TextMatch, LikenessCountsWords) {
  struct Case {
    const char *a, *b;
    double f1, overlap;
  };
  const Case kCases[] = {
      {"rà soát thủ tục", "Rà soát, thủ tục.", 1, 1},
      {"rà soát thủ tục", "rà soát", 4.0 / 6, 1},
      {"một hai ba bốn", "một hai năm sáu", 0.5, 0.5},
      {"hai hai", "hai", 2.0 / 3, 1},
      {"", "rà soát", 0, 0},
      {"...", "...", 0, 0},
  };
  for (const Case& test : kCases) {
    EXPECT_DOUBLE_EQ(token_f1(test.a, test.b), test.f1) << test.a;
    EXPECT_DOUBLE_EQ(token_overlap(test.a, test.b), test.overlap) << test.a;
  }
}

TEST(Pairing, AsManyPairsAsPossibleThenTheLikeliest) {
  // Taking the heaviest edge alone would leave the second left without a partner.
  const auto all = pair_up(2, 2, {{0, 0, 0.9}, {0, 1, 0.5}, {1, 0, 0.8}});
  EXPECT_EQ(all, (std::vector<std::optional<std::size_t>>{1, 0}));
  const auto likeliest = pair_up(2, 2, {{0, 0, 0.5}, {0, 1, 0.9}, {1, 0, 0.9}, {1, 1, 0.5}});
  EXPECT_EQ(likeliest, (std::vector<std::optional<std::size_t>>{1, 0}));
  EXPECT_EQ(pair_up(1, 1, {}), (std::vector<std::optional<std::size_t>>{std::nullopt}));
}

}  // namespace
}  // namespace kehoach::eval
