// What a page says of itself.

#include "layout/web/web_facts.h"

#include <gtest/gtest.h>

#include "layout/web/main_content.h"
#include "layout/web/structured_data.h"
#include "layout/web/web_address.h"
#include "read/html/markup.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const match::Matcher& matcher() {
  static const match::Matcher made{rules::load()};
  return made;
}

const std::string kBody =
    "<div class=content><h1>Ea Kar giao kế hoạch trồng rừng cho các xã trong huyện</h1><p>Ủy ban "
    "nhân dân huyện Ea Kar vừa giao các xã, thị trấn trồng mới cây xanh dọc theo những tuyến đường "
    "liên xã trong mùa mưa năm nay.</p><p>Theo huyện, việc trồng cây giúp giảm bụi, giữ đất và tạo "
    "bóng mát cho người dân đi lại hằng ngày trên các tuyến đường này.</p>";
const std::string kTitle = "Ea Kar giao kế hoạch trồng rừng cho các xã trong huyện";

PageFacts facts_of(const std::string& head, const std::string& more = "") {
  const auto markup = read::read_html({"page.html", "<html><head>" + head + "</head><body>" +
                                                        kBody + more + "</div></body></html>"},
                                      {});
  return read_page_facts(markup, find_main_content(markup, matcher()), matcher());
}

TEST(WebFacts, TitleAndSite) {
  const struct {
    const char *head, *site;
  } kCases[] = {
      {"", ""},
      {"<title>Ea Kar giao kế hoạch trồng rừng cho các xã trong huyện - Huyện Ea Kar</title>",
       "Huyện Ea Kar"},
      {"<title>Huyện Ea Kar | Ea Kar giao kế hoạch trồng rừng cho các xã trong huyện</title>",
       "Huyện Ea Kar"},
      {"<title>Chi tiết tin - Trang thông tin điện tử huyện Ea Kar</title>",
       "Trang thông tin điện tử huyện Ea Kar"},
      {"<title>Chi tiết tin</title>", ""},
      {"<meta property=og:site_name content='Huyện  Ea Kar'><title>A | B</title>", "Huyện Ea Kar"},
      {"<meta name=application-name content='Cổng Ea Kar'>", "Cổng Ea Kar"},
      {"<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"Báo Ea "
       "Kar\"}]}</script>",
       "Báo Ea Kar"},
  };
  for (const auto& [head, site] : kCases) {
    const PageFacts facts = facts_of(head);
    EXPECT_EQ(facts.title, kTitle) << head;
    EXPECT_EQ(facts.site, site) << head;
  }
}

TEST(WebFacts, Address) {
  const struct {
    const char *head, *url;
  } kCases[] = {
      {"", ""},
      {"<link rel=canonical href='https://eakar.example.vn/tin/5'>",
       "https://eakar.example.vn/tin/5"},
      {"<meta property=og:url content='https://eakar.example.vn/tin/6'><link rel=canonical "
       "href='/tin/5'>",
       "https://eakar.example.vn/tin/5"},
      {"<base href='https://eakar.example.vn/'><link rel=canonical href='tin/5'>",
       "https://eakar.example.vn/tin/5"},
      {"<base href='https://eakar.example.vn/'>", ""},
  };
  for (const auto& [head, url] : kCases) EXPECT_EQ(facts_of(head).url, url) << head;
}

TEST(WebFacts, PostedTimeInMetadata) {
  const struct {
    const char *head, *published;
  } kCases[] = {
      {"<meta property='article:published_time' content='2022-07-12T01:15:00+07:00'>",
       "2022-07-12T01:15:00+07:00"},
      {"<meta property='article:modified_time' content='2022-07-13T01:15:00+07:00'>", ""},
      {"<meta itemprop=datePublished content='2022-07-12'>", "2022-07-12"},
      {"<script type='application/ld+json'>[{\"@type\":\"NewsArticle\",\"dateModified\":\"2023-01-"
       "01\",\"datePublished\":\"2022-07-12T08:00:00Z\"}]</script>",
       "2022-07-12T08:00:00Z"},
      {"<script type='application/ld+json'>{\"datePublished\":</script>", ""},
      {"<meta name=date content='2020-01-01'><meta property='article:published_time' "
       "content='2022-07-12'>",
       "2022-07-12"},
  };
  for (const auto& [head, published] : kCases)
    EXPECT_EQ(facts_of(head).published, published) << head;
}

std::string attachments(const std::string& html) {
  std::string out;
  const std::string head = "<base href='https://eakar.example.vn/tin/'>";
  for (const auto& link : facts_of(head, html).attachments)
    out += link.label + " -> " + link.href + "\n";
  return out;
}

