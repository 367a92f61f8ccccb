#include "language/search/search_tokens.h"

#include <gtest/gtest.h>

#include <string>

namespace kehoach::language {
namespace {

// "kế+ke hoạch+hoach": positions by spaces, what else stands at one by "+".
std::string cut(std::string_view text) {
  std::string out;
  search_tokens(text, [&](const SearchToken& token) {
    if (!out.empty()) out += token.kind == SearchTokenKind::kWord ? " " : "+";
    out += token.text;
    return true;
  });
  return out;
}

struct Case {
  const char* text;
  const char* tokens;
};

class Cutting : public testing::TestWithParam<Case> {};

TEST_P(Cutting, GivesTheseTokens) { EXPECT_EQ(cut(GetParam().text), GetParam().tokens); }

INSTANTIATE_TEST_SUITE_P(
    Words, Cutting,
    testing::Values(Case{"", ""}, Case{" ./. ", ""}, Case{"Kế hoạch", "kế+ke hoạch+hoach"},
                    Case{"theo dõi", "theo dõi+doi"}, Case{"Đắk Lắk", "đắk+dak lắk+lak"},
                    Case{"HOÀ BÌNH", "hòa+hoa bình+binh"}, Case{"hoà", "hòa+hoa"},
                    Case{"hoàn", "hoàn+hoan"}, Case{"kỹ", "kĩ+ki"}, Case{"kĩ", "kĩ+ki"},
                    Case{"Mỹ", "mĩ+mi"}, Case{"quý", "quí+qui"}, Case{"quí", "quí+qui"},
                    Case{"y tế", "i tế+te"}, Case{"thúy", "thúy+thuy"}, Case{"ngày", "ngày+ngay"},
                    Case{"quay", "quay"}, Case{"e\u0302\u0301", "ế+e"}, Case{"kê\u0301", "kế+ke"},
                    Case{"ho\u00ADạch", "hoạch+hoach"}, Case{"café", "café+cafe"},
                    Case{"ＫＨ Đắk ０５ ａ", "kh đắk+dak 05 a"}));

INSTANTIATE_TEST_SUITE_P(
    Numbers, Cutting,
    testing::Values(Case{"01 bậc", "1 bậc+bac"}, Case{"05%", "5"}, Case{"000", "0"},
                    Case{"88,46 %", "88,46"}, Case{"88.46", "88,46"}, Case{"1.250", "1250"},
                    Case{"0.250", "0,250"}, Case{"1.250.000", "1250000"},
                    Case{"34.210,413", "34210,413"}, Case{"1,250,000.5", "1250000,5"},
                    Case{"15/7/2022", "15 7 2022"}, Case{"05/04/2019", "5 4 2019"},
                    Case{"15.7.2022", "15 7 2022"}, Case{"2021-2025", "2021 2025"},
                    Case{"18/63", "18 63"}, Case{"năm 2023.", "năm+nam 2023"}, Case{"30h", "30h"},
                    Case{"1.", "1"}));

INSTANTIATE_TEST_SUITE_P(
    Chains, Cutting,
    testing::Values(Case{"142/KH-UBND", "142+142/kh-ubnd kh+kh-ubnd ubnd"},
                    Case{"Số: 142 /KH-UBND", "số+so 142+142/kh-ubnd kh+kh-ubnd ubnd"},
                    Case{"142/ KH-UBND", "142+142/kh-ubnd kh+kh-ubnd ubnd"},
                    Case{"31/CT- TTg", "31+31/ct-ttg ct+ct-ttg ttg"},
                    Case{"31/CT-\nTTg", "31+31/ct-ttg ct+ct-ttg ttg"}, Case{"07/KH", "7+7/kh kh"},
                    Case{"07/2020/NĐ-CP", "7+7/2020/nđ-cp+7/2020/nd-cp 2020 nđ+nd+nđ-cp+nd-cp cp"},
                    Case{"18-CT/TW", "18+18-ct/tw ct+ct/tw tw"},
                    Case{"826/SNV-TCCB&TCPCP",
                         "826+826/snv-tccb&tcpcp snv+snv-tccb&tcpcp tccb tcpcp"},
                    Case{"142/kh-ubnd", "142+142/kh-ubnd kh+kh-ubnd ubnd"},
                    Case{"KH-UBND", "kh+kh-ubnd ubnd"}, Case{"kh-ubnd", "kh ubnd"},
                    Case{"PAR-INDEX", "par+par-index index"}, Case{"COVID-19", "covid 19"},
                    Case{"QĐ–TTg", "qđ+qd+qđ-ttg+qd-ttg ttg"}, Case{"142 / KH", "142 kh"},
                    Case{"15/7/2022 - UBND", "15 7 2022 ubnd"}, Case{"từ 5 -Sở", "từ+tu 5 sở+so"},
                    Case{"419/419 hộ", "419 419 hộ+ho"}));

TEST(SearchTokens, SayWhereTheyWereRead) {
  std::string out;
  const std::string text = "a Số 142 /KH, b";
  search_tokens(text, [&](const SearchToken& token) {
    out += "[" + text.substr(token.begin, token.end - token.begin) + "]" +
           std::to_string(token.words) + " ";
    return true;
  });
  EXPECT_EQ(out, "[a]1 [Số]1 [Số]1 [142]1 [142 /KH]2 [KH]1 [b]1 ");
}

TEST(SearchTokens, TakeAnyBytesAndEnd) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes.push_back(static_cast<char>((i * 197 + i / 7) & 0xFF));
  EXPECT_FALSE(cut(bytes).empty());
  EXPECT_EQ(cut(std::string(100'000, 'a')), std::string(64, 'a'));
  EXPECT_EQ(cut(std::string(100'000, '7')).size(), 64u);
  EXPECT_FALSE(cut(std::string(100'000, '/')).size());
}

TEST(SearchTokens, StopWhenTold) {
  int seen = 0;
  search_tokens("a b c", [&](const SearchToken&) { return ++seen < 2; });
  EXPECT_EQ(seen, 2);
}

}  // namespace
}  // namespace kehoach::language
