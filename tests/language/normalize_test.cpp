#include "language/normalize.h"

#include <gtest/gtest.h>

#include "language/edits.h"

namespace kehoach::language {
namespace {

struct Case {
  const char* input;
  const char* expected;
};

// The contract of the map: sorted, apart, exact, and everything outside of edits copied.
void expect_exact(std::string_view source, const Normalized& result) {
  std::size_t from = 0, to = 0;
  for (const Edit& edit : result.edits) {
    ASSERT_GE(edit.from_begin, from) << source;
    ASSERT_TRUE(from == 0 || edit.from_begin > from) << "edits touch in " << source;
    ASSERT_EQ(source.substr(from, edit.from_begin - from),
              std::string_view(result.utf8).substr(to, edit.to_begin - to));
    ASSERT_EQ(edit.from_begin - from, edit.to_begin - to) << source;
    from = edit.from_end;
    to = edit.to_end;
  }
  EXPECT_EQ(source.substr(from), std::string_view(result.utf8).substr(to)) << source;
}

void expect_cases(std::initializer_list<Case> cases) {
  for (const auto& [input, expected] : cases) {
    const Normalized result = normalize(input);
    EXPECT_EQ(result.utf8, expected) << input;
    expect_exact(input, result);
    EXPECT_EQ(normalize(result.utf8).utf8, expected) << "not idempotent: " << input;
  }
}

TEST(Normalize, CleansCharacters) {
  expect_cases({
      {"", ""},
      {"đúng như thế", "đúng như thế"},
      {"UBND\u00a0tỉnh \u2009 mới", "UBND tỉnh mới"},
      {"\ufeffKế hoạch", "Kế hoạch"},
      {"tổ\u00ad chức\u200b mới\u0001", "tổ chức mới"},
      {"một\r\nhai\rba\nbốn", "một\nhai\nba\nbốn"},
      {"một  \n   hai", "một\nhai"},
      {"một\n\n\nhai", "một\n\n\nhai"},
      {"  một ", "một"},
      {"ô một\tô hai \t ô ba", "ô một\tô hai\tô ba"},
      {"ô một\t \tô ba\t\n\tô", "ô một\t\tô ba\n\tô"},
      {"\u00d0ắk Lắk", "Đắk Lắk"},
      {"TR\u01a2ỜNG đ\u01a3ợc", "TRƯỜNG được"},
      {"88,46 % (đạt )", "88,46 % (đạt )"},
  });
}

TEST(Normalize, ComposesLetters) {
  expect_cases({
      {"Tru\u031bo\u031b\u0300ng", "Trường"},
      {"TRIÊ\u0309N KHAI", "TRIỂN KHAI"},
      {"e\u200b\u0301p", "ép"},
      {"hoa\u0323t\u00a0đo\u0323\u0302ng", "hoạt động"},
  });
}

TEST(Normalize, JoinsDocumentCodes) {
  expect_cases({
      {"số 12/CT- TTg ngày", "số 12/CT-TTg ngày"},
      {"số 12/CT-\nTTg", "số 12/CT-TTg"},
      {"100/2020/NĐ- CP", "100/2020/NĐ-CP"},
      {"12/QĐ -UBND", "12/QĐ-UBND"},
      {"45/ KH-UBND", "45/KH-UBND"},
      {"45 /KH-UBND", "45 /KH-UBND"},
      {"kế hoạch 2021 - 2025", "kế hoạch 2021 - 2025"},
      {"(45/39 vụ)", "(45/39 vụ)"},
      {"Độc lập - Tự do", "Độc lập - Tự do"},
      {"đạt 9/ 10 điểm", "đạt 9/ 10 điểm"},
      {"12/KH - Kế hoạch", "12/KH - Kế hoạch"},
  });
}

TEST(Normalize, JoinsBrokenSyllables) {
  expect_cases({
      {"nhằm t ăng cường", "nhằm tăng cường"},
      {"K ế hoạch", "Kế hoạch"},
      {"1. M ụ c đích", "1. Mục đích"},
      {"phư ơ ng án", "phương án"},
      {"ph ươ ng án", "phương án"},
      {"văn h ó a", "văn hóa"},
      {"đ ồ ng lòng", "đồng lòng"},
      {"các s ố đo", "các số đo"},
      {"nh ằ m giúp", "nhằm giúp"},
      {"một ph ầ n", "một phần"},
      {"tr ì nh bày", "trình bày"},
      {"AN TOÀN GI A O THÔNG", "AN TOÀN GIAO THÔNG"},
      {"“ C ải tiến”", "“ Cải tiến”"},
      {"Ủ y ban", "Ủy ban"},
      {"k hóa họp", "khóa họp"},
      {"c hặt chẽ", "chặt chẽ"},
      {"đ i ề u", "điều"},
      {"đi ề u\nkiện", "điều\nkiện"},
      {"truy ề n tin", "truyền tin"},
      {"bi ế n, đổi", "biến, đổi"},
      {"h ạ\ntầng", "hạ\ntầng"},
      {"h\nạ tầng", "hạ tầng"},
      {"đ ể ngăn", "để ngăn"},
      {"thực hi ện", "thực hiện"},
      {"thự c hiện", "thực hiện"},
      {"hướ ng dẫ n", "hướng dẫn"},
      {"dài 5 m ét", "dài 5 mét"},
      {"N H Ằ M", "NHẰM"},
      {"K\u00a0e\u0302\u0301 hoạch", "Kế hoạch"},
  });
}

TEST(Normalize, LeavesWhatMayStandAlone) {
  for (const char* text : {"a) Về giao thông",
                           "điểm c khoản 2 Điều 5",
                           "nhóm B an toàn",
                           "A B C D",
                           "khóa X nhiệm kỳ",
                           "I. MỤC ĐÍCH",
                           "Đề án 06 a",
                           "ý kiến ở xã",
                           "xe ô tô",
                           "y tế",
                           "TP HCM",
                           "TH AN TOÀN",
                           "H. L",
                           "quý I năm",
                           "vitamin A",
                           "giai đoạn I và II",
                           "các mục a, b, c",
                           "Nguyễn Văn A",
                           "1 t 2",
                           "lớp 5 A ở",
                           "c. ủy",
                           "to a free",
                           "rộng 3 m ở xã",
                           "nhóm C ông",
                           "thu ấn phẩm",
                           "cửa ải",
                           "thu ng©n s¸ch",
                           "u+r ạ",
                           "it's a",
                           "c«ng an nh©n",
                           "chi nh»m",
                           "t.ăng",

                           "hạng A, B, C",
                           "phần I nhằm"}) {
    EXPECT_EQ(normalize(text).utf8, text);
  }
}

TEST(Normalize, ComposedEqualsDecomposed) {
  EXPECT_EQ(normalize("Quye\u0302\u0301t đi\u0323nh phe\u0302 duye\u0323\u0302t").utf8,
            "Quyết định phê duyệt");
}

TEST(Edits, ComposeAlongOverlaps) {
  // "ab  cd" to "ab cd" to "abcd": one edit from the two spaces to nothing.
  EXPECT_EQ(compose({{2, 4, 2, 3}}, {{2, 3, 2, 2}}), (Edits{{2, 4, 2, 2}}));
  EXPECT_EQ(compose({{0, 1, 0, 0}}, {{3, 3, 3, 5}}), (Edits{{0, 1, 0, 0}, {4, 4, 3, 5}}));
  EXPECT_EQ(compose({}, {{1, 2, 1, 3}}), (Edits{{1, 2, 1, 3}}));
  EXPECT_EQ(compose({{1, 2, 1, 3}}, {}), (Edits{{1, 2, 1, 3}}));
}

}  // namespace
}  // namespace kehoach::language
