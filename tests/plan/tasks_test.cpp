#include "plan/tasks/tasks.h"

#include <gtest/gtest.h>

#include "body_reading.h"
#include "plan/sections.h"

namespace kehoach::plan {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : "; ") + name;
  return text;
}

// "label. text < lead + cooperating @ deadline"
std::string dump(const Task& task) {
  std::string line = task.label ? *task.label + ". " : "";
  line += task.text;
  if (!task.lead.empty()) line += " < " + joined(task.lead);
  if (!task.cooperating.empty()) line += " + " + joined(task.cooperating);
  if (task.deadline) line += " @ " + task.deadline->text;
  if (task.deliverable) line += " = " + *task.deliverable;
  return line;
}

std::vector<std::string> tasks_of(std::string_view text) {
  const BodyReading reading(text);
  std::vector<std::string> lines;
  for (const Task& task : read_tasks(*reading)) {
    EXPECT_FALSE(task.evidence.empty());
    EXPECT_EQ((*reading).text.slice(task.evidence.front().span), task.evidence.front().text);
    lines.push_back(dump(task));
  }
  return lines;
}

struct Case {
  std::string_view body;
  std::vector<std::string> expected;
};

void check(const std::vector<Case>& cases, std::string_view before = kLetterhead) {
  for (const Case& test : cases) {
    EXPECT_EQ(tasks_of(std::string(before) + std::string(test.body)), test.expected) << test.body;
  }
}

TEST(Tasks, ItemsUnderTasksAreTasksAndUnderAimsNone) {
  check({
      {"I. MỤC ĐÍCH, YÊU CẦU\n1. Nâng cao nhận thức của người dân về rác thải.\n"
       "II. NHIỆM VỤ\n1. Đặt thùng rác hai ngăn tại chợ Gòn.\n2. Vớt bèo trên kênh Bảy.\n",
       {"1. Đặt thùng rác hai ngăn tại chợ Gòn", "2. Vớt bèo trên kênh Bảy"}},
      {"I. MỤC TIÊU\n- 90% hộ dân phân loại rác.\nII. NỘI DUNG, GIẢI PHÁP\n"
       "1. Công tác tuyên truyền\n- Phát tờ rơi đến từng hộ gia đình.\n"
       "- Chiếu phim lưu động tại các xã vùng sâu.\n",
       {"Phát tờ rơi đến từng hộ gia đình", "Chiếu phim lưu động tại các xã vùng sâu"}},
      {"I. TÌNH HÌNH\n1. Toàn huyện có 12 điểm ngập.\nII. KINH PHÍ\n"
       "Kinh phí thực hiện do ngân sách huyện cấp.\n",
       {}},
  });
}

TEST(Tasks, OutlooksAmongGoalsListNone) {
  check({
      {"I. MỤC TIÊU\n1. Đến năm 2025\n- 90% hộ dân phân loại rác.\n2. Định hướng đến năm 2030\n"
       "- 95% hộ dân phân loại rác.\n",
       {}},
      {"I. PHƯƠNG HƯỚNG NĂM 2025\n1. Vớt bèo trên kênh Bảy.\n", {"1. Vớt bèo trên kênh Bảy"}},
  });
}

TEST(Tasks, FormulasAtTheEndAreNone) {
  check({
      {"II. NHIỆM VỤ\n1. Vớt bèo trên kênh Bảy. Nhận được Công văn này, yêu cầu các đơn vị triển "
       "khai thực hiện./.\n",
       {"1. Vớt bèo trên kênh Bảy"}},
      {"II. NHIỆM VỤ\n1. Vớt bèo trên kênh Bảy.\nĐề nghị các thành viên Ban Chỉ đạo tổ chức thực "
       "hiện nghiêm túc./.\n",
       {"1. Vớt bèo trên kênh Bảy"}},
  });
}

TEST(Tasks, ListsThatABodyAsksForAndWhatOneReports) {
  check({
      {"Thực hiện Chỉ thị của Bộ, Sở Y tế đề nghị:\n1. Các bệnh viện bố trí khu cách ly.\n"
       "2. Tăng cường giám sát ca bệnh.\n",
       {"1. Các bệnh viện bố trí khu cách ly < Các bệnh viện", "2. Tăng cường giám sát ca bệnh"}},
      {"2. Nội dung:\n- Công an xã báo cáo: xảy ra 02 vụ trộm cắp.\n3. Nhiệm vụ:\n"
       "- Giao Công an xã tuần tra ban đêm.\n",
       {"Giao Công an xã tuần tra ban đêm < Công an xã"}},
      {"III. TỔ CHỨC THỰC HIỆN\n1. UBND các huyện báo cáo: tiến độ hằng tháng gửi Sở Y tế.\n",
       {"1. UBND các huyện báo cáo: tiến độ hằng tháng gửi Sở Y tế < UBND các huyện"}},
  });
}

