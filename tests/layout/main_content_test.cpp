#include "layout/web/main_content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <optional>
#include <string>

#include "layout/web/markup_text.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const match::Matcher& matcher() {
  static const match::Matcher made{rules::load()};
  return made;
}

// "role (note): the line", one line each; "empty shell" first where the page is said to be one.
std::string roles_of(const std::string& html) {
  static constexpr std::array<const char*, 8> kNames = {
      "content", "title", "published", "byline", "caption", "attachment", "noise", "hidden"};
  const auto markup = read::read_html({"page.html", html}, {});
  const auto found = find_main_content(markup, matcher());
  const auto text = read_markup_text(markup);
  std::string dump = found.empty_shell ? "empty shell\n" : "";
  for (const auto& line : text.lines) {
    const auto node = text.texts[line.begin];
    dump += kNames[static_cast<std::size_t>(found.roles[node])];
    if (!found.notes[node].empty()) dump += " (" + found.notes[node] + ")";
    dump += ": " + text.text_of(markup, line) + "\n";
  }
  return dump;
}

// Three sentences, as any article has.
const std::string kBody =
    "<p>Sáng 5/3, xã Bình Minh phát động Tết trồng cây, hơn 300 người dân tham gia.</p>"
    "<p>Theo kế hoạch, trong năm nay xã trồng mới 20 ha rừng, nâng độ che phủ lên 45%.</p>"
    "<p>Các thôn cam kết chăm sóc, bảo vệ cây trồng, không để xảy ra cháy rừng.</p>";
const std::string kBodyRoles =
    "content: Sáng 5/3, xã Bình Minh phát động Tết trồng cây, hơn 300 người dân tham gia.\n"
    "content: Theo kế hoạch, trong năm nay xã trồng mới 20 ha rừng, nâng độ che phủ lên 45%.\n"
    "content: Các thôn cam kết chăm sóc, bảo vệ cây trồng, không để xảy ra cháy rừng.\n";
const std::string kHead =
    "<html><head><title>Bình Minh phát động Tết trồng cây - Cổng thông tin</title></head><body>";
const std::string kTitle = "<h1>Bình Minh phát động Tết trồng cây</h1>";
const std::string kTitleRole = "title: Bình Minh phát động Tết trồng cây\n";

struct Case_ {
  const char* name;
  std::string html, roles;
};

void PrintTo(const Case_& c, std::ostream* out) { *out << c.name; }

class MainContentRoles : public testing::TestWithParam<Case_> {};

TEST_P(MainContentRoles, OfLines) { EXPECT_EQ(roles_of(GetParam().html), GetParam().roles); }

INSTANTIATE_TEST_SUITE_P(
    Named, MainContentRoles,
    testing::Values(
        Case_{"parts of the site by element, role and class",
              kHead +
                  "<nav><a href=/>Trang chủ</a></nav><div class=breadcrumb><a href=/tin>Tin "
                  "tức</a></div><div class=content>" +
                  kTitle + kBody +
                  "</div><div class='col right-sidebar'><p>Kế hoạch số 12/KH-UBND về giảm nghèo, "
                  "phấn đấu giảm 2%, đã được ban hành.</p></div><div role=contentinfo>Giấy phép số "
                  "7/GP ngày 3/4/2019</div>",
              "noise (menu): Trang chủ\nnoise (breadcrumb): Tin tức\n" + kTitleRole + kBodyRoles +
                  "noise (sidebar): Kế hoạch số 12/KH-UBND về giảm nghèo, phấn đấu giảm 2%, đã "
                  "được ban hành.\nnoise (footer): Giấy phép số 7/GP ngày 3/4/2019\n"},
        Case_{"class names of the frame, of the topic and for printing are about something else",
              kHead + "<div class='page with-sidebar'><article class='post tag-rung category-xa'>" +
                  kTitle + "<div id=divPrint class='hidden-print'>" + kBody +
                  "</div></article></div>",
              kTitleRole + kBodyRoles},
        Case_{"a column that holds all there is, is no sidebar whatever it is called",
              kHead + "<div class=sidebar-1>" + kBody + kBody + "</div>", kBodyRoles + kBodyRoles},
        Case_{"what stands inside an article and is none of it",
              kHead + "<div class=article-body>" + kTitle +
                  "<div class=share-buttons>Chia sẻ <a href=#>Facebook</a></div>"
                  "<figure><img src=a.jpg><figcaption>Người dân trồng cây</figcaption></figure>" +
                  kBody +
                  "<div class=related-news><p>Xã Hòa Bình sắp có kế hoạch trồng rừng mới, với tổng "
                  "diện tích 50 ha.</p></div><p class=author-box>Nguyễn A là phóng viên, chuyên "
                  "viết về nông thôn.</p></div>",
              kTitleRole + "noise (share): Chia sẻ Facebook\ncaption: Người dân trồng cây\n" +
                  kBodyRoles +
                  "noise (other-headlines): Xã Hòa Bình sắp có kế hoạch trồng rừng mới, với tổng "
                  "diện tích 50 ha.\nnoise (author-box): Nguyễn A là phóng viên, chuyên viết về "
                  "nông thôn.\n"}));