TEST(WebFacts, Attachments) {
  const struct {
    const char *html, *links;
  } kCases[] = {
      {"<p>Xem <a href='/vb/12-kh.pdf'>Kế hoạch số 12</a> của huyện.</p>",
       "Kế hoạch số 12 -> https://eakar.example.vn/vb/12-kh.pdf\n"},
      {"<p>Xem <a href='tai.ashx?id=3&file=a%20b.DOCX'>văn bản</a> của huyện.</p>",
       "văn bản -> https://eakar.example.vn/tin/tai.ashx?id=3&file=a%20b.DOCX\n"},
      {"<p>Nội dung chi tiết xem <a href='/vb/77'>tại đây</a>.</p>",
       "tại đây -> https://eakar.example.vn/vb/77\n"},
      {"<p>Tệp: <a href='/tai/5'>phu luc 1.xlsx</a></p>",
       "phu luc 1.xlsx -> https://eakar.example.vn/tai/5\n"},
      {"<p>Theo <a href='/tin/9'>tin hôm qua</a>, <a href='javascript:x()'>huyện</a> và <a "
       "href='#'>xã</a> đã trồng cây.</p>",
       ""},
      {"<p><a href='/a.pdf'>Bản 1</a>, <a href='/a.pdf'>tải lại</a></p>",
       "Bản 1 -> https://eakar.example.vn/a.pdf\n"},
      {"<p><a href='/a%20b.pdf'><img src=p.png></a> Huyện đã ban hành kế hoạch này.</p>",
       "a b.pdf -> https://eakar.example.vn/a%20b.pdf\n"},
      {"</div><div class=related><a href='/cu/31-kh.pdf'>Kế hoạch số 31</a></div><div>", ""},
  };
  for (const auto& [html, links] : kCases) EXPECT_EQ(attachments(html), links) << html;
}

TEST(WebAddress, IsResolved) {
  const struct {
    const char *base, *reference, *result;
  } kCases[] = {
      {"https://a.vn/x/y.aspx?i=1", "z.pdf", "https://a.vn/x/z.pdf"},
      {"https://a.vn/x/y.aspx?i=1", "../z.pdf", "https://a.vn/z.pdf"},
      {"https://a.vn/x/y", "/z.pdf?p=../q", "https://a.vn/z.pdf?p=../q"},
      {"https://a.vn/x/y", "?i=2", "https://a.vn/x/y?i=2"},
      {"https://a.vn", "z.pdf", "https://a.vn/z.pdf"},
      {"https://a.vn/x", "//b.vn/z", "https://b.vn/z"},
      {"https://a.vn/x", "HTTP://b.vn/z", "HTTP://b.vn/z"},
      {"https://a.vn/x", " z.pdf\n", "https://a.vn/z.pdf"},
      {"https://a.vn/x", "../../../z", "https://a.vn/z"},
      {"", "z.pdf", "z.pdf"},
      {"https://a.vn/x", "#top", ""},
      {"https://a.vn/x", "JavaScript:void(0)", ""},
      {"https://a.vn/x", "mailto:a@b.vn", ""},
      {"https://a.vn/x", "data:text/html,x", ""},
      {"https://a.vn/x", "", ""},
  };
  for (const auto& [base, reference, result] : kCases)
    EXPECT_EQ(resolve(base, reference), result) << base << " " << reference;
}

TEST(WebAddress, NamesItsFile) {
  const struct {
    const char *address, *name;
  } kCases[] = {
      {"https://a.vn/x/k%E1%BA%BF%20ho%E1%BA%A1ch.pdf#page=2", "kế hoạch.pdf"},
      {"https://a.vn/tai.ashx?id=3&f=C%3A%5Cvb%5C12.doc", "12.doc"},
      {"https://a.vn/x/?id=3", ""},
      {"https://a.vn", ""},
      {"x/y.zip", "y.zip"},
      {"https://a.vn/%zz%", "%zz%"},
  };
  for (const auto& [address, name] : kCases) EXPECT_EQ(file_name(address), name) << address;
}

TEST(StructuredData, DeepOrEndlessTextsSayNothing) {
  EXPECT_EQ(read_structured_data(std::string(200'000, '[')).published, "");
  EXPECT_EQ(read_structured_data("{\"@graph\":[[[[[[{\"datePublished\":\"x\"}]]]]]]}").published,
            "");
}

}  // namespace
}  // namespace kehoach::layout
