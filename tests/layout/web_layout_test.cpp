// Web pages: from markup to blocks.

#include "layout/web/web_layout.h"

#include <gtest/gtest.h>

#include <string>

#include "layout/dump.h"
#include "read/html/markup.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const match::Matcher& matcher() {
  static const match::Matcher made{rules::load()};
  return made;
}

Document layout_of(const std::string& html, const base::Budget& budget = {}) {
  return layout_web(read::read_html({"page.html", html}, budget), matcher(), budget);
}

const std::string kFirst = "lại hằng ngày trên các tuyến đường này.";
const std::string kLast =
    "Huyện yêu cầu các xã, thị trấn báo cáo kết quả trồng cây trước khi mùa mưa kết thúc.";

// A page whose article holds `body` between sentences: enough to be found as content.
std::string article(const std::string& body) {
  return "<html><head><title>Tin - Cổng thông tin điện tử huyện Ea Kar</title></head><body>"
         "<div class=menu><a href=/>Trang chủ</a> <a href=/g>Giới thiệu</a></div>"
         "<div class=content><h1>Huyện Ea Kar trồng mới hai nghìn cây xanh ven đường</h1>"
         "<p>Ủy ban nhân dân huyện Ea Kar vừa giao các xã, thị trấn trồng mới cây xanh dọc theo "
         "những tuyến đường liên xã trong mùa mưa năm nay.</p>"
         "<p>Theo huyện, việc trồng cây giúp giảm bụi, giữ đất và tạo bóng mát cho người dân đi "
         "lại hằng ngày trên các tuyến đường này.</p>" +
         body + "<p>" + kLast + "</p></div></body></html>";
}

// The blocks of that body.
std::string below(const std::string& body) {
  const std::string all = dump(layout_of(article(body)));
  const auto first = all.find(kFirst + "\n"), last = all.find("paragraph: " + kLast);
  if (first == std::string::npos || last == std::string::npos) return "no article:\n" + all;
  const auto begin = first + kFirst.size() + 1;
  return all.substr(begin, last - begin);
}

struct Case_ {
  const char* name;
  std::string html, dump;
};

void PrintTo(const Case_& c, std::ostream* out) { *out << c.name; }

class WebLayout : public testing::TestWithParam<Case_> {};

TEST_P(WebLayout, Blocks) { EXPECT_EQ(below(GetParam().html), GetParam().dump); }

INSTANTIATE_TEST_SUITE_P(
    Lines, WebLayout,
    testing::Values(
        Case_{"inline elements part no words, blocks and line ends part lines",
              "<p>Các xã <b>chuẩn</b> bị g<i>i</i>ống\n   cây.</p><div>Huyện hỗ trợ.<br>Xã tự "
              "trồng.</div>",
              "paragraph: Các xã chuẩn bị giống cây.\nparagraph: Huyện hỗ trợ.\n"
              "paragraph: Xã tự trồng.\n"},
        Case_{"indentation by hard spaces is none",
              "<p>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;- Chọn cây.<br>&nbsp; &nbsp; &nbsp;- Đào hố.</p>"
              "<p>&nbsp;</p>",
              "list-item [-] 1: - Chọn cây.\nlist-item [-] 1: - Đào hố.\n"},
        Case_{"hidden elements and scripts are left out",
              "<p>Xã trồng cây.<span style='display:none'>Mật</span></p><script>var x;</script>"
              "<select><option>Chọn</select>",
              "paragraph: Xã trồng cây.\n"},
        Case_{"labels and values that only a style sheet parts",
              "<div><span class=label>Thời gian</span><span class=value>Tháng 6</span></div>",
              "paragraph: Thời gian Tháng 6\n"},
        Case_{"the mark of a footnote is none of the number before it",
              "<p>Theo Luật số 57/2014/QH13<sup><a href='#_ftn1'>1</a></sup> thì phải trồng.</p>",
              "paragraph: Theo Luật số 57/2014/QH13 thì phải trồng.\n"}));

