#include "layout/pdf/pdf_layout.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "layout/dump.h"
#include "page_maker.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const match::Matcher& matcher() {
  static const match::Matcher made{rules::load()};
  return made;
}

Document layout_of(std::vector<PageMaker> makers) {
  std::vector<read::PdfPage> pages;
  for (auto& maker : makers) pages.push_back(maker.take());
  return layout_pdf(make_pdf(std::move(pages)), matcher(), {});
}

using Pages = std::vector<PageMaker>;

struct Case_ {
  const char* name;
  std::function<Pages()> pages;
  std::string dump;
};

void PrintTo(const Case_& c, std::ostream* out) { *out << c.name; }

class PdfLayout : public testing::TestWithParam<Case_> {};

TEST_P(PdfLayout, Blocks) { EXPECT_EQ(dump(layout_of(GetParam().pages())), GetParam().dump); }

const Ink kStamp{13, false, 0, read::Origin::kSignature, false, 0.5, 0};
const Ink kSmall{10, false, 0, read::Origin::kContent, false, 0.5, 0};
const Ink kMark{8, false, 0, read::Origin::kContent, false, 0.5, 0};
const Ink kList{11, false, 0, read::Origin::kContent, false, 0.5, 0};

// Issuer left, national title right, number and date below; the stamped parts come last.
PageMaker letterhead(int number = 1) {
  PageMaker page(number);
  page.text(95, 70, "UBND TỈNH HÀ NAM");
  page.bold(282, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13);
  page.bold(130, 86, "SỞ Y TẾ");
  page.bold(312, 86, "Độc lập - Tự do - Hạnh phúc", 13);
  page.text(95, 115, "Số:");
  page.text(145, 115, "/KH-SYT");
  page.text(300, 115, "Hà Nam, ngày");
  page.text(400, 115, "tháng");
  page.text(455, 115, "năm 2024");
  page.text(384, 112, "02", kStamp);
  page.text(440, 113, "3", kStamp);
  page.text(118, 111, "57", kStamp);
  page.rule(270, 180, 350);
  page.centred(150, "KẾ HOẠCH");
  page.centred(168, "Tiêm phòng cúm cho người già");
  return page;
}

const std::string kLetterheadDump =
    "issuer: UBND TỈNH HÀ NAM\nissuer: SỞ Y TẾ\n"
    "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "motto: Độc lập - Tự do - Hạnh phúc\nnumber: Số: 57 /KH-SYT\n"
    "place-date: Hà Nam, ngày 02 tháng 3 năm 2024\ntype: KẾ HOẠCH\n"
    "abstract: Tiêm phòng cúm cho người già\n";

const std::string kLong =
    "Thực hiện Kế hoạch số 142/KH- UBND ngày 05 tháng 01 năm 2024, Sở Y tế tổ chức tiêm phòng cúm "
    "cho người già trên địa bàn tỉnh, bảo đảm an toàn, đúng đối tượng.";
const std::string kLongText =
    "Thực hiện Kế hoạch số 142/KH-UBND ngày 05 tháng 01 năm 2024, Sở Y tế tổ chức tiêm phòng cúm "
    "cho người già trên địa bàn tỉnh, bảo đảm an toàn, đúng đối tượng.";

