#include "layout/text/text_layout.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "layout/dump.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const match::Matcher& matcher() {
  static const match::Matcher made{rules::load()};
  return made;
}

Document layout_of(const std::string& text, const base::Budget& budget = {}) {
  return layout_text(read::Text{text, "UTF-8", {}}, matcher(), budget);
}

// The header boxes in one flow, as law portals print them.
const std::string kFlowHeader =
    "ỦY BAN NHÂN DÂN TỈNH YÊN BÁI ------- CỘNG HÒA XÃ HỘI\r\n  CHỦ NGHĨA VIỆT NAM Độc lập - Tự do "
    "- Hạnh phúc --------------- Số:\r\n  07/KH-UBND Yên Bái , ngày 03\r\n  tháng 02 năm 2021 KẾ "
    "HOẠCH ";
const std::string kFlowHeaderDump =
    "issuer: ỦY BAN NHÂN DÂN TỈNH YÊN BÁI\n"
    "noise (rule): -------\n"
    "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "motto: Độc lập - Tự do - Hạnh phúc\n"
    "noise (rule): ---------------\n"
    "number: Số: 07/KH-UBND\n"
    "place-date: Yên Bái , ngày 03 tháng 02 năm 2021\n"
    "type: KẾ HOẠCH\n";

struct Case_ {
  const char* name;
  std::string text, dump;
};

void PrintTo(const Case_& c, std::ostream* out) { *out << c.name; }

class TextLayout : public testing::TestWithParam<Case_> {};

TEST_P(TextLayout, Blocks) { EXPECT_EQ(dump(layout_of(GetParam().text)), GetParam().dump); }