INSTANTIATE_TEST_SUITE_P(
    Unnamed, MainContentRoles,
    testing::Values(
        Case_{"a page of nested tables",
              kHead +
                  "<table><tr><td><a href=/>Trang chủ</a> | <a href=/2>Văn bản</a></td></tr>"
                  "<tr><td><table><tr><td><a href=/3>Kế hoạch số 5/KH-UBND về giảm nghèo</a>"
                  "</td></tr><tr><td><a href=/4>Kế hoạch số 6/KH-UBND về chuyển đổi số</a></td>"
                  "</tr></table></td><td><table><tr><td><b>Bình Minh phát động Tết trồng cây"
                  "</b></td></tr><tr><td>" +
                  kBody + "</td></tr></table></td></tr></table>",
              "noise (outside): Trang chủ | Văn bản\nnoise (outside): Kế hoạch số 5/KH-UBND về "
              "giảm nghèo\nnoise (outside): Kế hoạch số 6/KH-UBND về chuyển đổi số\n" +
                  kTitleRole + kBodyRoles},
        Case_{"other headlines with a few words each, comments with a day each",
              kHead + "<div>" + kTitle + kBody +
                  "<div><div><a href=/1>Hội nghị sơ kết quý một của xã</a><p>Ngày 4/4, đã họp, bàn "
                  "việc.</p></div><div><a href=/2>Họp thôn bàn về đường mới</a><p>Ngày 5/4, đã "
                  "họp, bàn việc.</p></div><div><a href=/3>Khai giảng lớp học nghề mới</a><p>Ngày "
                  "6/4, đã họp, bàn việc.</p></div></div><ul><li><b>Minh 6/3</b><div>Mong rằng "
                  "cây sẽ sống, rừng sẽ xanh.</div></li><li><b>Hoa 7/3</b><div>Năm ngoái tăng 3 "
                  "bậc, năm nay chắc cũng thế.</div></li><li><b>An 8/3</b><div>Cần tưới nước, kẻo "
                  "cây chết hết cả.</div></li></ul></div>",
              kTitleRole + kBodyRoles +
                  "noise (other-headlines): Hội nghị sơ kết quý một của xã\nnoise "
                  "(other-headlines): Ngày 4/4, đã họp, bàn việc.\nnoise (other-headlines): Họp "
                  "thôn bàn về đường mới\nnoise (other-headlines): Ngày 5/4, đã họp, bàn "
                  "việc.\nnoise (other-headlines): Khai giảng lớp học nghề mới\nnoise "
                  "(other-headlines): Ngày 6/4, đã họp, bàn việc.\nnoise (comments): Minh "
                  "6/3\nnoise (comments): Mong rằng cây sẽ sống, rừng sẽ xanh.\nnoise (comments): "
                  "Hoa 7/3\nnoise (comments): Năm ngoái tăng 3 bậc, năm nay chắc cũng thế.\nnoise "
                  "(comments): An 8/3\nnoise (comments): Cần tưới nước, kẻo cây chết hết cả.\n"},
        Case_{"the lead stands above the text, the text goes on in boxes of one class",
              kHead + "<div>" + kTitle +
                  "<div><b>Mỗi gia đình trồng ít nhất 5 cây, đó là mục tiêu của xã.</b></div>"
                  "<div class=x>" +
                  kBody + "</div><div class=ad-slot>Quảng cáo</div><div class=x>" + kBody +
                  "</div></div>",
              kTitleRole + "content: Mỗi gia đình trồng ít nhất 5 cây, đó là mục tiêu của xã.\n" +
                  kBodyRoles + "noise (promo): Quảng cáo\n" + kBodyRoles},
        Case_{"dates, authors and labels at the edges; a line that opens the foot",
              kHead + "<div>" + kTitle +
                  "<div>Cập nhật lúc 08:15 - 05/03/2024</div><div>Cỡ chữ</div>" + kBody +
                  "<div>Tác giả: Minh Anh</div><div><h3>Related stories</h3><p>Xã Hòa Bình trồng "
                  "rừng.</p></div></div>",
              kTitleRole + "published: Cập nhật lúc 08:15 - 05/03/2024\nnoise (button): Cỡ chữ\n" +
                  kBodyRoles +
                  "byline: Tác giả: Minh Anh\nnoise (foot): Related stories\nnoise (foot): Xã Hòa "
                  "Bình trồng rừng.\n"}));