INSTANTIATE_TEST_SUITE_P(
    Lists, WebLayout,
    testing::Values(
        Case_{"a browser draws numbers and bullets",
              "<ol start=2><li>Chọn cây<li>Đào hố, sâu,<ul><li>nửa mét ở nơi đất mềm</ul></ol>",
              "list-item [2] 1: Chọn cây\nlist-item [3] 1: Đào hố, sâu,\n"
              "list-item [-] 2: nửa mét ở nơi đất mềm\n"},
        Case_{"letters and Roman numbers",
              "<ol type=a><li value=3>Tưới cây.</ol><ol type=I><li>Bón phân.</ol>",
              "list-item [c] 1: Tưới cây.\nheading [I] 1: Bón phân.\n"},
        Case_{"a list inside a list is never further out",
              "<ul><li>Chọn cây:<ol><li>Cây sao.<li>Cây dầu.</ol></ul>",
              "list-item [-] 1: Chọn cây:\nlist-item [1] 2: Cây sao.\n"
              "list-item [2] 2: Cây dầu.\n"},
        Case_{"printed marks go before drawn ones", "<ul><li>1. Chọn cây.<li>2. Đào hố.</ul>",
              "list-item [1] 1: 1. Chọn cây.\nlist-item [2] 1: 2. Đào hố.\n"},
        Case_{"lists without signs", "<ul style='list-style:none'><li>Chọn cây xong.</ul>",
              "paragraph: Chọn cây xong.\n"},
        Case_{"headings are what elements say, sentences are none",
              "<h2>Cách làm</h2><p>Đào hố.</p><h3>Chăm sóc</h3><p>Tưới cây.</p>"
              "<h3>Xã nào trồng xong trước mùa khô thì huyện khen. Xã nào chậm thì bị nhắc.</h3>",
              "heading 1: Cách làm\nparagraph: Đào hố.\nheading 2: Chăm sóc\n"
              "paragraph: Tưới cây.\nparagraph: Xã nào trồng xong trước mùa khô thì huyện khen. "
              "Xã nào chậm thì bị nhắc.\n"}));

INSTANTIATE_TEST_SUITE_P(
    Bold, WebLayout,
    testing::Values(
        Case_{"a short line in bold heads what follows",
              "<p><strong>Việc của các xã</strong></p><p>Đào hố trước mùa mưa.</p><p><span "
              "style='font-weight:700'>Việc của huyện</span><br>Mua cây giống.</p>",
              "heading 2: Việc của các xã\nparagraph: Đào hố trước mùa mưa.\n"
              "heading 2: Việc của huyện\nparagraph: Mua cây giống.\n"},
        Case_{"sentences, items and words in bold head nothing",
              "<p><b>Huyện mua cây giống cho các xã.</b></p><p>Xã <b>Ea Đar</b> đào hố trước.</p>"
              "<p><b>1. Chọn cây</b></p><p>Cây sao, cây dầu.</p>",
              "paragraph: Huyện mua cây giống cho các xã.\nparagraph: Xã Ea Đar đào hố trước.\n"
              "heading [1] 2: 1. Chọn cây\nparagraph: Cây sao, cây dầu.\n"},
        Case_{"a page in bold has no headings in bold",
              "<b><p>Huyện mua cây giống cho các xã</p><p>Xã Ea Đar đào hố trước</p><p>Xã Ea Ô đào "
              "hố sau</p><p>Xã Ea Sô chăm cây</p><p>Xã Ea Týh rào cây</p></b>",
              "paragraph: Huyện mua cây giống cho các xã\nparagraph: Xã Ea Đar đào hố trước\n"
              "paragraph: Xã Ea Ô đào hố sau\nparagraph: Xã Ea Sô chăm cây\n"
              "paragraph: Xã Ea Týh rào cây\n"}));

const std::string kTable =
    "<table border=1><tr><th>TT<th>Việc<th>Chủ trì<th>Hạn"
    "<tr><td>1<td><p>Chọn<br>giống</p><td rowspan=2>Xã Ea Đar<td>Tháng 5"
    "<tr><td>2<td>Đào hố<td></table>";

INSTANTIATE_TEST_SUITE_P(
    Tables, WebLayout,
    testing::Values(
        Case_{"rows of a data table", kTable,
              "table-row: TT\tViệc\tChủ trì\tHạn\ntable-row: 1\tChọn giống\tXã Ea Đar\tTháng 5\n"
              "table-row: 2\tĐào hố\t\t\n"},
        Case_{"rows with days and sentences are no comments",
              "<table><tr><td>1.<td>Trồng cây dọc theo đường vào xã, chăm sóc cây trong hai năm "
              "đầu.<td>Xã Ea Đar<td>Tháng 5/2024<tr><td>2.<td>Trồng cây quanh các trường học, "
              "giao học sinh chăm sóc cây.<td>Xã Ea Ô<td>Tháng 6/2024<tr><td>3.<td>Trồng cây ở "
              "nghĩa trang, làm hàng rào bảo vệ cây.<td>Xã Ea Sô<td>Tháng 7/2024</table>",
              "table-row: 1.\tTrồng cây dọc theo đường vào xã, chăm sóc cây trong hai năm đầu.\tXã "
              "Ea Đar\tTháng 5/2024\ntable-row: 2.\tTrồng cây quanh các trường học, giao học sinh "
              "chăm sóc cây.\tXã Ea Ô\tTháng 6/2024\ntable-row: 3.\tTrồng cây ở nghĩa trang, làm "
              "hàng rào bảo vệ cây.\tXã Ea Sô\tTháng 7/2024\n"},
        Case_{"a table that only places things",
              "<table><tr><td>Xã Ea Đar trồng trước.<td>Xã Ea Ô trồng sau.</table>",
              "paragraph: Xã Ea Đar trồng trước.\nparagraph: Xã Ea Ô trồng sau.\n"},
        Case_{"its caption stands above",
              "<table><caption>Số cây</caption><tr><td>Sao<td>20<tr><td>Dầu<td>30</table>",
              "paragraph: Số cây\ntable-row: Sao\t20\ntable-row: Dầu\t30\n"},
        Case_{"a table inside a table", "<table><tr><td>" + kTable + "</table>",
              "table-row: TT\tViệc\tChủ trì\tHạn\ntable-row: 1\tChọn giống\tXã Ea Đar\tTháng 5\n"
              "table-row: 2\tĐào hố\t\t\n"}));