// What converters make of a page: boxes broken by blank lines or side by side, page ends anywhere.
INSTANTIATE_TEST_SUITE_P(
    Converted, TextLayout,
    testing::Values(
        Case_{"blank number and day end lines, the symbol stands below another box",
              "UBND TỈNH HÀ NAM\nSỞ Y TẾ\n\nSố:\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
              "/KH-SYT\n\nĐộc lập - Tự do - Hạnh phúc\n\nHà Nam, ngày\n\ntháng\n\nnăm 2024\n\n"
              "KẾ HOẠCH\nTiêm phòng cúm cho\nngười già năm 2024\nCăn cứ Luật Dược;\n",
              "issuer: UBND TỈNH HÀ NAM\nissuer: SỞ Y TẾ\nnumber: Số: /KH-SYT\n"
              "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
              "motto: Độc lập - Tự do - Hạnh phúc\n"
              "place-date: Hà Nam, ngày tháng năm 2024\ntype: KẾ HOẠCH\n"
              "abstract: Tiêm phòng cúm cho người già năm 2024\n"
              "paragraph: Căn cứ Luật Dược;\n"},
        Case_{
            "a year that stands on a line of its own",
            "UBND TỈNH HÀ NAM\nSố: 3/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "Hà Nam, ngày 2 tháng 3 năm 2024\nKẾ HOẠCH\n"
            "Tổ chức các hoạt động trồng cây, chăm sóc rừng phòng hộ ven sông năm\n2024\n"
            "Căn cứ Luật Lâm nghiệp;\n",
            "issuer: UBND TỈNH HÀ NAM\nnumber: Số: 3/KH-UBND\n"
            "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "place-date: Hà Nam, ngày 2 tháng 3 năm 2024\ntype: KẾ HOẠCH\n"
            "abstract: Tổ chức các hoạt động trồng cây, chăm sóc rừng phòng hộ ven sông năm 2024\n"
            "paragraph: Căn cứ Luật Lâm nghiệp;\n"},
        Case_{"a page ends in mid-sentence",
              "UBND TỈNH HÀ NAM\nSố: 3/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
              "Hà Nam, ngày 2 tháng 3 năm 2024\nKẾ HOẠCH\nTrồng cây\n"
              "1. Các xã chọn đất và chuẩn bị\n\n\n\f2\n\ngiống cây trước mùa mưa.\n\n3\n\f"
              "2. Các trường trồng cây.\n4\n\f",
              "issuer: UBND TỈNH HÀ NAM\nnumber: Số: 3/KH-UBND\n"
              "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
              "place-date: Hà Nam, ngày 2 tháng 3 năm 2024\ntype: KẾ HOẠCH\n"
              "abstract: Trồng cây\n"
              "list-item [1] 1: 1. Các xã chọn đất và chuẩn bị giống cây trước mùa mưa.\n"
              "noise (page-number): 2\nnoise (page-number): 3\n"
              "list-item [2] 1: 2. Các trường trồng cây.\nnoise (page-number): 4\n"},
        Case_{"a number between dashes is a page's, without page ends too",
              "UBND TỈNH HÀ NAM\nSố: 3/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
              "Hà Nam, ngày 2 tháng 3 năm 2024\nKẾ HOẠCH\nTrồng cây năm 2024\n"
              "1. Trồng cây ven đường.\n- 2 -\n2. Chăm sóc cây.\n",
              "issuer: UBND TỈNH HÀ NAM\nnumber: Số: 3/KH-UBND\n"
              "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
              "place-date: Hà Nam, ngày 2 tháng 3 năm 2024\ntype: KẾ HOẠCH\n"
              "abstract: Trồng cây năm 2024\nlist-item [1] 1: 1. Trồng cây ven đường.\n"
              "noise (page-number): - 2 -\nlist-item [2] 1: 2. Chăm sóc cây.\n"},
        Case_{"the signature stands beside the recipients",
              "KẾ HOẠCH\nTrồng cây\n\nCác xã trồng cây./.\n\n"
              "Nơi nhận:                    KT. CHỦ TỊCH\n"
              "- Các xã;                  PHÓ CHỦ TỊCH\n- Các trường;\n\n"
              "- Báo Hà Nam;                 Lê Văn Mẫu\n- Lưu: VT.\n",
              "type: KẾ HOẠCH\nabstract: Trồng cây\nparagraph: Các xã trồng cây./.\n"
              "recipients: Nơi nhận:\nauthority: KT. CHỦ TỊCH\nrecipients [-]: - Các xã;\n"
              "position: PHÓ CHỦ TỊCH\nrecipients [-]: - Các trường;\n"
              "recipients [-]: - Báo Hà Nam;\nsigner: Lê Văn Mẫu\n"
              "recipients [-]: - Lưu: VT.\n"},
        Case_{"a dash inside a recipient, the drafter's file name",
              "KẾ HOẠCH\nTrồng cây\n\nCác xã trồng cây./.\n\nNơi nhận:\n- Ban Cây xanh - SXD;\n"
              "- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nabc_VX2.KH\n\nLê Văn Mẫu\n",
              "type: KẾ HOẠCH\nabstract: Trồng cây\nparagraph: Các xã trồng cây./.\n"
              "recipients: Nơi nhận:\nrecipients [-]: - Ban Cây xanh - SXD;\n"
              "recipients [-]: - Lưu: VT.\nauthority: KT. CHỦ TỊCH\nposition: PHÓ CHỦ TỊCH\n"
              "noise (drafter): abc_VX2.KH\nsigner: Lê Văn Mẫu\n"}));