INSTANTIATE_TEST_SUITE_P(
    Boxes, PdfLayout,
    testing::Values(
        Case_{"columns one by one, stamped digits in their gaps, a paragraph over its lines",
              [] {
                auto page = letterhead();
                page.paragraph(220, kLong);
                return Pages{page};
              },
              kLetterheadDump + "paragraph: " + kLongText + "\n"},
        Case_{"what is stamped above the letterhead is none of it",
              [] {
                auto page = letterhead();
                page.text(440, 20, "SỞ NỘI VỤ", kMark);
                page.text(440, 30, "ĐẾN Số: 1023", kMark);
                page.text(440, 40, "Ngày: 21/02/2024", kMark);
                page.paragraph(220, kLong);
                return Pages{page};
              },
              "noise (above-letterhead): SỞ NỘI VỤ\nnoise (above-letterhead): ĐẾN Số: 1023\n"
              "noise (above-letterhead): Ngày: 21/02/2024\n" +
                  kLetterheadDump + "paragraph: " + kLongText + "\n"},
        Case_{
            "a signature's note, turned text and a watermark are no text",
            [] {
              auto page = letterhead();
              page.paragraph(220, kLong);
              page.text(400, 400, "Ký bởi: Sở Y tế", kStamp);
              page.text(400, 414, "Thời gian ký: 03/03/2024 08:10", kStamp);
              page.text(-500, 20, "BẢN SAO", {12, false, 90, read::Origin::kContent, false, .5, 0});
              page.text(100, 500, "DỰ THẢO",
                        {80, false, 0, read::Origin::kContent, false, .5, 0xCCCCCC});
              return Pages{page};
            },
            "noise (turned): BẢN SAO\nnoise (watermark): DỰ THẢO\n"
            "noise (signature-note): Ký bởi: Sở Y tế Thời gian ký: 03/03/2024 08:10\n" +
                kLetterheadDump + "paragraph: " + kLongText + "\n"},
        Case_{"the title ends at the rule below it; an official letter's subject and urgency",
              [] {
                PageMaker page;
                page.text(95, 70, "UBND TỈNH HÀ NAM");
                page.bold(282, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13);
                page.bold(312, 86, "Độc lập - Tự do - Hạnh phúc", 13);
                page.text(95, 115, "Số: 38 /UBND-VX");
                page.text(300, 115, "Hà Nam, ngày 02 tháng 3 năm 2024");
                page.text(90, 131, "V/v tiêm phòng cúm");
                page.text(100, 147, "cho người già");
                page.bold(90, 170, "HỎA TỐC");
                page.text(250, 195, "Kính gửi: Sở Y tế");
                page.paragraph(230, kLong);
                return Pages{page};
              },
              "issuer: UBND TỈNH HÀ NAM\nnational-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
              "motto: Độc lập - Tự do - Hạnh phúc\nnumber: Số: 38 /UBND-VX\n"
              "place-date: Hà Nam, ngày 02 tháng 3 năm 2024\n"
              "abstract: V/v tiêm phòng cúm cho người già\nurgency: HỎA TỐC\n"
              "addressee: Kính gửi: Sở Y tế\nparagraph: " +
                  kLongText + "\n"},
        Case_{"recipients left of the signature, the drafter's file name below",
              [] {
                auto page = letterhead();
                const double y = page.paragraph(220, kLong);
                page.bold(85, y + 20, "Nơi nhận:", 12);
                page.bold(370, y + 20, "KT. GIÁM ĐỐC");
                page.text(85, y + 34, "- Như trên;", kList);
                page.bold(370, y + 36, "PHÓ GIÁM ĐỐC");
                page.text(85, y + 48, "- Các phòng y tế, các trung tâm", kList);
                page.text(85, y + 60, "trên địa bàn;", kList);
                page.text(85, y + 74, "- Lưu: VT, NV(03).", kList);
                page.text(95, y + 84, "abc_KH.doc", {7, false, 0, {}, false, 0.5, 0});
                page.bold(372, y + 120, "Lê Văn Mẫu");
                return Pages{page};
              },
              kLetterheadDump + "paragraph: " + kLongText +
                  "\nauthority: KT. GIÁM ĐỐC\nposition: PHÓ GIÁM ĐỐC\nsigner: Lê Văn Mẫu\n"
                  "recipients: Nơi nhận:\nrecipients [-]: - Như trên;\n"
                  "recipients [-]: - Các phòng y tế, các trung tâm trên địa bàn;\n"
                  "recipients [-]: - Lưu: VT, NV(03).\nnoise (drafter): abc_KH.doc\n"},
        Case_{"stamps printed into the page, and a name in capitals below the seal",
              [] {
                auto page = letterhead();
                page.text(90, 135, "ĐẾN", kMark);
                page.text(90, 147, "Số: 1023", kMark);
                const double y = page.paragraph(220, kLong);
                page.bold(85, y + 20, "Nơi nhận:", 12);
                page.bold(370, y + 20, "GIÁM ĐỐC");
                page.text(85, y + 34, "- Lưu: VT.", kList);
                page.text(380, y + 50, "Ký bởi: Lê Văn Mẫu", kMark);
                page.text(380, y + 60, "Ngày ký: 02/03/2024", kMark);
                page.bold(360, y + 110, "LÊ VĂN MẪU");
                return Pages{page};
              },
              "issuer: UBND TỈNH HÀ NAM\nissuer: SỞ Y TẾ\n"
              "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
              "motto: Độc lập - Tự do - Hạnh phúc\nnumber: Số: 57 /KH-SYT\n"
              "place-date: Hà Nam, ngày 02 tháng 3 năm 2024\nnoise (beside-letterhead): ĐẾN\n"
              "noise (beside-letterhead): Số: 1023\ntype: KẾ HOẠCH\n"
              "abstract: Tiêm phòng cúm cho người già\nparagraph: " +
                  kLongText +
                  "\nposition: GIÁM ĐỐC\nnoise (signature-note): Ký bởi: Lê Văn Mẫu\n"
                  "noise (signature-note): Ngày ký: 02/03/2024\nsigner: LÊ VĂN MẪU\n"
                  "recipients: Nơi nhận:\nrecipients [-]: - Lưu: VT.\n"},
        Case_{"a closing that the page's end cuts, then an attached plan with a letterhead",
              [] {
                auto page = letterhead();
                page.paragraph(640, kLong);
                page.bold(85, 740, "Nơi nhận:", 12);
                page.bold(370, 740, "GIÁM ĐỐC");
                page.text(85, 754, "- Như trên;", kList);
                PageMaker second(2);
                second.text(85, 70, "- Các xã;", kList);
                second.bold(372, 70, "Lê Văn Mẫu");
                second.text(85, 84, "- Lưu: VT.", kList);
                PageMaker third(3);
                third.text(95, 70, "UBND TỈNH HÀ NAM");
                third.bold(282, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13);
                third.bold(312, 86, "Độc lập - Tự do - Hạnh phúc", 13);
                third.centred(130, "PHƯƠNG ÁN");
                third.centred(148, "Bố trí điểm tiêm");
                third.centred(166, "(Ban hành kèm theo Kế hoạch số 57/KH-SYT)", false);
                third.paragraph(220, kLong);
                return Pages{page, second, third};
              },
              kLetterheadDump + "paragraph: " + kLongText +
                  "\nposition: GIÁM ĐỐC\nrecipients: Nơi nhận:\nrecipients [-]: - Như trên;\n"
                  "signer: Lê Văn Mẫu\nrecipients [-]: - Các xã;\nrecipients [-]: - Lưu: VT.\n"
                  "issuer p1: UBND TỈNH HÀ NAM\n"
                  "national-title p1: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                  "motto p1: Độc lập - Tự do - Hạnh phúc\ntype p1: PHƯƠNG ÁN\n"
                  "abstract p1: Bố trí điểm tiêm\n"
                  "reference p1: (Ban hành kèm theo Kế hoạch số 57/KH-SYT)\nparagraph p1: " +
                  kLongText + "\n"}));