// What the page declares for search engines; long enough to be asked, and with an end.
const std::string kLongBody = [] {
  std::string body;
  for (int i = 1; i <= 8; ++i)
    body += "<p>Thôn số " + std::to_string(i) +
            " đã trồng xong cây trên các tuyến đường chính, giao cho từng gia đình chăm sóc, tưới "
            "nước.</p>";
  return body;
}();
std::string declared(std::string body) {
  for (std::size_t tag; (tag = body.find("<")) != std::string::npos;)
    body.replace(tag, body.find(">", tag) + 1 - tag, " ");
  return "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"datePublished\": "
         "\"2024-03-05\", \"articleBody\": \"" +
         body + "\"}</script>";
}

TEST(MainContent, WhatAPageDeclaresIsTheArticleAndWhatStandsBehindItIsNot) {
  const std::string others = "<p>Ban biên tập xin cảm ơn bạn đọc đã gửi thư, góp ý kiến.</p>";
  const std::string page = "<div class=related>" + kTitle + kLongBody + others + "</div>";
  const auto role_of_last = [](const std::string& html) {
    const auto roles = roles_of(html);
    return roles.substr(roles.rfind('\n', roles.size() - 2) + 1, 7);
  };
  EXPECT_EQ(role_of_last(kHead + page), "content");
  EXPECT_EQ(role_of_last(kHead + declared(kLongBody) + page), "noise (");
  EXPECT_THAT(roles_of(kHead + declared(kLongBody) + page),
              testing::StartsWith(kTitleRole + "content: Thôn số 1 "));
}

INSTANTIATE_TEST_SUITE_P(
    Documents, MainContentRoles,
    testing::Values(
        Case_{
            "letterhead and signatures in tables beside the text",
            kHead + kTitle +
                "<div><div><table><tr><td>ỦY BAN NHÂN DÂN XÃ BÌNH MINH</td><td>CỘNG HÒA XÃ HỘI "
                "CHỦ NGHĨA VIỆT NAM</td></tr><tr><td>Số: 12/KH-UBND</td></tr></table></div><div>" +
                kBody +
                "</div><table><tr><td>Nơi nhận:</td><td>TM. ỦY BAN NHÂN DÂN</td></tr></table>"
                "</div>",
            kTitleRole +
                "content: ỦY BAN NHÂN DÂN XÃ BÌNH MINH\ncontent: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT "
                "NAM\ncontent: Số: 12/KH-UBND\n" +
                kBodyRoles + "content: Nơi nhận:\ncontent: TM. ỦY BAN NHÂN DÂN\n"},
        Case_{"files below the text",
              kHead + "<div>" + kTitle + "<div>" + kBody +
                  "</div><div>Tệp đính kèm: <a href=/kh12.pdf>Kế hoạch 12</a></div></div>",
              kTitleRole + kBodyRoles + "attachment: Tệp đính kèm: Kế hoạch 12\n"},
        Case_{"a list of others above the headline, and no article",
              "<div><table><tr><td>12/KH-UBND</td><td>Kế hoạch giảm nghèo, phấn đấu giảm 2% trong "
              "năm</td></tr></table></div><div><h1>Tra cứu văn bản</h1></div>",
              "noise (outside): 12/KH-UBND\nnoise (outside): Kế hoạch giảm nghèo, "
              "phấn đấu giảm 2% trong năm\ntitle: Tra cứu văn bản\n"}));

