#include "plan/bodies.h"

#include <gtest/gtest.h>

#include "body_reading.h"

namespace kehoach::plan {
namespace {

using Names = std::vector<std::string>;

TEST(Bodies, AListingIsCutBetweenNames) {
  struct Case {
    std::string_view phrase;
    Names expected;
  };
  const std::vector<Case> cases = {
      {"Sở Nội vụ", {"Sở Nội vụ"}},
      {"Sở Nội vụ.", {"Sở Nội vụ"}},
      {"Công an tỉnh, Sở Y tế, Văn phòng UBND tỉnh",
       {"Công an tỉnh", "Sở Y tế", "Văn phòng UBND tỉnh"}},
      {"Sở Văn hóa, Thể thao và Du lịch; Tỉnh đoàn",
       {"Sở Văn hóa, Thể thao và Du lịch", "Tỉnh đoàn"}},
      {"Các sở, ban, ngành, đoàn thể, UBND cấp huyện, cấp xã",
       {"Các sở, ban, ngành, đoàn thể", "UBND cấp huyện, cấp xã"}},
      {"Sở Tài chính và các đơn vị có liên quan", {"Sở Tài chính", "các đơn vị có liên quan"}},
      {"Sở Xây dựng, sở, ngành, địa phương liên quan",
       {"Sở Xây dựng", "sở, ngành, địa phương liên quan"}},
      {"Các Cục, Vụ thuộc Bộ", {"Các Cục, Vụ thuộc Bộ"}},
      {"Văn phòng HĐND và UBND huyện", {"Văn phòng HĐND và UBND huyện"}},
      {"Phòng Tổng hợp, Sở Y tế; Trung tâm Y tế huyện",
       {"Phòng Tổng hợp, Sở Y tế", "Trung tâm Y tế huyện"}},
      {"Văn phòng UBND tỉnh (Cổng Thông tin điện tử); Báo Sao Biển",
       {"Văn phòng UBND tỉnh (Cổng Thông tin điện tử)", "Báo Sao Biển"}},
      {"Trung tâm Ứng dụng và Thông tin khoa học; Trưởng các khoa, phòng",
       {"Trung tâm Ứng dụng và Thông tin khoa học", "Trưởng các khoa, phòng"}},
      {"Báo và Đài Phát thanh - Truyền hình tỉnh", {"Báo và Đài Phát thanh - Truyền hình tỉnh"}},
      {"", {}},
  };
  for (const Case& test : cases) {
    EXPECT_EQ(split_bodies(pack(), test.phrase), test.expected) << test.phrase;
  }
}

TEST(Bodies, ASentenceOpensWithThem) {
  struct Case {
    std::string_view text, expected;
  };
  const std::vector<Case> cases = {
      {"Sở Nội vụ chủ trì, theo dõi", "Sở Nội vụ"},
      {"Sở Y tế rà soát thuốc", "Sở Y tế"},
      {"Công an thành phố Cần Thơ kiểm tra", "Công an thành phố Cần Thơ"},
      {"UBND huyện cần rà soát", "UBND huyện"},
      {"UBND các xã, thị trấn Xây dựng kế hoạch", "UBND các xã, thị trấn"},
      {"UBND các huyện có đê sông chỉ đạo trực", "UBND các huyện có đê sông"},
      {"Các sở, ban, ngành, đoàn thể tỉnh; UBND các huyện, thành phố căn cứ chức năng",
       "Các sở, ban, ngành, đoàn thể tỉnh; UBND các huyện, thành phố"},
      {"Báo Sao Biển, Đài Phát thanh - Truyền hình tỉnh mở chuyên mục",
       "Báo Sao Biển, Đài Phát thanh - Truyền hình tỉnh"},
      {"Ban Quản lý các Khu công nghiệp tỉnh hướng dẫn", "Ban Quản lý các Khu công nghiệp tỉnh"},
      {"Phòng, chống cháy rừng", ""},
      {"Tổ chức hội nghị", ""},
      {"Báo cáo kết quả", ""},
      {"Bộ tiêu chí mới", ""},
  };
  for (const Case& test : cases) {
    const auto span = leading_bodies(pack(), test.text);
    EXPECT_EQ(span ? test.text.substr(span->begin, span->size()) : "", test.expected);
  }
}

}  // namespace
}  // namespace kehoach::plan