TEST(Tasks, TitlesThatNameTheDoer) {
  check({
      {"II. NHIỆM VỤ\n1. Chỉ số Tiếp cận đất đai: Sở Xây dựng\na) Cập nhật bảng giá đất.\n"
       "b) Công khai quy trình.\n",
       {"a. Cập nhật bảng giá đất < Sở Xây dựng", "b. Công khai quy trình < Sở Xây dựng"}},
  });
}

TEST(Tasks, NamesOfBodies) {
  check({
      {"II. TỔ CHỨC THỰC HIỆN\n1. UBND các huyện, thành, thị xây dựng kế hoạch trước ngày "
       "30-11-2024.\n2. Các siêu thị, trung tâm thương mại niêm yết giá.\n"
       "3. Trạm Dược liệu Trà Linh cung ứng cây giống.\n"
       "4. Đảng đoàn HĐND tỉnh lãnh đạo HĐND tỉnh ban hành nghị quyết.\n"
       "5. Các cơ quan được kiểm tra chuẩn bị báo cáo.\n6. Phòng Nghiệp vụ 2 tổng hợp số liệu.\n"
       "7. Ban Quản lý rừng phòng hộ huyện, Vườn quốc gia Pù Mát: tuần tra ven suối.\n"
       "8. Các phòng nghiệp vụ gửi báo cáo.\n9. Thường trực 24/24 giờ trong mùa khô.\n"
       "10. Cục Y tế dự phòng là đầu mối triển khai.\n",
       {"1. UBND các huyện, thành, thị xây dựng kế hoạch trước ngày 30-11-2024 < UBND các huyện, "
        "thành, thị @ trước ngày 30-11-2024",
        "2. Các siêu thị, trung tâm thương mại niêm yết giá < Các siêu thị, trung tâm thương mại",
        "3. Trạm Dược liệu Trà Linh cung ứng cây giống < Trạm Dược liệu Trà Linh",
        "4. Đảng đoàn HĐND tỉnh lãnh đạo HĐND tỉnh ban hành nghị quyết < Đảng đoàn HĐND tỉnh",
        "5. Các cơ quan được kiểm tra chuẩn bị báo cáo < Các cơ quan được kiểm tra",
        "6. Phòng Nghiệp vụ 2 tổng hợp số liệu < Phòng Nghiệp vụ 2",
        "7. tuần tra ven suối < Ban Quản lý rừng phòng hộ huyện; Vườn quốc gia Pù Mát",
        "8. Các phòng nghiệp vụ gửi báo cáo < Các phòng nghiệp vụ",
        "9. Thường trực 24/24 giờ trong mùa khô",
        "10. Cục Y tế dự phòng là đầu mối triển khai < Cục Y tế dự phòng"}},
  });
}

TEST(Tasks, LabelsSayWhoWithWhomAndWhen) {
  check({
      {"II. NHIỆM VỤ\n1. Khơi thông cống rãnh nội ô trước mùa mưa\n"
       "- Cơ quan chủ trì: Phòng Quản lý đô thị.\n"
       "- Cơ quan phối hợp: Công an huyện; UBND các xã, thị trấn.\n"
       "- Thời gian hoàn thành: Tháng 5/2024.\n- Sản phẩm: Báo cáo kết quả khơi thông.\n",
       {"1. Khơi thông cống rãnh nội ô trước mùa mưa < Phòng Quản lý đô thị + Công an huyện; UBND "
        "các xã, thị trấn @ Tháng 5/2024 = Báo cáo kết quả khơi thông"}},
      {"II. NHIỆM VỤ\n1. Nạo vét lòng hồ (Chi cục Thủy lợi chủ trì, phối hợp với Sở Xây dựng và "
       "các "
       "đơn vị có liên quan). Thời gian hoàn thành: Quý III/2024.\n"
       "2. Gia cố kè phía đông (Sở Tài chính; trước ngày 30/9/2024).\n",
       {"1. Nạo vét lòng hồ < Chi cục Thủy lợi + Sở Xây dựng; các đơn vị có liên quan @ Quý "
        "III/2024",
        "2. Gia cố kè phía đông < Sở Tài chính @ trước ngày 30/9/2024"}},
      {"II. NỘI DUNG THỰC HIỆN\n1. Kiểm tra đột xuất các lò mổ: Thường xuyên.\n",
       {"1. Kiểm tra đột xuất các lò mổ @ Thường xuyên"}},
  });
}