INSTANTIATE_TEST_SUITE_P(
    Empty, MainContentRoles,
    testing::Values(
        Case_{"nothing", "", "empty shell\n"},
        Case_{"what scripts would fill",
              "<body><div id=root><header><a href=/>Trang chủ</a></header><div>Đang tải dữ "
              "liệu...</div></div>",
              "empty shell\nnoise (links): Trang chủ\ncontent: Đang tải dữ liệu...\n"},
        Case_{"an error of two sentences",
              "<body><h1>Không tìm thấy trang</h1><p>Trang mà bạn yêu cầu không có trên máy chủ, "
              "có thể đã bị xóa hoặc đổi tên.</p><p>Vui lòng quay lại trang chủ, hoặc liên hệ với "
              "quản trị viên để được hỗ trợ.</p>",
              "empty shell\ntitle: Không tìm thấy trang\ncontent: Trang mà bạn yêu cầu không có "
              "trên máy chủ, có thể đã bị xóa hoặc đổi tên.\ncontent: Vui lòng quay lại trang chủ, "
              "hoặc liên hệ với quản trị viên để được hỗ trợ.\n"}));

std::optional<PageRole> expected_role(const read::MarkupNode& node) {
  if (node.tag == "nav" || node.tag == "br") return PageRole::kNoise;
  if (node.tag == "h1") return PageRole::kTitle;
  if (node.tag == "p") return node.hidden ? PageRole::kHidden : PageRole::kContent;
  if (node.tag == "body" || node.tag == "div") return PageRole::kContent;
  return std::nullopt;
}

// Every node has a role; elements have that of what is inside.
TEST(MainContent, ElementsTakeTheRoleOfTheirText) {
  const auto markup =
      read::read_html({"page.html", kHead + "<nav><a href=/>Trang chủ</a><br></nav><div>" + kTitle +
                                        kBody + "<p hidden>Số: 1/KH-UBND</p></div>"},
                      {});
  const auto found = find_main_content(markup, matcher());
  ASSERT_EQ(found.roles.size(), markup.nodes.size());
  ASSERT_EQ(found.notes.size(), markup.nodes.size());
  for (std::size_t i = 0; i < markup.nodes.size(); ++i) {
    const auto& node = markup.nodes[i];
    const auto expected = expected_role(node);
    if (!expected) continue;
    EXPECT_EQ(found.roles[i], *expected) << node.tag;
    EXPECT_EQ(found.notes[i], *expected == PageRole::kNoise ? "menu" : "") << node.tag;
  }
}

// As deep as pages may be, with many lines at the bottom: no step may walk up from each line.
TEST(MainContent, DeepPagesWithManyLines) {
  std::string html = kHead;
  for (int i = 0; i < 400; ++i) html += "<div class=c" + std::to_string(i) + ">";
  for (int i = 0; i < 20'000; ++i) html += "<p>Thôn " + std::to_string(i) + " trồng rừng, đạt.</p>";
  const auto markup = read::read_html({"page.html", html}, {});
  EXPECT_FALSE(find_main_content(markup, matcher()).empty_shell);
}

}  // namespace
}  // namespace kehoach::layout
