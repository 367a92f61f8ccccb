// The document's own fields: from header boxes, and from a page's report.

#include <gtest/gtest.h>

#include "read_text_record.h"

namespace kehoach::tests {
namespace {

template <class T>
std::string shown(const std::optional<plan::Field<T>>& field) {
  if (!field) return "-";
  if constexpr (std::is_same_v<T, std::string>) return field->value;
  if constexpr (std::is_same_v<T, bool>) return field->value ? "true" : "false";
  if constexpr (std::is_same_v<T, plan::Number>) {
    return field->value.printed + (field->value.complete ? "" : " incomplete");
  }
  if constexpr (std::is_same_v<T, plan::DocumentType>) return field->value.name;
  if constexpr (std::is_same_v<T, plan::Issuer>) {
    return field->value.name + " (" + field->value.level + " " + field->value.unit_code + ")";
  }
  if constexpr (std::is_same_v<T, plan::Period>) {
    const auto year = [](std::optional<int> y) { return y ? std::to_string(*y) : "?"; };
    return year(field->value.from) + "-" + year(field->value.to);
  }
}

std::string dump(const plan::Record& record) {
  const auto& d = record.document;
  std::string date = shown(d.issue_date);
  if (d.issue_date_partial) date += " partial " + d.issue_date_partial->value;
  if (d.issue_date && !d.issue_date->inferred.empty()) {
    date += " inferred " + d.issue_date->inferred.begin()->first;
  }
  return record.role + "\nnumber " + shown(d.number) + "\ntype " + shown(d.type) + "\ndate " +
         date + "\nissuer " + shown(d.issuer) + "\nplace " + shown(d.place) + "\ntitle " +
         shown(d.title) + "\nperiod " + shown(d.period) + "\nplan " + shown(d.plan);
}

struct Case {
  const char* name;
  const char* text;
  const char* wanted;
};

class DocumentFields : public testing::TestWithParam<Case> {};

TEST_P(DocumentFields, AreRead) { EXPECT_EQ(dump(record_of(GetParam().text)), GetParam().wanted); }

const Case kCases[] = {
    {"ProvincePlan",
     "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 77/KH-UBND\n"
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
     "Lào Cai, ngày 04 tháng 3 năm 2024\nKẾ HOẠCH\nPhát triển thư viện công cộng năm 2024\n"
     "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;\nI. MỤC ĐÍCH\n1. Nâng cao văn hóa đọc.\n",
     "document\nnumber 77/KH-UBND\ntype Kế hoạch\ndate 2024-03-04\n"
     "issuer UBND tỉnh Lào Cai (province 10)\nplace Lào Cai\n"
     "title Phát triển thư viện công cộng năm 2024\nperiod 2024-2024\nplan true"},
    {"DepartmentTakesProvinceOfParentAndBlankNumberStaysBlank",
     "UBND TỈNH LÂM ĐỒNG\nSỞ NỘI VỤ\nSố:        /KH-SNV\n"
     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
     "Lâm Đồng, ngày     tháng 02 năm 2025\nKẾ HOẠCH\n"
     "Thực hiện Quyết định số 15/QĐ-UBND về công tác văn thư giai đoạn 2025-2027\n"
     "I. MỤC ĐÍCH\n1. Nâng cao chất lượng lưu trữ.\n",
     "document\nnumber -\ntype Kế hoạch\ndate - partial 2025-02\n"
     "issuer Sở Nội vụ tỉnh Lâm Đồng (province 68)\nplace Lâm Đồng\n"
     "title Thực hiện Quyết định số 15/QĐ-UBND về công tác văn thư giai đoạn 2025-2027\n"
     "period 2025-2027\nplan true"},
    {"DepartmentThatNamesItsProvinceBare",
     "SỞ Y TẾ ĐỒNG NAI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
     "Số: 31/SYT-NV\nĐồng Nai, ngày 14 tháng 5 năm 2024\nV/v phòng bệnh sởi\n"
     "Kính gửi: Các bệnh viện.\nSở Y tế đề nghị:\n1. Các bệnh viện rà soát hồ sơ.\n",
     "document\nnumber 31/SYT-NV\ntype Công văn\ndate 2024-05-14\n"
     "issuer Sở Y tế tỉnh Đồng Nai (province 75)\nplace Đồng Nai\n"
     "title phòng bệnh sởi\nperiod -\nplan false"},
    {"DistrictPartyCommitteeAboveAStarAndATitleInLowerCase",
     "HUYỆN ỦY ĐÔNG ANH * Số: 31-KH/HU ĐẢNG CỘNG SẢN VIỆT NAM Đông Anh, ngày 14 tháng\n5 năm "
     "2024 KẾ HOẠCH thực hiện Nghị quyết số 22-NQ/TU về cây dược liệu Thực hiện Nghị quyết số "
     "22-NQ/TU của Ban Thường vụ Thành ủy, Huyện ủy xây\ndựng kế hoạch như sau: I. MỤC ĐÍCH 1. "
     "Nâng cao nhận thức.\n",
     "document\nnumber 31-KH/HU\ntype Kế hoạch\ndate 2024-05-14\n"
     "issuer Huyện ủy Đông Anh (district )\nplace Đông Anh\n"
     "title thực hiện Nghị quyết số 22-NQ/TU về cây dược liệu\nperiod -\nplan true"},
    {"OfficeIsThatOfTheBodyAboveIt",
     "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nVĂN PHÒNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
     "Độc lập - Tự do - Hạnh phúc\nSố: 31/TB-VP\nLào Cai, ngày 14 tháng 5 năm 2024\n"
     "THÔNG BÁO\nKết luận cuộc họp về hồ chứa nước\n1. Sở Y tế rà soát hồ sơ.\n",
     "document\nnumber 31/TB-VP\ntype Thông báo\ndate 2024-05-14\n"
     "issuer Văn phòng UBND tỉnh Lào Cai (province 10)\nplace Lào Cai\n"
     "title Kết luận cuộc họp về hồ chứa nước\nperiod -\nplan false"},
    {"YouthUnionOfAProvince",
     "BCH TỈNH LÀO CAI\n***\nSố: 31-KH/TĐTN\nĐOÀN TNCS HỒ CHÍ MINH\nLào Cai, ngày 14 tháng 5 năm "
     "2024\nKẾ HOẠCH\nTrồng cây năm 2024\nI. MỤC ĐÍCH\n1. Nâng cao ý thức của thanh niên.\n",
     "document\nnumber 31-KH/TĐTN\ntype Kế hoạch\ndate 2024-05-14\n"
     "issuer Tỉnh đoàn Lào Cai (province 10)\nplace Lào Cai\n"
     "title Trồng cây năm 2024\nperiod 2024-2024\nplan true"},
    {"YouthUnionInOneFlow",
     "BCH TỈNH ĐOÀN LÀO CAI *** Số: 31-KH/TĐTN-VP ĐOÀN TNCS HỒ CHÍ MINH Lào\nCai, ngày 14 tháng "
     "5 năm 2024 KẾ HOẠCH TRỒNG CÂY NĂM 2024 Ban Thường vụ Tỉnh\nđoàn xây dựng kế hoạch như sau: "
     "I. MỤC ĐÍCH 1. Nâng cao ý thức của thanh niên.\n",
     "document\nnumber 31-KH/TĐTN-VP\ntype Kế hoạch\ndate 2024-05-14\n"
     "issuer BCH tỉnh đoàn Lào Cai (province 10)\nplace Lào Cai\n"
     "title TRỒNG CÂY NĂM 2024\nperiod 2024-2024\nplan true"},
    {"UnionNumberWithADashAndANameOverThreeLines",
     "ỦY BAN MTTQ VIỆT NAM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LÀO CAI\n"
     "Độc lập - Tự do - Hạnh phúc\nBAN THƯỜNG TRỰC\n* Lào Cai, ngày 14 tháng 11 năm 2025\n"
     "Số: 88-KH/MTTQ\nKẾ HOẠCH\nChăm lo Tết cho hộ nghèo năm 2026\nI. MỤC ĐÍCH\n"
     "1. Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh chăm lo chu đáo.\n",
     "document\nnumber 88-KH/MTTQ\ntype Kế hoạch\ndate 2025-11-14\n"
     "issuer Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Lào Cai ( )\nplace Lào Cai\n"
     "title Chăm lo Tết cho hộ nghèo năm 2026\nperiod 2026-2026\nplan true"},
    {"OneFlowDecisionThatIssuesAPlan",
     "BỘ NỘI VỤ ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
     "--------------- Số: 815/QĐ-BNV Hà Nội, ngày 20 tháng 11 năm 2023 QUYẾT ĐỊNH BAN HÀNH KẾ "
     "HOẠCH CÔNG TÁC VĂN THƯ NĂM 2024 BỘ TRƯỞNG BỘ NỘI VỤ Căn cứ Luật Lưu trữ ngày 11 tháng 11 "
     "năm 2011; Theo đề nghị của Chánh Văn phòng Bộ. QUYẾT ĐỊNH: Điều 1. Ban hành kèm theo Quyết "
     "định này Kế hoạch công tác văn thư năm 2024.",
     "document\nnumber 815/QĐ-BNV\ntype Quyết định\ndate 2023-11-20\n"
     "issuer Bộ Nội vụ (central )\nplace Hà Nội\n"
     "title BAN HÀNH KẾ HOẠCH CÔNG TÁC VĂN THƯ NĂM 2024\nperiod 2024-2024\nplan true"},
    {"NewsTakesYearFromPosting",
     "Tin trong tỉnh\n21/9/2022 10:00\n"
     "Ngày 19/9, UBND tỉnh Kon Tum ban hành Kế hoạch số 2041/KH-UBND về việc nâng cao chất lượng "
     "dịch vụ công năm 2022.\nKế hoạch yêu cầu các sở, ngành chủ động thực hiện.\n",
     "about\nnumber 2041/KH-UBND\ntype Kế hoạch\ndate 2022-09-19 inferred year\n"
     "issuer UBND tỉnh Kon Tum (province 62)\nplace -\n"
     "title nâng cao chất lượng dịch vụ công năm 2022\nperiod 2022-2022\nplan true"},
    {"NewsWithoutDateTakesNoPostedDate",
     "UBND huyện Đắk Hà vừa ban hành kế hoạch số 85 về việc tổ chức hội thi năm 2023.\n"
     "Hội thi diễn ra trong 02 ngày.\n",
     "about\nnumber 85 incomplete\ntype Kế hoạch\ndate -\n"
     "issuer UBND huyện Đắk Hà (district )\nplace -\n"
     "title tổ chức hội thi năm 2023\nperiod 2023-2023\nplan true"},
    {"HeadlineReportsThePlanTheLeadItsNumber",
     "Ban Thường vụ Tỉnh ủy Lào Cai ban hành kế hoạch về công tác thư viện\n"
     "10:20, 05/6/2024\n"
     "Vừa qua, Ban Thường vụ Tỉnh ủy Lào Cai đã ban hành Kế hoạch số 88-KH/TU, ngày 31/5/2024 "
     "thực hiện Chỉ thị số 30-CT/TW về công tác thư viện.\n",
     "about\nnumber 88-KH/TU\ntype Kế hoạch\ndate 2024-05-31\n"
     "issuer Ban Thường vụ Tỉnh ủy Lào Cai (province 10)\nplace -\n"
     "title thực hiện Chỉ thị số 30-CT/TW về công tác thư viện\nperiod -\nplan true"},
    {"SignedForAnother",
     "Phó Thủ tướng Chính phủ đã ký Quyết định số 77/QĐ-TTg ngày 03/2/2024 của Thủ tướng Chính phủ "
     "phê duyệt Kế hoạch phát triển thư viện năm 2024.\n"
     "Các thư viện được hỗ trợ thiết bị.\n",
     "about\nnumber 77/QĐ-TTg\ntype Quyết định\ndate 2024-02-03\n"
     "issuer Thủ tướng Chính phủ (central )\nplace -\n"
     "title phê duyệt Kế hoạch phát triển thư viện năm 2024\nperiod 2024-2024\nplan true"},
    {"ADeputySignsBetweenDayAndNumber",
     "Ngày 10/5/2024, đồng chí Lê Minh Tú, Phó Chủ tịch UBND tỉnh Phú Yên đã ký Quyết định số "
     "640/QĐ-UBND ban hành Kế hoạch phát triển thư viện năm 2024.\nCác thư viện được hỗ trợ.\n",
     "about\nnumber 640/QĐ-UBND\ntype Quyết định\ndate 2024-05-10\n"
     "issuer UBND tỉnh Phú Yên (province 54)\nplace -\n"
     "title ban hành Kế hoạch phát triển thư viện năm 2024\nperiod 2024-2024\nplan true"},
    {"OrdersInALetterNamedBehindThem",
     "UBND tỉnh Vĩnh Phúc yêu cầu các sở rà soát thư viện (tại Công văn số 310/UBND-VX ngày "
     "09/02/2024).\nTrước đó, Bộ Nội vụ đã có Công văn số 55/BNV-VP ngày 02/02/2024.\n",
     "about\nnumber 310/UBND-VX\ntype Công văn\ndate 2024-02-09\n"
     "issuer UBND tỉnh Vĩnh Phúc (province 26)\nplace -\ntitle -\nperiod -\nplan false"},
    {"SignedOnBehalfOfACommittee",
     "Ngày 28/8/2024, thay mặt Ban Thường vụ Thành ủy Đà Nẵng, Phó Bí thư Thường trực Thành ủy ký "
     "ban hành Kết luận số 741-KL/TU về thư viện.\nCác thư viện được hỗ trợ.\n",
     "about\nnumber 741-KL/TU\ntype Kết luận\ndate 2024-08-28\n"
     "issuer Ban Thường vụ Thành ủy Đà Nẵng (province 48)\nplace -\n"
     "title thư viện\nperiod -\nplan false"},
    {"TheDistrictStandsInTheBanner",
     "Trang thông tin điện tử huyện Ba Chẽ\n"
     "UBND huyện vừa có Kế hoạch 34/KH-UBND (ngày 09/5/2024) về việc trồng rừng năm 2024, huyện "
     "phấn đấu trồng 900 ha.\nCác xã đăng ký cây giống.\n",
     "about\nnumber 34/KH-UBND\ntype Kế hoạch\ndate 2024-05-09\n"
     "issuer UBND huyện Ba Chẽ (district 202)\nplace -\n"
     "title trồng rừng năm 2024\nperiod 2024-2024\nplan true"},
    {"DraftInTheHeadline",
     "Góp ý dự thảo Kế hoạch phát triển thư viện giai đoạn 2024-2026\n"
     "8:15, 05/6/2024\n"
     "Sáng nay, các đại biểu góp ý về nguồn vốn và nhân lực.\n",
     "about\nnumber -\ntype Kế hoạch\ndate -\nissuer -\nplace -\n"
     "title phát triển thư viện giai đoạn 2024-2026\nperiod 2024-2026\nplan true"},
    {"DraftInPassing",
     "Huyện họp giao ban tháng 6\n8:15, 05/6/2024\n"
     "Các phòng báo cáo công việc và góp ý dự thảo Kế hoạch phát triển thư viện.\n",
     "none\nnumber -\ntype -\ndate -\nissuer -\nplace -\ntitle -\nperiod -\nplan false"},
    {"NoDocument",
     "Chiều 22/4, lãnh đạo huyện thăm các mô hình sản xuất.\n"
     "Đến nay huyện đạt 16% kế hoạch năm 2025.\n",
     "none\nnumber -\ntype -\ndate -\nissuer -\nplace -\ntitle -\nperiod -\nplan false"},
};

INSTANTIATE_TEST_SUITE_P(Texts, DocumentFields, testing::ValuesIn(kCases),
                         [](const auto& tested) { return tested.param.name; });

struct Header {
  const char* lines;
  const char* place;
  const char* wanted;
};

TEST(IssuerNames, AreNominal) {
  const Header headers[] = {
      {"TỈNH ỦY LÂM ĐỒNG", "Lâm Đồng", "Tỉnh ủy Lâm Đồng (province 68)"},
      {"ĐẢNG BỘ TỈNH LÂM ĐỒNG\nBAN THƯỜNG VỤ", "Lâm Đồng",
       "Ban thường vụ Đảng bộ tỉnh Lâm Đồng ( )"},
      {"BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI TỈNH HÀ GIANG", "Hà Giang",
       "Bảo hiểm xã hội tỉnh Hà Giang (province 02)"},
      {"UBND HUYỆN CƯ KUIN\nPHÒNG NỘI VỤ", "Cư Kuin", "Phòng Nội vụ huyện Cư Kuin (district 657)"},
      {"UBND TỈNH LẠNG SƠN\nBAN QUẢN LÝ KHU KINH TẾ CỬA KHẨU LẠNG SƠN", "Lạng Sơn",
       "Ban quản lý Khu kinh tế cửa khẩu Lạng Sơn (province 20)"},
      {"MẶT TRẬN TỔ QUỐC VIỆT NAM\nỦY BAN MTTQ TỈNH GIA LAI", "Gia Lai",
       "Ủy ban MTTQ tỉnh Gia Lai (province 64)"},
      {"UBND TỈNH BÀ RỊA-VŨNG TÀU", "Bà Rịa", "UBND tỉnh Bà Rịa - Vũng Tàu (province 77)"},
      {"UBND TỈNH BÀ RỊA – VŨNG TÀU\nSỞ Y TẾ", "Bà Rịa",
       "Sở Y tế tỉnh Bà Rịa - Vũng Tàu (province 77)"},
      {"UBND TỈNH ĐẮC LẮC", "Đắc Lắc", "UBND tỉnh Đắk Lắk (province 66)"},
      {"UBND TỈNH THỪA THIÊN HUẾ\nSỞ Y TẾ", "Thừa Thiên Huế",
       "Sở Y tế tỉnh Thừa Thiên Huế (province 46)"},
      {"UBND TỈNH THỪA THIÊN – HUẾ", "Huế", "UBND tỉnh Thừa Thiên Huế (province 46)"},
      {"UBND THÀNH PHỐ HUẾ", "Huế", "UBND thành phố Huế (province 46)"},
      // A city whose province bears its name is not the province.
      {"UBND THÀNH PHỐ CÀ MAU", "Cà Mau", "UBND thành phố Cà Mau (district 964)"},
      {"UBND THÀNH PHỐ", "Cà Mau", "UBND thành phố ( )"},
      {"UBND THÀNH PHỐ", "Cần Thơ", "UBND thành phố Cần Thơ (province 92)"},
      {"THỦ TƯỚNG CHÍNH PHỦ", "Hà Nội", "Thủ tướng Chính phủ (central )"},
  };
  for (const Header& header : headers) {
    const std::string text = std::string(header.lines) +
                             "\nSố: 12/KH-ABC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                             "Độc lập - Tự do - Hạnh phúc\n" +
                             header.place +
                             ", ngày 04 tháng 3 năm 2024\nKẾ HOẠCH\nCông tác lưu trữ năm 2024\n"
                             "I. MỤC ĐÍCH\n1. Nâng cao chất lượng công tác lưu trữ.\n";
    EXPECT_EQ(shown(record_of(text).document.issuer), header.wanted) << header.lines;
  }
}

// Where the letterhead or the title says it; districts of one name are told apart by it.
TEST(IssuerNames, DistrictsLieInTheProvinceThatIsNamed) {
  const struct {
    const char *lines, *title, *wanted;
  } headers[] = {
      {"UBND TỈNH HÒA BÌNH\nUBND HUYỆN TÂN LẠC", "Trồng mía", "UBND huyện Tân Lạc, 155, Hòa Bình"},
      {"UBND TỈNH TRÀ VINH\nUBND HUYỆN CHÂU THÀNH", "Trồng mía",
       "UBND huyện Châu Thành, 847, Trà Vinh"},
      {"UBND HUYỆN TÂN LẠC, TỈNH HÒA BÌNH", "Trồng mía", "UBND huyện Tân Lạc, 155, Hòa Bình"},
      {"UBND HUYỆN CHÂU THÀNH", "Trồng mía ở huyện Châu Thành, tỉnh Trà Vinh",
       "UBND huyện Châu Thành, 847, Trà Vinh"},
      {"UBND HUYỆN CHÂU THÀNH\nPHÒNG NỘI VỤ", "Lưu trữ huyện Châu Thành tỉnh Trà Vinh",
       "Phòng Nội vụ huyện Châu Thành, 847, Trà Vinh"},
      {"UBND THÀNH PHỐ CÀ MAU", "Trồng mía", "UBND thành phố Cà Mau, 964, "},
      {"UBND TỈNH CÀ MAU\nUBND THÀNH PHỐ CÀ MAU", "Trồng mía",
       "UBND thành phố Cà Mau, 964, Cà Mau"},
      {"UBND THÀNH PHỐ CẦN THƠ", "Trồng mía", "UBND thành phố Cần Thơ, 92, Cần Thơ"},
      {"UBND HUYỆN CHÂU THÀNH", "Học tập huyện Tân Lạc, tỉnh Hòa Bình",
       "UBND huyện Châu Thành, , "},
      {"HUYỆN ỦY TÂN LẠC\nBAN TUYÊN GIÁO", "Trồng mía", "Ban Tuyên giáo Huyện ủy Tân Lạc, , "},
      {"TỈNH ỦY HÒA BÌNH\nBAN TỔ CHỨC", "Trồng mía", "Ban Tổ chức Tỉnh ủy Hòa Bình, 17, Hòa Bình"},
  };
  for (const auto& header : headers) {
    const auto issuer =
        record_of(std::string(header.lines) +
                  "\nSố: 12/KH-ABC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                  "Độc lập - Tự do - Hạnh phúc\nNgày 04 tháng 3 năm 2024\nKẾ HOẠCH\n" +
                  header.title + "\nI. MỤC ĐÍCH\n1. Nâng cao chất lượng.\n")
            .document.issuer;
    ASSERT_TRUE(issuer) << header.lines;
    EXPECT_EQ(issuer->value.name + ", " + issuer->value.unit_code + ", " + issuer->value.province,
              header.wanted);
  }
}

TEST(DocumentFieldsDiagnostics, BlankNumberIsSaid) {
  const auto record = record_of(kCases[1].text);
  ASSERT_FALSE(record.diagnostics.empty());
  EXPECT_EQ(record.diagnostics.front().code, "number-blank");
}

TEST(DocumentFieldsEvidence, IsASliceOfTheNormalizedText) {
  const auto record = record_of(kCases[0].text);
  ASSERT_TRUE(record.document.number);
  EXPECT_EQ(record.document.number->evidence.front().text, "Số: 77/KH-UBND");
}

}  // namespace
}  // namespace kehoach::tests