TEST(Tasks, LabelsBelongToTheParagraphBelowAHeading) {
  check(
      {{"II. NHIỆM VỤ\n1. Cải cách thể chế\nRà soát văn bản của xã.\n"
        "Đơn vị chủ trì: Văn phòng HĐND và UBND xã.\nThời gian: Thường xuyên.\n",
        {"Rà soát văn bản của xã < Văn phòng HĐND và UBND xã @ Thường xuyên"}}});
}

TEST(Tasks, WhatABodyDidIsNone) {
  check({{"I. CHỈ ĐẠO, ĐIỀU HÀNH\nSở Tư pháp đã ban hành 14 văn bản, hoàn thành trước 15/9/2024.\n",
          {}}});
}

TEST(Tasks, AgencyHeadingsGiveTheirItemsTheLead) {
  check({
      {"III. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế\n"
       "- Chủ trì, phối hợp với Sở Nội vụ rà soát vị trí việc làm tại các trạm y tế.\n"
       "- Báo cáo kết quả trước ngày 05/12/2024.\n2. Giao Công an tỉnh:\n"
       "- Bảo vệ an ninh tại các điểm tiêm.\n",
       {"Chủ trì, phối hợp với Sở Nội vụ rà soát vị trí việc làm tại các trạm y tế < Sở Y tế + Sở "
        "Nội vụ",
        "Báo cáo kết quả trước ngày 05/12/2024 < Sở Y tế @ trước ngày 05/12/2024",
        "Bảo vệ an ninh tại các điểm tiêm < Công an tỉnh"}},
      {"III. TỔ CHỨC THỰC HIỆN\n1. Phòng Kinh tế: Cân đối nguồn giống cho vụ đông.\n"
       "2. Ban An toàn giao thông huyện làm đầu mối theo dõi, tổng hợp số liệu.\n",
       {"1. Cân đối nguồn giống cho vụ đông < Phòng Kinh tế",
        "2. Ban An toàn giao thông huyện làm đầu mối theo dõi, tổng hợp số liệu < Ban An toàn giao "
        "thông huyện"}},
      {"IV. PHÂN CÔNG\n1. Các phòng, ban huyện; UBND các xã\nLập kế hoạch riêng.\n"
       "Hằng tháng nộp ảnh chụp hiện trường.\n",
       {"Lập kế hoạch riêng < Các phòng, ban huyện; UBND các xã",
        "Hằng tháng nộp ảnh chụp hiện trường < Các phòng, ban huyện; UBND các xã @ Hằng tháng"}},
      {"IV. PHÂN CÔNG\n1. Sở Công Thương\nVận động các siêu thị dùng túi phân hủy sinh học.\n",
       {"Vận động các siêu thị dùng túi phân hủy sinh học < Sở Công Thương"}},
  });
}

TEST(Tasks, NewsListsTasksInRunningText) {
  check(
      {
          {"Kế hoạch gồm các nhiệm vụ: Mở lớp xóa mù chữ cho phụ nữ. Tặng sách cho trường vùng "
           "cao.",
           {"Mở lớp xóa mù chữ cho phụ nữ", "Tặng sách cho trường vùng cao"}},
          {"Huyện tập trung vào các giải pháp trọng tâm như: trồng lại rừng đầu nguồn; cấm chăn "
           "thả "
           "gia súc; lập tổ tuần tra.",
           {"trồng lại rừng đầu nguồn", "cấm chăn thả gia súc", "lập tổ tuần tra"}},
          {"Với 2 nội dung tập trung vào: “Số hóa hồ sơ địa chính” ; “Đo đạc lại đất bãi bồi” .",
           {"Số hóa hồ sơ địa chính", "Đo đạc lại đất bãi bồi"}},
          {"Tỉnh công bố kết quả thực hiện các nhiệm vụ năm qua: thu ngân sách tăng; xuất khẩu "
           "giảm.",
           {}},
      },
      "");
}

TEST(Tasks, SentencesOrderBodies) {
  check({
      {"III. TỔ CHỨC THỰC HIỆN\nGiao Sở Tư pháp làm đầu mối, tổng hợp kiến nghị của các huyện./.",
       {"Giao Sở Tư pháp làm đầu mối, tổng hợp kiến nghị của các huyện < Sở Tư pháp"}},
      {"III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ theo dõi việc thực hiện.\nTrong quá trình thực hiện, "
       "nếu có vướng mắc, các đơn vị phản ánh về Sở Nội vụ để tổng hợp./.",
       {"1. Sở Nội vụ theo dõi việc thực hiện < Sở Nội vụ"}},
      {"Điều 3. Chánh Văn phòng và Giám đốc các sở chịu trách nhiệm thi hành Quyết định này.", {}},
  });
}