TEST(WebTables, CellsKeepTheirSpans) {
  const Document document = layout_of(article(kTable));
  std::string out;
  for (const Block& block : document.blocks) {
    for (const Cell& cell : block.cells)
      out += std::to_string(cell.column) + "+" + std::to_string(cell.colspan) + "x" +
             std::to_string(cell.rowspan) + (cell.header ? "h " : " ");
    if (!block.cells.empty()) out += "t" + std::to_string(block.table) + "\n";
  }
  EXPECT_EQ(out,
            "0+1x1h 1+1x1h 2+1x1h 3+1x1h t0\n0+1x1 1+1x1 2+1x2 3+1x1 t0\n"
            "0+1x1 1+1x1 3+1x1 t0\n");
}

TEST(WebTables, SpansAreClippedToTheTable) {
  const Document document =
      layout_of(article("<table border=1><tr><td rowspan=60000>a<td colspan=0>b<tr><td>c</table>"));
  for (const Block& block : document.blocks)
    for (const Cell& cell : block.cells) EXPECT_LE(cell.rowspan, 2);
}

// The boxes of Decree 30 in tables of two columns, as portals show whole documents.
TEST(WebLayoutOfDocuments, TheBoxesOfDecree30) {
  const std::string html =
      "<div><h1>Kế hoạch số 12/KH-UBND về trồng cây</h1><div><table><tr>"
      "<td><p align=center><b>ỦY BAN NHÂN DÂN<br>HUYỆN EA KAR<br>-------</b></p>"
      "<td><p align=center><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh "
      "phúc<br>---------------</b></p><tr><td><p>Số: 12/KH-UBND</p>"
      "<td><p><i>Ea Kar, ngày 03 tháng 5 năm 2024</i></p></table>"
      "<p align=center><b>KẾ HOẠCH</b></p><p align=center><b>Trồng cây xanh ven các đường</b></p>"
      "<p align=center><b>liên xã năm 2024</b></p>"
      "<p>Căn cứ Luật Lâm nghiệp ngày 15/11/2017, Ủy ban nhân dân huyện Ea Kar ban hành kế hoạch "
      "trồng cây xanh ven các đường liên xã như sau:</p>"
      "<p><b>I. MỤC TIÊU</b></p><p>Trồng mới 2.000 cây xanh ven các tuyến đường liên xã trong mùa "
      "mưa, tỷ lệ cây sống đạt từ 90% trở lên.</p>"
      "<table><tr><td><p><b><i>Nơi nhận:</i></b><br>- Như trên;<br>- Lưu: VT.</p>"
      "<td><p align=center><b>KT. CHỦ TỊCH<br>PHÓ CHỦ TỊCH<br><br><br>Y Nguyên Êban</b></p>"
      "</table></div></div>";
  EXPECT_EQ(dump(layout_of(html)),
            "noise (above-letterhead): Kế hoạch số 12/KH-UBND về trồng cây\n"
            "issuer: ỦY BAN NHÂN DÂN HUYỆN EA KAR\nnoise (rule): -------\n"
            "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "motto: Độc lập - Tự do - Hạnh phúc\nnoise (rule): ---------------\n"
            "number: Số: 12/KH-UBND\nplace-date: Ea Kar, ngày 03 tháng 5 năm 2024\n"
            "type: KẾ HOẠCH\nabstract: Trồng cây xanh ven các đường liên xã năm 2024\n"
            "paragraph: Căn cứ Luật Lâm nghiệp ngày 15/11/2017, Ủy ban nhân dân huyện Ea Kar ban "
            "hành kế hoạch trồng cây xanh ven các đường liên xã như sau:\n"
            "heading [I] 1: I. MỤC TIÊU\n"
            "paragraph: Trồng mới 2.000 cây xanh ven các tuyến đường liên xã trong mùa mưa, tỷ lệ "
            "cây sống đạt từ 90% trở lên.\n"
            "recipients: Nơi nhận:\nrecipients [-]: - Như trên;\nrecipients [-]: - Lưu: VT.\n"
            "authority: KT. CHỦ TỊCH\nposition: PHÓ CHỦ TỊCH\nsigner: Y Nguyên Êban\n");
}

