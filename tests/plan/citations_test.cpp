// Citations: number, type, date, issuer, relation; each document once.

#include <gtest/gtest.h>

#include "read_text_record.h"

namespace kehoach::tests {
namespace {

std::string dump(const std::vector<plan::Citation>& citations) {
  std::string out;
  for (const auto& c : citations) {
    out += c.number.value_or(c.title.value_or("-")) + " | " + c.type.value_or("-") + " | " +
           c.date.value_or("-") + " | " + c.issuer.value_or("-") + " | " + c.relation + "\n";
  }
  return out;
}

const std::string kHeader =
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 77/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nLào Cai, ngày 04 tháng 3 năm 2024\nKẾ HOẠCH\n"
    "Phát triển thư viện công cộng năm 2024\n";

struct Case {
  const char* name;
  const char* body;
  const char* wanted;
};

class Citations : public testing::TestWithParam<Case> {};

TEST_P(Citations, AreRead) {
  EXPECT_EQ(dump(record_of(kHeader + GetParam().body).citations), GetParam().wanted);
}

const Case kCases[] = {
    {"LegalBasis",
     "Căn cứ Nghị định số 93/2020/NĐ-CP ngày 18/8/2020 của Chính phủ quy định về thư viện;\n",
     "93/2020/NĐ-CP | Nghị định | 2020-08-18 | Chính phủ | basis\n"},
    {"AYearWithADigitTooFew",
     "Thực hiện Chỉ thị số 31/CT-TTg ngày 07/11/205 của Thủ tướng Chính phủ.\n",
     "31/CT-TTg | Chỉ thị | - | Thủ tướng Chính phủ | implements\n"},
    {"LawByDateOnly", "Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;\n",
     "Luật Thư viện | Luật | 2019-11-21 | - | basis\n"},
    {"LawByTitleAndNumber", "Căn cứ Luật Thư viện số 46/2019/QH14 ngày 21/11/2019;\n",
     "46/2019/QH14 | Luật | 2019-11-21 | - | basis\n"},
    {"OnceAtItsFullestMention",
     "Thực hiện Chỉ thị số 31-CT/TU về văn hóa đọc.\nTriển khai Chỉ thị số 31-CT/TU ngày "
     "05/6/2023 của Tỉnh ủy.\n",
     "31-CT/TU | Chỉ thị | 2023-06-05 | Tỉnh ủy | implements\n"},
    {"SharedIssuer",
     "Thực hiện Chỉ thị số 11/CT-TTg ngày 19/4/2023 và Chỉ thị số 32/CT-TTg ngày 21/12/2023 của "
     "Thủ tướng Chính phủ.\n",
     "11/CT-TTg | Chỉ thị | 2023-04-19 | Thủ tướng Chính phủ | implements\n"
     "32/CT-TTg | Chỉ thị | 2023-12-21 | Thủ tướng Chính phủ | implements\n"},
    {"IssuedByOneBody",
     "UBND huyện đã ban hành Kế hoạch số 15/KH-UBND ngày 09/01/2023 về thư viện và Kế hoạch số "
     "52/KH-UBND ngày 03/3/2023 về văn hóa đọc; ban hành theo Kế hoạch số 60/KH-UBND.\n",
     "15/KH-UBND | Kế hoạch | 2023-01-09 | UBND huyện | mentions\n"
     "52/KH-UBND | Kế hoạch | 2023-03-03 | UBND huyện | mentions\n"
     "60/KH-UBND | Kế hoạch | - | - | mentions\n"},
    {"TypeAndIssuerBeforeAList",
     "Căn cứ các Quyết định của UBND tỉnh: số 12/2021/QĐ-UBND ngày 05/5/2021; số "
     "13/2022/QĐ-UBND ngày 06/5/2022;\n",
     "12/2021/QĐ-UBND | Quyết định | 2021-05-05 | UBND tỉnh | basis\n"
     "13/2022/QĐ-UBND | Quyết định | 2022-05-06 | UBND tỉnh | basis\n"},
    {"IssuerBefore",
     "Theo đề nghị của Giám đốc Sở Văn hóa và Thể thao tại Tờ trình số 88/TTr-SVHTT ngày "
     "02/3/2024.\n",
     "88/TTr-SVHTT | Tờ trình | 2024-03-02 | Giám đốc Sở Văn hóa và Thể thao | basis\n"},
    {"ImpossibleDateIsNull", "Theo Công văn số 512/UBND-VX ngày 31/02/2024 của UBND tỉnh.\n",
     "512/UBND-VX | Công văn | - | UBND tỉnh | mentions\n"},
    {"TheDocumentItselfIsNone", "Kế hoạch số 77/KH-UBND này có hiệu lực từ ngày ký.\n", ""},
    {"NoDocuments",
     "Giảm 17 vụ (45/39 vụ), xếp thứ 18/63; dịp lễ 30/4 - 01/5; Giấy phép số: 09/GP-TTĐT cấp ngày "
     "31/7/2017.\n",
     ""},
    {"AnotherTypeBetweenALawAndANumber",
     "Theo quy định của Luật Ngân sách nhà nước và Thông tư số 55/2023/TT-BTC ngày 15/8/2023.\n",
     "55/2023/TT-BTC | Thông tư | 2023-08-15 | - | mentions\n"},
    {"LawWithoutAName",
     "Tuyên truyền các luật mới có hiệu lực từ ngày 01 tháng 7 năm 2024; Luật sửa đổi, bổ sung "
     "một số điều của Luật Thư viện ngày 20/11/2023.\n",
     "Luật sửa đổi, bổ sung một số điều của Luật Thư viện | Luật | 2023-11-20 | - | mentions\n"},
    {"SeparatorTellsTwoApart",
     "Thực hiện Chỉ thị số 23-CT/TW ngày 25/5/2023 của Ban Bí thư; Chỉ thị số 23/CT-TTg ngày "
     "10/9/2024 của Thủ tướng Chính phủ.\n",
     "23-CT/TW | Chỉ thị | 2023-05-25 | Ban Bí thư | implements\n"
     "23/CT-TTg | Chỉ thị | 2024-09-10 | Thủ tướng Chính phủ | implements\n"},
};

INSTANTIATE_TEST_SUITE_P(Texts, Citations, testing::ValuesIn(kCases),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace kehoach::tests