TEST(Tasks, BracketsTimesAndTitles) {
  check({
      {"II. NHIỆM VỤ\n1. Sơ kết phong trào (Phòng Nội vụ - tháng 7/2024).\n"
       "2. Vớt rác lòng kênh (thực hiện thường xuyên).\n"
       "3. Trồng cây dọc đê (Cơ quan chủ trì: Huyện đoàn; thời gian: Quý I/2025).\n",
       {"1. Sơ kết phong trào < Phòng Nội vụ @ tháng 7/2024", "2. Vớt rác lòng kênh @ thường xuyên",
        "3. Trồng cây dọc đê < Huyện đoàn @ Quý I/2025"}},
      // On a line of its own below the item.
      {"II. NHIỆM VỤ\n1. Sửa chữa cống tưới đầu kênh.\n"
       "(Phòng Kinh tế chủ trì; hoàn thành trước ngày 30/4/2024).\n"
       "2. Tuyên truyền các luật mới có hiệu lực đến từng thôn.\n",
       {"1. Sửa chữa cống tưới đầu kênh < Phòng Kinh tế @ trước ngày 30/4/2024",
        "2. Tuyên truyền các luật mới có hiệu lực đến từng thôn"}},
      {"III. TIẾN ĐỘ THỰC HIỆN\n- Tháng 6/2024: Chấm điểm các thôn.\n"
       "- Trước ngày 30/4/2024: UBND các xã gửi danh sách về Phòng Nội vụ.\n",
       {"Tháng 6/2024: Chấm điểm các thôn @ Tháng 6/2024",
        "Trước ngày 30/4/2024: UBND các xã gửi danh sách về Phòng Nội vụ < UBND các xã @ Trước "
        "ngày 30/4/2024"}},
      {"II. NHIỆM VỤ\n1. Cấp phát thuốc cho trạm (Sở Y tế chủ trì; Phòng Y tế phối hợp).\n"
       "2. Theo dõi, báo cáo Sở định kỳ 6 tháng.\n"
       "3. Giao chỉ tiêu kế hoạch hằng năm.\n"
       "4. Trực bảo đảm điện từ ngày 15/01/2025 đến ngày 05/02/2025.\n",
       {"1. Cấp phát thuốc cho trạm < Sở Y tế + Phòng Y tế",
        "2. Theo dõi, báo cáo Sở định kỳ 6 tháng @ định kỳ 6 tháng",
        "3. Giao chỉ tiêu kế hoạch hằng năm",
        "4. Trực bảo đảm điện từ ngày 15/01/2025 đến ngày 05/02/2025 @ từ ngày 15/01/2025 đến ngày "
        "05/02/2025"}},
  });
  check({{"Kế hoạch giao nhiệm vụ cho các đơn vị: Sở Tài chính bố trí kinh phí; UBND các huyện chỉ "
          "đạo ký cam kết.",
          {"Sở Tài chính bố trí kinh phí < Sở Tài chính",
           "UBND các huyện chỉ đạo ký cam kết < UBND các huyện"}},
         {"UBND tỉnh yêu cầu UBND các huyện, thành phố giao chỉ tiêu trước ngày 30/4/2024.",
          {"UBND tỉnh yêu cầu UBND các huyện, thành phố giao chỉ tiêu trước ngày 30/4/2024 < UBND "
           "các "
           "huyện, thành phố @ trước ngày 30/4/2024"}},
         {"Sở Y tế được giao chủ trì, phối hợp với Công an tỉnh kiểm tra.",
          {"Sở Y tế được giao chủ trì, phối hợp với Công an tỉnh kiểm tra < Sở Y tế + Công an "
           "tỉnh"}}},
        "");
}

TEST(Tasks, TableRowsAreTasks) {
  check({
      {"II. DANH MỤC NHIỆM VỤ\nTT\tNhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n"
       "1\tLát lại vỉa hè phố Chài\tPhòng Quản lý đô thị\tUBND phường 2; Công an phường 2\tQuý "
       "II/2025\n",
       {"1. Lát lại vỉa hè phố Chài < Phòng Quản lý đô thị + UBND phường 2; Công an phường 2 @ Quý "
        "II/2025"}},
      {"II. DANH MỤC NHIỆM VỤ\nTT\tNội dung công việc\tĐơn vị thực hiện\tThời gian\n"
       "I\tHạ tầng\t\t\n1\tSơn vạch chợ Gòn\tChủ trì: Phòng Kinh tế. Phối hợp: Công an xã\tTháng "
       "9/2024\n",
       {"1. Sơn vạch chợ Gòn < Phòng Kinh tế + Công an xã @ Tháng 9/2024"}},
  });
}

}  // namespace
}  // namespace kehoach::plan
