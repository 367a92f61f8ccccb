#include "layout/web/legacy_markup.h"

#include <gtest/gtest.h>

#include <string>

#include "layout/dump.h"
#include "layout/web/web_layout.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const match::Matcher& matcher() {
  static const match::Matcher made{rules::load()};
  return made;
}

read::Markup parse(const std::string& html) { return read::read_html({"page.html", html}, {}); }

struct FontCase {
  const char* html;
  const char* expected;  // of the texts: "TCVN3", "TCVN3-H" or "-"
};

TEST(LegacyMarkup, Fonts) {
  const FontCase cases[] = {
      {"<p>a</p>", ""},
      {"<font face=Arial>a</font>", ""},
      {"<font face='.VnTime'>a<b>b</b></font>c", "TCVN3 TCVN3 -"},
      {"<p style=\"margin:0; FONT-FAMILY : '.VnTimeH', serif\">a<span "
       "style='font-family:Arial'>b</span></p>",
       "TCVN3-H -"},
      {"<p style='font-family-x:1;font-family:VNI-Times'>a</p>", "VNI"},
      {"<font face=''>a</font><font face='VNI-Times'>b</font>", "- VNI"},
  };
  for (const auto& [html, expected] : cases) {
    const read::Markup markup = parse(html);
    const NodeFonts fonts = old_fonts(markup);
    std::string dump;
    for (std::size_t i = 0; i < fonts.size(); ++i) {
      if (markup.nodes[i].kind != read::MarkupNode::Kind::kText) continue;
      dump += dump.empty() ? "" : " ";
      dump += !fonts[i] ? "-" : name(fonts[i]->encoding);
      if (fonts[i] && fonts[i]->capitals) dump += "-H";
    }
    EXPECT_EQ(dump, expected) << html;
  }
}

constexpr const char* kPage =
    "<html><head><title>KÕ ho¹ch trång rõng</title></head><body>"
    "<p><b><font face='.VnTimeH'>ñy ban nh©n d©n tØnh B×nh Ph\u00adíc</font></b></p>"
    "<p>Sè: 12/KH-UBND</p>"
    "<p>B×nh Ph\u00adíc, ngµy 5 th¸ng 3 n¨m 2004</p>"
    "<p style=\"font-family:'.VnTimeH'\">kÕ ho¹ch<br>trång rõng phßng hé n¨m 2004</p>"
    "<p>Thùc hiÖn NghÞ quyÕt cña Héi ®ång nh©n d©n tØnh, Uû ban nh©n d©n tØnh ban hµnh kÕ ho¹ch "
    "nh\u00ad sau:</p><p>I. Môc tiªu</p><p>Trång míi 500 ha rõng.</p></body></html>";

TEST(LegacyMarkup, PageOfAnOldFont) {
  const Document document = layout_web(parse(kPage), matcher(), {});
  EXPECT_EQ(dump(document),
            "issuer: ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC\n"
            "number: Số: 12/KH-UBND\n"
            "place-date: Bình Phước, ngày 5 tháng 3 năm 2004\n"
            "type: KẾ HOẠCH\n"
            "abstract: TRỒNG RỪNG PHÒNG HỘ NĂM 2004\n"
            "paragraph: Thực hiện Nghị quyết của Hội đồng nhân dân tỉnh, Uỷ ban nhân dân tỉnh ban "
            "hành kế hoạch như sau:\n"
            "heading [I] 1: I. Mục tiêu\n"
            "paragraph: Trồng mới 500 ha rừng.\n");
  EXPECT_EQ(document.encoding, "TCVN3");
  EXPECT_NE(document.source.find("ñy ban nh©n d©n tØnh"), std::string::npos);
}

TEST(LegacyMarkup, DecodedPage) {
  const read::Markup markup = parse(kPage);
  const auto decoded = decoded_markup(markup, old_fonts(markup));
  ASSERT_TRUE(decoded);
  ASSERT_EQ(decoded->nodes.size(), markup.nodes.size());
  std::string texts;
  for (const read::MarkupNode& node : decoded->nodes) {
    if (!node.text.empty() && texts.size() < 100) texts += node.text + "|";
  }
  EXPECT_EQ(texts.substr(0, texts.find("Số")),
            "Kế hoạch trồng rừng|ỦY BAN NHÂN DÂN TỈNH BÌNH PHƯỚC|");
  const read::Markup good = parse("<p>Kế hoạch trồng rừng phòng hộ</p>");
  EXPECT_FALSE(decoded_markup(good, old_fonts(good)));
}

}  // namespace
}  // namespace kehoach::layout
