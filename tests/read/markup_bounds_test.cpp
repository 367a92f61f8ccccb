#include <gtest/gtest.h>

#include <algorithm>

#include "read/html/markup.h"

namespace kehoach::read {
namespace {

std::string times(std::string_view piece, std::size_t count) {
  std::string text;
  text.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

std::string numbered(std::string_view before, std::string_view behind, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += before;
    text += std::to_string(i);
    text += behind;
  }
  return text;
}

struct Sizes {
  std::size_t elements = 0, attributes = 0;
  int depth = 0;
  std::string text;
};

Sizes sizes(const Markup& markup) {
  Sizes sizes;
  for (const MarkupNode& node : markup.nodes) {
    sizes.elements += node.kind == MarkupNode::Kind::kElement;
    sizes.attributes += node.attributes.size();
    sizes.depth = std::max(sizes.depth, node.depth);
    sizes.text += node.text;
  }
  return sizes;
}

std::string codes(const Markup& markup) {
  std::string result;
  for (const auto& diagnostic : markup.diagnostics) result += diagnostic.code + ";";
  return result;
}

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

// Each of these takes minutes, gigabytes or both if it is given to the parser as it is, or gives no
// text.
TEST(HostilePages, CostNoMoreThanTheirBytesAndKeepTheirText) {
  constexpr std::size_t kMany = 20'000;
  const struct {
    const char* what;
    std::string html;
    const char* text;  // that must still be read
    std::size_t most_elements;
    const char* codes;
  } kCases[] = {
      {"nested", times("<div>", 5 * kMany) + "chữ" + times("</div>", 5 * kMany) + "sau", "chữsau",
       5 * kMany + 10, "too-deep;"},
      {"nested, unclosed", times("<div>", kMany) + "chữ", "chữ", kMany + 10, "too-deep;"},
      {"nested tables", times("<table><tr><td>", kMany / 4) + "chữ", "chữ", kMany + kMany / 10,
       "too-deep;"},
      {"nested lists", times("<ul><li>", kMany / 2) + "chữ", "chữ", kMany + 10, "too-deep;"},
      {"unknown elements", numbered("<x", ">", kMany) + "chữ", "chữ", kMany + 10, "too-deep;"},
      {"ended elsewhere", times("<div><table><td></div>", kMany / 4) + "chữ", "chữ",
       kMany + kMany / 2, "too-deep;"},
      {"paragraphs", times("<p>a", kMany) + "chữ", "chữ", kMany + 10, ""},
      {"items", "<ul>" + times("<li>a", kMany) + "chữ", "chữ", kMany + 10, ""},
      {"cells", "<table>" + times("<tr><td>a", kMany / 2) + "chữ", "chữ", kMany + 10, ""},
      {"same formatting", times("<p><b>a", kMany / 4) + "chữ", "chữ", 5 * kMany / 4, ""},
      {"other formatting", numbered("<p><font size=", ">a", kMany / 4) + "chữ", "chữ",
       kMany / 4 + 10, "formatting-left-out;"},
      {"formatting around blocks", times("<b><div>a</b>", kMany / 4) + "chữ", "chữ", kMany,
       "too-deep;"},
      {"attributes", "<p " + numbered("a", "=1 ", 50 * kMany) + ">chữ", "chữ", 10,
       "attributes-cut;"},
      {"attributes of body", numbered("<body a", "=1>", kMany) + "chữ", "chữ", 3, ""},
      {"forms", times("<form>a", kMany) + "chữ", "chữ", 10, ""},
      {"selects", times("<select><option>a", kMany / 2) + "chữ", "chữ", kMany + 10, ""},
      {"quotes", "chữ" + times("<a href=\"", kMany), "chữ", 10, "unclosed-markup;"},
      {"comments", times("<!-- ", kMany) + "x>chữ", "chữ", 3, "unclosed-markup;"},
      {"half comments", times("<!-- --", kMany) + "x>chữ", "chữ", 3, "unclosed-markup;"},
      {"titles", times("<title>", kMany) + "chữ", "chữ", kMany + 10, "unclosed-markup;"},
      {"templates", times("<template>a", kMany) + "chữ", "chữ", 3, "unclosed-markup;"},
      {"drawings", times("<svg><g>", kMany) + "<p>chữ", "chữ", 4, ""},
      {"angles", times("<", kMany) + " chữ", "chữ", 3, ""},
      {"zero bytes", "<p>ch" + std::string(kMany, '\0') + "ữ<\0/p>", "chữ", 4, "zero-bytes;"},
      {"images",
       times("<img src=\"data:image/png;base64," + times("QUJD", 10'000) + "\">", 100) + "chữ",
       "chữ", 103, ""},
      {"scripts", times("<script>" + times("a<b;", 10'000) + "</script>", 100) + "chữ", "chữ", 3,
       ""},
  };
  for (const auto& [what, html, text, most_elements, expected_codes] : kCases) {
    const Markup markup = read_html({"page.html", html}, {});
    const Sizes found = sizes(markup);
    EXPECT_TRUE(has(found.text, text)) << what;
    EXPECT_LE(found.elements, most_elements) << what;
    EXPECT_LE(found.depth, 512) << what;
    EXPECT_LE(found.attributes, found.elements * 64) << what;
    EXPECT_EQ(codes(markup), expected_codes) << what;
  }
}

TEST(HostilePages, AreCutAtTheLimitsAndSaySo) {
  base::Budget budget;
  budget.max_elements = 100;
  const Markup many = read_html({"page.html", times("<p>a", 1000)}, budget);
  EXPECT_LE(sizes(many).elements, 104u);
  ASSERT_EQ(codes(many), "page-cut;");
  EXPECT_EQ(many.diagnostics[0].message,
            "Only the first 403 of 4000 bytes of the page were read, because of the limit on "
            "elements. Split the page to have the rest read");
  budget = {};
  budget.max_text_bytes = 10;
  const Markup text = read_html({"page.html", "<p>một hai ờờờ ba bốn"}, budget);
  EXPECT_EQ(sizes(text).text, "một hai ");
  EXPECT_EQ(codes(text), "page-cut;");
  budget = {};
  budget.max_depth = 20;
  const Markup deep = read_html({"page.html", times("<div>", 30)}, budget);
  ASSERT_EQ(codes(deep), "too-deep;");
  EXPECT_EQ(deep.diagnostics[0].message,
            "Elements stand more than 20 deep; 12 of them were ended early, so that tables and "
            "lists in them may be torn. All text was read");
}

// A table behind hundreds of forgotten end tags is a table all the same.
TEST(HostilePages, KeepStructureBehindForgottenEndTags) {
  const Markup markup = read_html(
      {"page.html", times("<div>", 2000) + "<table><tr><td>một<td>hai</table><ul><li>ba</ul>"}, {});
  std::string tail;
  for (const MarkupNode& node : markup.nodes)
    if (node.tag != "div") tail += node.tag + node.text + " ";
  EXPECT_EQ(tail, "html head body table tbody tr td một td hai ul li ba ");
}

std::string tags_and_texts(const Markup& markup) {
  std::string result;
  for (const MarkupNode& node : markup.nodes) {
    if (node.tag == "html" || node.tag == "head" || node.tag == "body") continue;
    result += node.kind == MarkupNode::Kind::kText ? '"' + node.text + '"' : node.tag;
    result += " ";
  }
  return result;
}

TEST(BrokenPages, AreReadOnBehindForgottenEnds) {
  const struct {
    const char* html;
    const char* nodes;
  } kCases[] = {
      {"a<!-- b<p>c", R"("ac" )"},
      {"a<p title=\"b>c<i>d</i>", R"("a" p "c" i "d" )"},
      {"<title>a<p>b", R"(title "a" p "b" )"},
      {"<textarea>a<p>b", R"(textarea "a" p "b" )"},
      {"<template>a<p>b", R"("a" p "b" )"},
      {"<select><option>a<div>b</div>c", R"(select option "a" div "b" "c" )"},
      {"<svg><g><text>a</text><p>b", R"(p "b" )"},
      {"a<script>b<p>c", R"("a" )"},
      {"<template><script>'</template>'</script>a</template>b", R"("b" )"},
      {"<svg><style>p{} /* <p> */</style></svg>a", R"("a" )"},
      {"a<p", R"("a" )"},
      {"<<p>a", R"("<" p "a" )"},
      {"<<!-- -->p>a", R"("<p>a" )"},
      {"<x><y>a</x>b", R"(x y "a" "b" )"},
      {"<tr><td>a<td>b<tr><td>c", R"(br " a b" br " c" )"},
      {"<xmp>a<b>c</b></xmp>", R"("a" b "c" )"},
      {"<iframe src=a.pdf>b<p>c</iframe>d", R"(iframe "d" )"},
      {"<body>a<noscript>b<img src=c><p>d</noscript>e", R"("a" noscript "bd" "e" )"},
      {"<head><noscript><img src=c></noscript><title>a</title>", R"(title "a" )"},
      {"a</body></html>b", R"("ab" )"},
  };
  for (const auto& [html, nodes] : kCases)
    EXPECT_EQ(tags_and_texts(read_html({"a.html", html}, {})), nodes) << html;
}

TEST(Xhtml, ElementsMayCloseThemselves) {
  const struct {
    const char* html;
    const char* nodes;
  } kCases[] = {
      {"<?xml version=\"1.0\"?><html><body><div/>a<a name='x'/>b<script src='y'/>c<title/>d",
       R"(div "a" a "bc" title "d" )"},
      {"<div/>a", R"(div "a" )"},  // no XHTML: the slash says nothing, "a" stands in the <div>
  };
  for (const auto& [html, nodes] : kCases)
    EXPECT_EQ(tags_and_texts(read_html({"a.html", html}, {})), nodes) << html;
}

TEST(BoundMarkup, KeepsPositionsInThePage) {
  const char* const kHtml =
      "<!-- c --><script>s</script><p class=a>một</p>"
      "<img src=\"data:image/png;base64,AAAA\"><x><y>hai</x><b>ba</b>";
  const Markup markup = read_html({"a.html", kHtml}, {});
  for (const MarkupNode& node : markup.nodes) {
    const std::string_view there = std::string_view(markup.html).substr(node.source_begin);
    if (node.kind == MarkupNode::Kind::kText) {
      EXPECT_TRUE(there.starts_with(node.text)) << node.text;
    } else if (node.tag != "html" && node.tag != "head" && node.tag != "body") {
      EXPECT_TRUE(there.starts_with("<" + node.tag)) << node.tag;
    }
  }
}

TEST(BoundMarkup, PositionsEndWithThePage) {
  for (const char* html : {"<title>", "<select>a<td>", "<div><p>a<textarea>", ""}) {
    const Markup markup = read_html({"a.html", html}, {});
    for (const MarkupNode& node : markup.nodes)
      EXPECT_LE(node.source_begin, markup.html.size()) << html;
  }
}

TEST(BoundMarkup, LeavesOutPayload) {
  const std::string long_value(20'000, 'x');
  const Markup markup = read_html(
      {"a.html", "<img SRC='data:image/png;base64,QUJD' alt=a><p title='" + long_value + "'>"}, {});
  for (const MarkupNode& node : markup.nodes) {
    if (node.tag == "img") {
      EXPECT_EQ(attribute(node, "src"), "data:image/png;base64");
      EXPECT_EQ(attribute(node, "alt"), "a");
    } else if (node.tag == "p") {
      EXPECT_EQ(attribute(node, "title").size(), 16u << 10);
    }
  }
}

TEST(SavedAddress, IsTakenFromTheProgramThatSaved) {
  const struct {
    const char* comment;
    const char* url;
  } kCases[] = {
      {"<!-- saved from url=(0031)https://tinh.example.vn/tin/1.html -->",
       "https://tinh.example.vn/tin/1.html"},
      {"<!--\n Page saved with SingleFile \n url: https://a.example.vn/x?y=1 \n saved date: -->",
       "https://a.example.vn/x?y=1"},
      {"<!-- Mirrored from a.example.vn/x.html by HTTrack Website Copier/3.x -->",
       "http://a.example.vn/x.html"},
      {"<!-- saved from url=(0014)about:internet -->", ""},
      {"<!-- saved from url=(0022)file:///C:/a.htm -->", ""},
      {"<!-- url: https://a.example.vn -->", ""},
  };
  for (const auto& [comment, url] : kCases)
    EXPECT_EQ(read_html({"a.html", std::string(comment) + "<p>a"}, {}).url, url) << comment;
}

}  // namespace
}  // namespace kehoach::read