INSTANTIATE_TEST_SUITE_P(
    Body, PdfLayout,
    testing::Values(
        Case_{"over the page's end, between page numbers and footnotes",
              [] {
                auto page = letterhead();
                const double end =
                    page.text(121, 720, "1. Các trạm y tế rà soát danh sách người già và chuẩn");
                page.text(end, 715, "1", kMark);
                page.rule(85, 760, 230);
                page.text(85, 772, "1", {6, false, 0, {}, false, 0.5, 0});
                page.text(90, 775, "Trên 65 tuổi.", kSmall);
                PageMaker second(2);
                second.text(309, 40, "2");
                second.text(85, 70, "bị vắc xin trước ngày 15 tháng 3.");
                const double x = second.text(121, 94, "2. Các trường hỗ trợ 15 m");
                second.text(x, 89, "2", kMark);
                second.text(x + 8, 94, "mặt bằng mỗi điểm tiêm.");
                return Pages{page, second};
              },
              kLetterheadDump +
                  "list-item [1] 1: 1. Các trạm y tế rà soát danh sách người già và chuẩn bị vắc "
                  "xin trước ngày 15 tháng 3.\nnoise (footnote-mark): 1\nnoise (page-number): 2\n"
                  "list-item [2] 1: 2. Các trường hỗ trợ 15 m2 mặt bằng mỗi điểm tiêm.\n"
                  "footnote: 1 Trên 65 tuổi.\n"},
        Case_{"footnotes whose first line seems as large as the text, numbers that stand low",
              [] {
                auto page = letterhead();
                page.text(121, 720, "1. Các trạm y tế rà soát danh sách người già và chuẩn");
                page.rule(85, 760, 230);
                page.text(85, 771, "L Kể cả người tạm trú, người lưu trú tại các cơ sở nuôi");
                page.text(85, 782, "dưỡng của tỉnh.", {11, false, 0, {}, false, 0.5, 0});
                PageMaker second(2);
                second.text(309, 90, "2");
                second.text(85, 120, "bị vắc xin trước ngày 15 tháng 3.");
                PageMaker third(3);
                third.text(121, 90, "3");
                third.text(121, 120, "Các trường hỗ trợ mặt bằng.");
                return Pages{page, second, third};
              },
              kLetterheadDump +
                  "list-item [1] 1: 1. Các trạm y tế rà soát danh sách người già và chuẩn bị vắc "
                  "xin trước ngày 15 tháng 3.\nnoise (page-number): 2\nparagraph: 3\nparagraph: "
                  "Các trường hỗ trợ mặt bằng.\nfootnote: L Kể cả người tạm trú, người lưu trú "
                  "tại các cơ sở nuôi dưỡng của tỉnh.\n"},
        Case_{"large lines below a rule are no footnotes for what stands beside them",
              [] {
                auto page = letterhead();
                page.text(121, 700, "1. Các trạm y tế rà soát danh sách.");
                page.rule(85, 740, 230);
                page.text(85, 758, "Phòng Nghiệp vụ Y");
                page.text(400, 767.5, "Bản ghi 3", {11, false, 0, {}, false, 0.5, 0});
                return Pages{page};
              },
              kLetterheadDump + "list-item [1] 1: 1. Các trạm y tế rà soát danh sách.\nparagraph: "
                                "Phòng Nghiệp vụ Y\nparagraph: Bản ghi 3\n"},
        Case_{"bold lines are headings, letters set apart and letters drawn twice are words",
              [] {
                auto page = letterhead();
                page.bold(121, 220, "I. M Ụ C  T I Ê U");
                page.text(121, 244, "1. Yêu cầu");
                page.text(121.3, 244, "1. Yêu cầu");
                page.text(121, 268, "- Tiêm đủ mũi;");
                page.text(121, 292, "-Bảo đảm an toàn.");
                page.bold(121, 316, "2. Nội dung");
                const double y = page.paragraph(340, kLong);
                page.text(121, y, "a");
                page.text(122, y - 1, "\u0301");
                page.text(128, y, ") Lập danh sách.");
                return Pages{page};
              },
              kLetterheadDump +
                  "heading [I] 1: I. MỤC TIÊU\nheading [1] 2: 1. Yêu cầu\n"
                  "list-item [-] 1: - Tiêm đủ mũi;\nlist-item [-] 1: -Bảo đảm an toàn.\n"
                  "heading [2] 2: 2. Nội dung\nparagraph: " +
                  kLongText + "\nparagraph: á) Lập danh sách.\n"},
        Case_{"a ruled table cell by cell, its cells' lines joined, a cell over two columns",
              [] {
                auto page = letterhead();
                page.paragraph(220, kLong);
                page.rule(85, 320, 540);
                page.rule(85, 340, 540);
                page.rule(85, 400, 540);
                for (const double x : {85.0, 120.0, 400.0, 540.0}) page.upright(x, 320, 400);
                page.rule(85, 420, 540);
                page.upright(85, 400, 420);
                page.upright(120, 400, 420);
                page.upright(540, 400, 420);
                page.bold(90, 334, "TT", 12);
                page.bold(200, 334, "Nhiệm vụ", 12);
                page.bold(420, 334, "Chủ trì", 12);
                page.text(95, 370, "1", kList);
                page.text(125, 363, "Tiêm phòng cúm cho", kList);
                page.text(125, 377, "người già", kList);
                page.text(405, 370, "Trạm y tế", kList);
                page.text(95, 414, "2", kList);
                page.text(125, 414, "Mua vắc xin", kList);
                return Pages{page};
              },
              kLetterheadDump + "paragraph: " + kLongText +
                  "\ntable-row: TT\tNhiệm vụ\tChủ trì\n"
                  "table-row: 1\tTiêm phòng cúm cho người già\tTrạm y tế\n"
                  "table-row: 2\tMua vắc xin\n"},
        Case_{"two columns of running text",
              [] {
                auto page = letterhead();
                const std::string words = "các trạm y tế rà soát danh sách người già của từng thôn";
                std::string left = "Trong tháng 3,", right = "Trong tháng 4,";
                for (int i = 0; i < 12; ++i) {
                  left += " " + words;
                  right += " " + words;
                }
                page.paragraph(220, left + " phía bắc.", kList, 85, 300, 20);
                page.paragraph(224, right + " phía nam.", kList, 325, 540, 20);
                return Pages{page};
              },
              [] {
                const std::string words = "các trạm y tế rà soát danh sách người già của từng thôn";
                std::string left = "Trong tháng 3,", right = "Trong tháng 4,";
                for (int i = 0; i < 12; ++i) {
                  left += " " + words;
                  right += " " + words;
                }
                return kLetterheadDump + "paragraph: " + left + " phía bắc.\nparagraph: " + right +
                       " phía nam.\n";
              }()},
        Case_{"what every page repeats is no text",
              [] {
                Pages pages{letterhead()};
                pages[0].paragraph(220, kLong);
                for (int number = 2; number <= 4; ++number) {
                  PageMaker page(number);
                  page.text(85, 40, "Sở Y tế - Kế hoạch tiêm phòng", kSmall);
                  page.text(500, 810, "Trang " + std::to_string(number), kSmall);
                  page.text(121, 80, std::to_string(number - 1) + ". Tiêm đợt này.");
                  pages.push_back(page);
                }
                return pages;
              },
              kLetterheadDump + "paragraph: " + kLongText +
                  "\nnoise (running-header): Sở Y tế - Kế hoạch tiêm phòng\n"
                  "noise (running-header): Trang 2\nlist-item [1] 1: 1. Tiêm đợt này.\n"
                  "noise (running-header): Sở Y tế - Kế hoạch tiêm phòng\n"
                  "noise (running-header): Trang 3\nlist-item [2] 1: 2. Tiêm đợt này.\n"
                  "noise (running-header): Sở Y tế - Kế hoạch tiêm phòng\n"
                  "noise (running-header): Trang 4\nlist-item [3] 1: 3. Tiêm đợt này.\n"},
        Case_{"a report without a letterhead",
              [] {
                PageMaker page;
                page.centred(80, "Báo cáo");
                page.centred(100, "Kết quả tiêm phòng cúm năm 2023");
                page.centred(140, "Phần thứ nhất");
                page.centred(158, "KẾT QUẢ");
                page.paragraph(190, kLong);
                return Pages{page};
              },
              "type: Báo cáo\nabstract: Kết quả tiêm phòng cúm năm 2023\n"
              "heading [Phần thứ nhất] 0: Phần thứ nhất KẾT QUẢ\nparagraph: " +
                  kLongText + "\n"}));

