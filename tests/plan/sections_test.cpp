#include "plan/sections.h"

#include <gtest/gtest.h>

#include "body_reading.h"

namespace kehoach::plan {
namespace {

std::string dump(const std::vector<Section>& sections) {
  std::string text;
  for (const Section& section : sections) {
    if (!text.empty()) text += ", ";
    text += section.label + " " + section.title;
    if (!section.children.empty()) text += " [" + dump(section.children) + "]";
  }
  return text;
}

TEST(Sections, HeadingsNestByLevel) {
  const BodyReading reading(
      "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Giữ sạch bờ biển.\n2. Yêu cầu\n- Làm thật.\n"
      "II. NHIỆM VỤ\n1. Dọn bãi Sau\n- Gom rác mỗi sáng.\n");
  const std::vector<Section> sections = read_sections(*reading);
  EXPECT_EQ(dump(sections),
            "I MỤC ĐÍCH, YÊU CẦU [1 Mục đích, 2 Yêu cầu], II NHIỆM VỤ [1 Dọn bãi Sau]");
  const std::size_t item = (*reading).text.utf8.find("Gom rác");
  const std::vector<const Section*> chain = chain_at(sections, item);
  ASSERT_EQ(chain.size(), 2u);
  EXPECT_EQ(chain[0]->title, "NHIỆM VỤ");
  EXPECT_EQ(chain[1]->title, "Dọn bãi Sau");
  EXPECT_EQ(chain_at(sections, 0).size(), 1u);
}

TEST(Sections, LettersAndPartsStandAboveRomanNumbers) {
  const BodyReading reading(std::string(kLetterhead) +
                            "A. ĐẶT VẤN ĐỀ\nRác thải đang tăng nhanh.\nB. NỘI DUNG KẾ HOẠCH\n"
                            "I. MỤC TIÊU\n1. Giảm rác thải nhựa.\nII. NHIỆM VỤ\n1. Gom rác.\n");
  const std::vector<Section> sections = read_sections(*reading);
  EXPECT_EQ(dump(sections), "A ĐẶT VẤN ĐỀ, B NỘI DUNG KẾ HOẠCH [I MỤC TIÊU, II NHIỆM VỤ]");
  EXPECT_EQ(sections.front().level, 1);
}

TEST(Sections, AnArticleWithoutTitleHeadsWhatFollows) {
  const BodyReading reading(
      std::string(kLetterhead) +
      "Điều 1. Thành lập Tổ kiểm tra việc thu gom rác tại các bãi tắm, gồm 5 người.\n"
      "Điều 2. Nhiệm vụ của Tổ kiểm tra\n1. Kiểm tra mỗi tuần.\n2. Báo cáo mỗi tháng.\n"
      "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\n");
  EXPECT_EQ(dump(read_sections(*reading)), "Điều 1 , Điều 2 Nhiệm vụ của Tổ kiểm tra, Điều 3 ");
}

TEST(Sections, NumberedPointsThatGiveWorkToABodyAreHeadedByItsName) {
  struct Case {
    std::string_view body, expected;
  };
  const std::vector<Case> cases = {
      {"1. Sở Y tế:\n- Khám sức khỏe học sinh.\n2. Công an tỉnh: Bảo vệ các điểm thi.\n"
       "3. Hội Chữ thập đỏ tỉnh: Vận động quyên góp.\n",
       "1 Sở Y tế, 2 Công an tỉnh, 3 Hội Chữ thập đỏ tỉnh"},
      {"1. Giao Sở Nội vụ chủ trì rà soát biên chế.\n2. Giao Sở Tài chính bố trí kinh phí.\n",
       "1 Giao Sở Nội vụ, 2 Giao Sở Tài chính"},
      {"1. Sở Xây dựng chịu trách nhiệm thực hiện các khâu:\na) Đo đạc bãi biển.\n"
       "2. Công an tỉnh: Bảo vệ hiện trường.\n",
       "1 Sở Xây dựng, 2 Công an tỉnh"},
      // One such point alone is an item like the others.
      {"1. Rà soát hồ sơ tồn đọng.\n2. Sở Y tế kiểm tra bếp ăn.\n3. Trồng lại cây ven đường.\n",
       ""},
      {"1. Thời gian: Tháng 3.\n2. Địa điểm: Bãi Sau.\n", ""},
  };
  for (const Case& test : cases) {
    const BodyReading reading(std::string(kLetterhead) + std::string(test.body));
    EXPECT_EQ(dump(read_sections(*reading, RunIn::kToo)), test.expected) << test.body;
  }
}

TEST(Sections, HeadingsAreClassedByTheirFirstWords) {
  struct Case {
    std::string_view heading, expected;
  };
  const std::vector<Case> cases = {
      {"I. MỤC ĐÍCH, YÊU CẦU", "aim"},
      {"Quan điểm chỉ đạo", "aim"},
      {"II. CÁC CHỈ TIÊU CHỦ YẾU", "goal"},
      {"2. Mục tiêu cụ thể đến năm 2030", "goal"},
      {"III. NHIỆM VỤ VÀ GIẢI PHÁP", "tasks"},
      {"MỤC TIÊU, NHIỆM VỤ", "tasks"},
      {"Một số giải pháp trọng tâm", "tasks"},
      {"TỔ CHỨC THỰC HIỆN", "assignment"},
      {"IV. PHÂN CÔNG TRÁCH NHIỆM", "assignment"},
      {"Phần I: TÌNH HÌNH THỰC HIỆN CÁC NHIỆM VỤ", "situation"},
      {"TỒN TẠI, HẠN CHẾ", "situation"},
      {"TỒN TẠI, NGUYÊN NHÂN VÀ GIẢI PHÁP KHẮC PHỤC", "tasks"},
      {"V. KINH PHÍ THỰC HIỆN", "budget"},
      {"VI. CHẾ ĐỘ BÁO CÁO", "reporting"},
      {"Tiêu chuẩn khen thưởng", "award"},
      {"1. Công tác tuyên truyền", "other"},
      {"Phát triển nhân lực đáp ứng yêu cầu mới", "other"},
  };
  for (const Case& test : cases) {
    EXPECT_EQ(name(classify(pack(), test.heading)), test.expected) << test.heading;
  }
}

}  // namespace
}  // namespace kehoach::plan