INSTANTIATE_TEST_SUITE_P(
    Flow, TextLayout,
    testing::Values(
        Case_{"title ends where the case changes",
              kFlowHeader + "TRỒNG RỪNG NĂM 2021 Năm 2020, toàn tỉnh trồng được 500 ha.",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG NĂM 2021\n"
                                "paragraph: Năm 2020, toàn tỉnh trồng được 500 ha.\n"},
        Case_{
            "a title in mixed case ends where a sentence opens",
            kFlowHeader + "Phòng cháy rừng mùa khô Trong 6 tháng đầu năm, tỉnh không có cháy rừng.",
            kFlowHeaderDump + "abstract: Phòng cháy rừng mùa khô\n"
                              "paragraph: Trong 6 tháng đầu năm, tỉnh không có cháy rừng.\n"},
        Case_{"a word for digital announces no number",
              kFlowHeader + "CHUYỂN ĐỔI SỐ I. NHIỆM VỤ 1. Nhận thức số a) Mở lớp tập huấn. 2. Hạ "
                            "tầng số a) Phủ sóng thôn, bản.",
              kFlowHeaderDump + "abstract: CHUYỂN ĐỔI SỐ\n"
                                "heading [I] 1: I. NHIỆM VỤ\n"
                                "heading [1] 2: 1. Nhận thức số\n"
                                "list-item [a] 1: a) Mở lớp tập huấn.\n"
                                "heading [2] 2: 2. Hạ tầng số\n"
                                "list-item [a] 1: a) Phủ sóng thôn, bản.\n"},
        Case_{"a letter opens an item behind words that only numbers belong to",
              kFlowHeader + "TRỒNG RỪNG I. NHIỆM VỤ 1. Phong trào học tập a) Mở lớp tập huấn.",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG\n"
                                "heading [I] 1: I. NHIỆM VỤ\n"
                                "heading [1] 2: 1. Phong trào học tập\n"
                                "list-item [a] 1: a) Mở lớp tập huấn.\n"},
        Case_{"a sentence may begin with an abbreviation",
              kFlowHeader + "TRỒNG RỪNG NĂM 2021 UBND tỉnh ban hành kế hoạch như sau: I. MỤC TIÊU "
                            "UBND các huyện trồng mới 300 ha.",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG NĂM 2021\n"
                                "paragraph: UBND tỉnh ban hành kế hoạch như sau:\n"
                                "heading [I] 1: I. MỤC TIÊU\n"
                                "paragraph: UBND các huyện trồng mới 300 ha.\n"},
        Case_{"the head of a column that numbers rows is no part of the heading above its table",
              kFlowHeader +
                  "TRỒNG RỪNG I. PHÂN CÔNG NHIỆM VỤ TT Nội dung Cơ quan chủ trì 1 Chọn đất.",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG\n"
                                "heading [I] 1: I. PHÂN CÔNG NHIỆM VỤ\n"
                                "paragraph: TT Nội dung Cơ quan chủ trì 1 Chọn đất.\n"},
        Case_{"codes and quotations belong to the title",
              kFlowHeader + "THỰC HIỆN CHỈ THỊ SỐ 05/CT-TTg VỀ “Năm trồng cây” CỦA TỈNH Thực hiện "
                            "nhiệm vụ được giao.",
              kFlowHeaderDump +
                  "abstract: THỰC HIỆN CHỈ THỊ SỐ 05/CT-TTg VỀ “Năm trồng cây” CỦA TỈNH\n"
                  "paragraph: Thực hiện nhiệm vụ được giao.\n"},
        Case_{"each legal basis is a paragraph, the issuing sentence too",
              kFlowHeader +
                  "TRỒNG RỪNG Căn cứ Luật Lâm nghiệp ngày 15/11/2017; Căn cứ Nghị định số "
                  "12/2018/NĐ-CP; Ủy ban nhân dân tỉnh ban hành kế hoạch.",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG\n"
                                "paragraph: Căn cứ Luật Lâm nghiệp ngày 15/11/2017;\n"
                                "paragraph: Căn cứ Nghị định số 12/2018/NĐ-CP;\n"
                                "paragraph: Ủy ban nhân dân tỉnh ban hành kế hoạch.\n"},
        Case_{"headings run into items",
              kFlowHeader +
                  "TRỒNG RỪNG Nội dung như sau: I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích - Giữ "
                  "rừng. - Trồng thêm rừng giai đoạn 2021 - 2025; + Ven sông. 2. Yêu cầu "
                  "Việc trồng rừng phải đúng vụ. II. NHIỆM VỤ 1. Rà soát kinh tế - xã hội "
                  "của Đài Phát thanh - Truyền hình tỉnh. 2. Chọn giống",
              kFlowHeaderDump +
                  "abstract: TRỒNG RỪNG\n"
                  "paragraph: Nội dung như sau:\n"
                  "heading [I] 1: I. MỤC ĐÍCH, YÊU CẦU\n"
                  "heading [1] 2: 1. Mục đích\n"
                  "list-item [-] 1: - Giữ rừng.\n"
                  "list-item [-] 1: - Trồng thêm rừng giai đoạn 2021 - 2025;\n"
                  "list-item [+] 2: + Ven sông.\n"
                  "heading [2] 2: 2. Yêu cầu\n"
                  "paragraph: Việc trồng rừng phải đúng vụ.\n"
                  "heading [II] 1: II. NHIỆM VỤ\n"
                  "list-item [1] 1: 1. Rà soát kinh tế - xã hội của Đài Phát thanh - Truyền hình "
                  "tỉnh.\n"
                  "list-item [2] 1: 2. Chọn giống\n"},
        Case_{"parts in words open behind a title without a stop",
              kFlowHeader + "TRỒNG RỪNG NĂM 2021 Phần thứ nhất ĐÁNH GIÁ 1. Kinh tế: Rừng tăng 5%. "
                            "Phần thứ hai MỤC TIÊU I. CHỈ TIÊU 1. Rừng tăng 6%.",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG NĂM 2021\n"
                                "heading [Phần thứ nhất] 0: Phần thứ nhất ĐÁNH GIÁ\n"
                                "list-item [1] 1: 1. Kinh tế: Rừng tăng 5%.\n"
                                "heading [Phần thứ hai] 0: Phần thứ hai MỤC TIÊU\n"
                                "heading [I] 1: I. CHỈ TIÊU\n"
                                "list-item [1] 1: 1. Rừng tăng 6%.\n"},
        Case_{"parts that are named in a sentence open none",
              kFlowHeader + "TRỒNG RỪNG I. NHIỆM VỤ 1. Theo Luật Đất đai và Phần III NQ 12, các xã "
                            "chọn giống.",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG\n"
                                "heading [I] 1: I. NHIỆM VỤ\n"
                                "list-item [1] 1: 1. Theo Luật Đất đai và Phần III NQ 12, các xã "
                                "chọn giống.\n"},
        Case_{"marks of the Party, letters with a slash, numbers that go on without a stop",
              kFlowHeader +
                  "TRỒNG RỪNG Nội dung như sau: I. NHIỆM VỤ 1- Các xã chọn giống. 2- Các "
                  "trường trồng cây. II. CÔNG VIỆC 1. Vườn ươm a/ Đắp luống. b/ Che nắng. "
                  "2. Rừng mới 2.1. Đào hố, thời gian: Tháng 3 2.2. Trồng cây.",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG\n"
                                "paragraph: Nội dung như sau:\n"
                                "heading [I] 1: I. NHIỆM VỤ\n"
                                "list-item [1] 1: 1- Các xã chọn giống.\n"
                                "list-item [2] 1: 2- Các trường trồng cây.\n"
                                "heading [II] 1: II. CÔNG VIỆC\n"
                                "heading [1] 2: 1. Vườn ươm\n"
                                "list-item [a] 1: a/ Đắp luống.\n"
                                "list-item [b] 1: b/ Che nắng.\n"
                                "heading [2] 2: 2. Rừng mới\n"
                                "list-item [2.1] 1: 2.1. Đào hố, thời gian: Tháng 3\n"
                                "list-item [2.2] 1: 2.2. Trồng cây.\n"},
        Case_{"a signer's name of one letter and an apostrophe",
              kFlowHeader + "TRỒNG RỪNG Các xã trồng cây./. Nơi nhận: - Các xã; - Lưu: VT. TM. ỦY "
                            "BAN NHÂN DÂN CHỦ TỊCH H' Wiên Mlô",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG\nparagraph: Các xã trồng cây./.\n"
                                "recipients: Nơi nhận:\nrecipients [-]: - Các xã;\n"
                                "recipients [-]: - Lưu: VT.\nauthority: TM. ỦY BAN NHÂN DÂN\n"
                                "position: CHỦ TỊCH\nsigner: H' Wiên Mlô\n"},
        Case_{"an order about the whole document is no part of the last item",
              kFlowHeader +
                  "TRỒNG RỪNG Nội dung như sau: I. NHIỆM VỤ 1. Các xã chọn giống. 2. Các "
                  "trường trồng cây. Giao Sở Xây dựng theo dõi, đôn đốc việc thực hiện Kế "
                  "hoạch này; báo cáo hằng năm.",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG\n"
                                "paragraph: Nội dung như sau:\n"
                                "heading [I] 1: I. NHIỆM VỤ\n"
                                "list-item [1] 1: 1. Các xã chọn giống.\n"
                                "list-item [2] 1: 2. Các trường trồng cây.\n"
                                "paragraph: Giao Sở Xây dựng theo dõi, đôn đốc việc thực hiện Kế "
                                "hoạch này; báo cáo hằng năm.\n"},
        Case_{"a name in quotes is part of its heading",
              kFlowHeader + "TRỒNG RỪNG Nội dung như sau: I. NHIỆM VỤ 1. Nội dung “Vườn ươm” a) "
                            "Chọn giống cây. b) Đắp luống. 2. Nội dung “Rừng mới” a) Đào hố.",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG\n"
                                "paragraph: Nội dung như sau:\n"
                                "heading [I] 1: I. NHIỆM VỤ\n"
                                "heading [1] 2: 1. Nội dung “Vườn ươm”\n"
                                "list-item [a] 1: a) Chọn giống cây.\n"
                                "list-item [b] 1: b) Đắp luống.\n"
                                "heading [2] 2: 2. Nội dung “Rừng mới”\n"
                                "list-item [a] 1: a) Đào hố.\n"},
        Case_{"labels of a task begin paragraphs",
              kFlowHeader +
                  "TRỒNG RỪNG Nội dung như sau: I. NHIỆM VỤ 1. Chọn giống cây Cơ quan thực "
                  "hiện: Sở A. Thời gian thực hiện: 2022 2. Làm đất Cơ quan thực hiện: Sở B.",
              kFlowHeaderDump + "abstract: TRỒNG RỪNG\n"
                                "paragraph: Nội dung như sau:\n"
                                "heading [I] 1: I. NHIỆM VỤ\n"
                                "list-item [1] 1: 1. Chọn giống cây\n"
                                "paragraph: Cơ quan thực hiện: Sở A.\n"
                                "paragraph: Thời gian thực hiện: 2022\n"
                                "list-item [2] 1: 2. Làm đất\n"
                                "paragraph: Cơ quan thực hiện: Sở B.\n"},
        Case_{"an enumeration inside an item is no list",
              kFlowHeader + "TRỒNG RỪNG Nội dung như sau: 1. Nhiệm vụ (1) Lập tổ công tác gồm: (1) "
                            "Tổ trưởng; (2) Thư ký. (2) Chọn giống.",
              kFlowHeaderDump +
                  "abstract: TRỒNG RỪNG\n"
                  "paragraph: Nội dung như sau:\n"
                  "heading [1] 2: 1. Nhiệm vụ\n"
                  "list-item [1] 1: (1) Lập tổ công tác gồm: (1) Tổ trưởng; (2) Thư ký.\n"
                  "list-item [2] 1: (2) Chọn giống.\n"},
        Case_{
            "two bodies, a cell border",
            "ỦY BAN NHÂN DÂN |TỈNH LAI CHÂU SỞ XÂY DỰNG ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM "
            "Độc lập - Tự do - Hạnh phúc ------- Số: 5/KH-SXD Lai Châu, ngày   tháng 3 năm 2022 KẾ "
            "HOẠCH LÀM ĐƯỜNG Làm mới 5 km đường.",
            "issuer: ỦY BAN NHÂN DÂN TỈNH LAI CHÂU\n"
            "noise (cell-border): |\n"
            "issuer: SỞ XÂY DỰNG\n"
            "noise (rule): -------\n"
            "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "motto: Độc lập - Tự do - Hạnh phúc\n"
            "noise (rule): -------\n"
            "number: Số: 5/KH-SXD\n"
            "place-date: Lai Châu, ngày tháng 3 năm 2022\n"
            "type: KẾ HOẠCH\n"
            "abstract: LÀM ĐƯỜNG\n"
            "paragraph: Làm mới 5 km đường.\n"},
        Case_{
            "a decision with its plan",
            "BỘ Y TẾ ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc "
            "------- "
            "Số: 9/QĐ-BYT Hà Nội, ngày 3 tháng 4 năm 2022 QUYẾT ĐỊNH BAN HÀNH KẾ HOẠCH TIÊM CHỦNG "
            "BỘ "
            "TRƯỞNG BỘ Y TẾ Căn cứ Luật A; Theo đề nghị của Cục trưởng. QUYẾT ĐỊNH: Điều 1. Ban "
            "hành "
            "kèm theo Quyết định này Kế hoạch tiêm chủng. Điều 2. Quyết định có hiệu lực kể từ "
            "ngày "
            "ký./. Nơi nhận: - Như Điều 2; - Lưu: VT, DP. KT. BỘ TRƯỞNG THỨ TRƯỞNG Trần Văn Mẫu KẾ "
            "HOẠCH TIÊM CHỦNG (Ban hành kèm theo Quyết định số 9/QĐ-BYT) I. MỤC TIÊU 1. Tiêm đủ "
            "mũi.",
            "issuer: BỘ Y TẾ\n"
            "noise (rule): -------\n"
            "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "motto: Độc lập - Tự do - Hạnh phúc\n"
            "noise (rule): -------\n"
            "number: Số: 9/QĐ-BYT\n"
            "place-date: Hà Nội, ngày 3 tháng 4 năm 2022\n"
            "type: QUYẾT ĐỊNH\n"
            "abstract: BAN HÀNH KẾ HOẠCH TIÊM CHỦNG\n"
            "authority: BỘ TRƯỞNG BỘ Y TẾ\n"
            "paragraph: Căn cứ Luật A;\n"
            "paragraph: Theo đề nghị của Cục trưởng.\n"
            "paragraph: QUYẾT ĐỊNH:\n"
            "paragraph [Điều 1]: Điều 1. Ban hành kèm theo Quyết định này Kế hoạch tiêm chủng.\n"
            "paragraph [Điều 2]: Điều 2. Quyết định có hiệu lực kể từ ngày ký./.\n"
            "recipients: Nơi nhận:\n"
            "recipients [-]: - Như Điều 2;\n"
            "recipients [-]: - Lưu: VT, DP.\n"
            "authority: KT. BỘ TRƯỞNG\n"
            "position: THỨ TRƯỞNG\n"
            "signer: Trần Văn Mẫu\n"
            "type p1: KẾ HOẠCH\n"
            "abstract p1: TIÊM CHỦNG\n"
            "reference p1: (Ban hành kèm theo Quyết định số 9/QĐ-BYT)\n"
            "heading [I] 1 p1: I. MỤC TIÊU\n"
            "list-item [1] 1 p1: 1. Tiêm đủ mũi.\n"}));