// Facts are taken from no page without a text of its own.
TEST(PdfLayoutStates, ScansAndBrokenPagesGiveNoText) {
  PageMaker scan(1);
  scan.image({0, 0, 595, 842});
  scan.text(400, 40, "Ký bởi: Sở Y tế", kStamp);
  PageMaker hidden(2);
  hidden.image({0, 0, 595, 842});
  Ink layer;
  layer.invisible = true;
  for (int line = 0; line < 12; ++line)
    hidden.text(85, 100 + 20 * line, "Uy ban nhan dan tinh Ha Nam so 57 ngay 2 thang 3", layer);
  PageMaker blank(3);
  const auto document = layout_of({scan, hidden, blank});
  for (const auto& block : document.blocks) EXPECT_TRUE(is_noise(block.kind)) << block.note;
  std::vector<std::string> codes;
  for (const auto& diagnostic : document.diagnostics) codes.push_back(diagnostic.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"page-without-text", "page-text-broken",
                                             "page-without-text"}));
}

TEST(PdfLayoutStates, APictureForANumberIsSaid) {
  PageMaker page;
  page.text(95, 70, "UBND TỈNH HÀ NAM");
  page.bold(282, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13);
  page.bold(312, 86, "Độc lập - Tự do - Hạnh phúc", 13);
  page.text(95, 115, "Số:");
  page.text(150, 115, "/KH-UBND");
  page.image({122, 100, 148, 118});
  page.text(300, 115, "Hà Nam, ngày 02 tháng 3 năm 2024");
  page.image({400, 60, 480, 140});  // a seal
  page.centred(150, "KẾ HOẠCH");
  page.paragraph(220, kLong);
  const auto document = layout_of({page});
  ASSERT_EQ(document.diagnostics.size(), 1u);
  EXPECT_EQ(document.diagnostics[0].code, "handwritten");
  EXPECT_EQ(document.diagnostics[0].box, (base::Box{122, 100, 148, 118}));
}