// Every part of the page is in one block, the site's too.
TEST(WebLayoutOfPages, TheSitesPartsAreNoise) {
  const Document document = layout_of(article(
      "<p>Ảnh minh họa</p></div><div class=related><h3>Tin liên quan</h3><ul><li><a href=/1>Tỉnh "
      "giao kế hoạch 7/KH-UBND giảm 5% số vụ</a> (03/4/2023)</ul></div><footer>Giấy phép số "
      "3/GP-TTĐT</footer><div>"));
  for (const Block& block : document.blocks) {
    const std::string text = document.content.substr(
        block.pieces.front().begin, block.pieces.back().end - block.pieces.front().begin);
    const bool sites = text.find("7/KH-UBND") != std::string::npos ||
                       text.find("Giấy phép") != std::string::npos ||
                       text.find("Trang chủ") != std::string::npos;
    EXPECT_TRUE(!sites || is_noise(block.kind)) << text;
  }
  EXPECT_NE(dump(document).find("7/KH-UBND"), std::string::npos);
  EXPECT_NE(dump(document).find("Giấy phép"), std::string::npos);
}

TEST(WebLayoutOfPages, AListOfAttributesIsContentWhateverItLooksLike) {
  const Document document = layout_of(
      "<div class=menu><a href=/>Trang chủ</a><a href=/vb>Văn bản</a></div><div class=sidebar>"
      "<div><span class=a>Số ký hiệu</span><span class=b>31/KH-UBND</span></div>"
      "<div><span class=a>Ngày ban hành</span><span class=b>04/5/2023</span></div>"
      "<div><span class=a>Cơ quan ban hành</span><span class=b>UBND huyện Lắk</span></div>"
      "<div>Trích yếu</div><div>Trồng cây xanh năm 2023</div></div>");
  EXPECT_NE(dump(document).find("paragraph: Số ký hiệu 31/KH-UBND\n"
                                "paragraph: Ngày ban hành 04/5/2023\n"
                                "paragraph: Cơ quan ban hành UBND huyện Lắk\n"
                                "paragraph: Trích yếu\nparagraph: Trồng cây xanh năm 2023\n"),
            std::string::npos)
      << dump(document);
  EXPECT_TRUE(document.diagnostics.empty());
}

TEST(WebLayoutOfPages, AnEmptyShellIsSaidToBeOne) {
  const Document document =
      layout_of("<html><body><div id=root></div><a href=/>Về trang chủ</a></body></html>");
  ASSERT_EQ(document.diagnostics.size(), 1u);
  EXPECT_EQ(document.diagnostics[0].code, "empty-shell");
  EXPECT_EQ(document.diagnostics[0].message,
            "the page holds no text of its own: scripts fill it in a browser, or it reports an "
            "error; open it in a browser, wait until the text is there, save it from there and "
            "read that file");
  for (const Block& block : document.blocks) EXPECT_TRUE(is_noise(block.kind));
}

// Each character of a block leads back to its line and column of the file.
TEST(WebLayoutOfPages, PositionsLeadToTheFile) {
  const std::string html = article("<p>\n  Trồng&nbsp;cây &amp;\n <b>tưới</b> nước.</p>");
  const Document document = layout_of(html);
  const auto file_place = [&](const std::string& words) {
    const auto at = document.source.find(words);
    const SourceAnchor* last = nullptr;
    for (const SourceAnchor& anchor : document.anchors)
      if (anchor.source <= at) last = &anchor;
    if (at == std::string::npos || last == nullptr) return std::string("none");
    return std::to_string(last->line) + ":" + std::to_string(last->column + at - last->source);
  };
  EXPECT_EQ(file_place("Trồng\u00a0cây"), "2:3");
  EXPECT_EQ(file_place("cây &"), "2:14");
  EXPECT_EQ(file_place("tưới"), "3:5");
  EXPECT_EQ(file_place("nước."), "3:14");
}

TEST(WebLayoutOfPages, TextOverTheBudgetIsCutAndSaid) {
  std::string body;
  for (int i = 0; i < 2000; ++i) body += "<p>Xã Ea Đar trồng thêm một trăm cây sao đen.</p>";
  base::Budget budget;
  budget.max_text_bytes = 20'000;
  const Document document = layout_of(article(body), budget);
  EXPECT_LE(document.source.size(), 20'100u);
  ASSERT_EQ(document.diagnostics.size(), 1u);
  EXPECT_EQ(document.diagnostics[0].code, "page-cut");
}

}  // namespace
}  // namespace kehoach::layout