INSTANTIATE_TEST_SUITE_P(
    Lines, TextLayout,
    testing::Values(
        Case_{"a typed file",
              "ỦY BAN NHÂN DÂN\nXÃ HÒA AN\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
              "Độc lập - Tự do - Hạnh phúc\n_______\nHòa An, ngày 5 tháng 6 năm 2024\nHỎA TỐC\n\n"
              "KẾ HOẠCH\nLàm thủy lợi năm 2024\n\nCăn cứ Luật Thủy lợi ngày 19/6/2017;\n"
              "I. Mục tiêu\n1. Nạo vét 12 km kênh.\nII. PHÂN CÔNG\nTT\tViệc\tCơ quan\n"
              "1\tNạo vét\tPhòng Kinh tế\nNơi nhận:\n- UBND huyện;\n- Lưu: VT.\n"
              "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nH' Mẫu Niê\n",
              "issuer: ỦY BAN NHÂN DÂN XÃ HÒA AN\n"
              "number: Số: 12/KH-UBND\n"
              "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
              "motto: Độc lập - Tự do - Hạnh phúc\n"
              "noise (rule): _______\n"
              "place-date: Hòa An, ngày 5 tháng 6 năm 2024\n"
              "urgency: HỎA TỐC\n"
              "type: KẾ HOẠCH\n"
              "abstract: Làm thủy lợi năm 2024\n"
              "paragraph: Căn cứ Luật Thủy lợi ngày 19/6/2017;\n"
              "heading [I] 1: I. Mục tiêu\n"
              "list-item [1] 1: 1. Nạo vét 12 km kênh.\n"
              "heading [II] 1: II. PHÂN CÔNG\n"
              "table-row: TT\tViệc\tCơ quan\n"
              "table-row: 1\tNạo vét\tPhòng Kinh tế\n"
              "recipients: Nơi nhận:\n"
              "recipients [-]: - UBND huyện;\n"
              "recipients [-]: - Lưu: VT.\n"
              "authority: TM. ỦY BAN NHÂN DÂN\n"
              "authority: KT. CHỦ TỊCH\n"
              "position: PHÓ CHỦ TỊCH\n"
              "noise (signed): (Đã ký)\n"
              "signer: H' Mẫu Niê\n"},
        Case_{"a letter",
              "UBND TỈNH KON TUM\nSỞ Y TẾ\nSố: 77/SYT-NV\nV/v phòng, chống dịch\n"
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
              "Kon Tum, ngày 9 tháng 1 năm 2024\n\nKính gửi: Trung tâm Y tế các huyện.\n\n"
              "Sở Y tế đề nghị các đơn vị chủ động phòng dịch.\n",
              "issuer: UBND TỈNH KON TUM\n"
              "issuer: SỞ Y TẾ\n"
              "number: Số: 77/SYT-NV\n"
              "abstract: V/v phòng, chống dịch\n"
              "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
              "motto: Độc lập - Tự do - Hạnh phúc\n"
              "place-date: Kon Tum, ngày 9 tháng 1 năm 2024\n"
              "addressee: Kính gửi: Trung tâm Y tế các huyện.\n"
              "paragraph: Sở Y tế đề nghị các đơn vị chủ động phòng dịch.\n"},
        Case_{
            "a news page",
            "Trang chủ\nĐăng nhập\nXã An Bình đẩy mạnh chuyển đổi số năm 2024\n"
            "12/07/2024 01:15 23 lượt xem\n"
            "Ngày 11/7, UBND xã ban hành kế hoạch chuyển đổi số với nhiều việc cần làm ngay trong "
            "năm.\n"
            "[img]\nCán bộ xã hướng dẫn người dân\n"
            "Kế hoạch có ba nhóm việc, giao các thôn và các đoàn thể cùng làm trong quý III.\n"
            "File đính kèm: Kế hoạch số 5/KH-UBND;\n- Phụ lục.\nBình Minh\n"
            "Tin khác\n- Họp dân tháng 6 (02/06/2024, 14:18)\nHôm nay: 15\n",
            "noise (menu): Trang chủ\n"
            "noise (menu): Đăng nhập\n"
            "headline: Xã An Bình đẩy mạnh chuyển đổi số năm 2024\n"
            "published: 12/07/2024 01:15 23 lượt xem\n"
            "paragraph: Ngày 11/7, UBND xã ban hành kế hoạch chuyển đổi số với nhiều việc cần làm "
            "ngay trong năm.\n"
            "noise (caption): [img]\n"
            "noise (caption): Cán bộ xã hướng dẫn người dân\n"
            "paragraph: Kế hoạch có ba nhóm việc, giao các thôn và các đoàn thể cùng làm trong quý "
            "III.\n"
            "noise (attachment-label): File đính kèm:\n"
            "attachment: Kế hoạch số 5/KH-UBND;\n"
            "noise (attachment-label): -\n"
            "attachment: Phụ lục.\n"
            "noise (author): Bình Minh\n"
            "noise (foot): Tin khác\n"
            "noise (other-headlines): - Họp dân tháng 6 (02/06/2024, 14:18)\n"
            "noise (foot): Hôm nay: 15\n"},
        Case_{"nothing", "", ""}, Case_{"spaces only", " \r\n\n \t", ""},
        Case_{"one word", "Kế", "paragraph: Kế\n"}));