TEST(PdfLayoutPlaces, EachLineOfAStretchHasABox) {
  auto page = letterhead();
  page.paragraph(220, kLong);
  const auto document = layout_of({page});
  const auto& block = document.blocks.back();
  EXPECT_EQ(block.page, 1);
  ASSERT_EQ(block.boxes.size(), 3u);
  EXPECT_NEAR(block.boxes[0].x0, 121, 0.1);
  EXPECT_NEAR(block.boxes[1].x0, 85, 0.1);
  const std::string code = "Thực hiện Kế hoạch";
  const auto at = document.source.find(code);
  ASSERT_NE(at, std::string::npos);
  const auto place = place_of(document, {at, at + code.size()});
  ASSERT_TRUE(place);
  EXPECT_EQ(place->page, 1);
  EXPECT_FALSE(place_of(document, {document.source.size(), document.source.size() + 1}));
}

// Cost grows with the glyphs, wherever they stand.
TEST(PdfLayoutContract, ManyGlyphsAnywhere) {
  for (const bool scattered : {false, true}) {
    PageMaker page;
    for (int i = 0; i < 100'000; ++i) {
      const double x = scattered ? (i * 7919) % 595 : 300;
      const double y = scattered ? (i * 104729) % 842 : 400;
      page.text(x, y, "ở");
    }
    for (int i = 0; i < 20'000; ++i) page.rule(0, (i * 31) % 842, 595);
    EXPECT_LE(layout_of({page}).content.size(), 1u << 20);
  }
}

}  // namespace
}  // namespace kehoach::layout