// Blocks in order, none empty, every character that is no space in exactly one of them.
void expect_contract(const Document& document) {
  std::vector<int> seen(document.content.size(), 0);
  std::size_t last = 0;
  for (const auto& block : document.blocks) {
    ASSERT_FALSE(block.pieces.empty());
    EXPECT_LE(last, block.pieces.front().begin);
    last = block.pieces.front().begin;
    for (const auto& piece : block.pieces) {
      ASSERT_LE(piece.end, seen.size());
      for (auto i = piece.begin; i < piece.end; ++i) ++seen[i];
    }
  }
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const char c = document.content[i];
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (space ? seen[i] > 1 : seen[i] != 1) ++wrong;
  }
  EXPECT_EQ(wrong, 0u);
}

void check_folder(const std::filesystem::path& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".txt") continue;
    SCOPED_TRACE(entry.path().filename().string());
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto document = layout_of(bytes);
    EXPECT_FALSE(document.blocks.empty());
    expect_contract(document);
  }
}

TEST(TextLayoutContract, Corpus) { check_folder(std::filesystem::path(KEHOACH_ROOT) / "corpus"); }

TEST(TextLayoutContract, SharedTexts) {
  const auto shared = std::filesystem::path(KEHOACH_ROOT) / ".." / "shared";
  if (!std::filesystem::exists(shared / "seeds")) GTEST_SKIP() << "no shared texts here";
  check_folder(shared / "seeds");
  check_folder(shared / "real" / "texts");
}

TEST(TextLayoutContract, OddTexts) {
  for (const std::string text : {"|",
                                 "---",
                                 "I.",
                                 "1.",
                                 "(1)",
                                 "a)",
                                 "- ",
                                 "TM.",
                                 "Nơi nhận:",
                                 "KẾ HOẠCH",
                                 "Số: /",
                                 "Kính gửi",
                                 "KẾ HOẠCH\nKẾ HOẠCH\nKẾ HOẠCH",
                                 "“",
                                 "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                 "| a | | b |",
                                 "V/v",
                                 "Điều 1",
                                 "Phần I",
                                 "TM. UBND\nKT. CHỦ TỊCH\n",
                                 "(Ban hành kèm theo",
                                 "Tin khác"}) {
    SCOPED_TRACE(text);
    expect_contract(layout_of(text));
    expect_contract(layout_of(kFlowHeader + text));
    expect_contract(layout_of(text + "\n" + text));
  }
}

// Marks, types and capitals without end, in one line: the time must stay linear.
TEST(TextLayoutContract, LongLines) {
  for (const std::string piece : {"- A ", "KẾ HOẠCH ", "1. Một ", "“Ab ", "V/v a, ", "| a "}) {
    SCOPED_TRACE(piece);
    std::string text = kFlowHeader;
    while (text.size() < 500'000) text += piece;
    expect_contract(layout_of(text));
    expect_contract(layout_of(text.substr(kFlowHeader.size())));
  }
}

TEST(TextLayoutContract, BudgetOfBlocks) {
  base::Budget budget;
  budget.max_blocks = 3;
  const auto document = layout_of("Một.\nHai.\nBa.\nBốn.\nNăm.\n", budget);
  EXPECT_EQ(document.blocks.size(), 3u);
  expect_contract(document);
  ASSERT_EQ(document.diagnostics.size(), 1u);
  EXPECT_EQ(document.diagnostics[0].code, "blocks-cut");
}

}  // namespace
}  // namespace kehoach::layout
