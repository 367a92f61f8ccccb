#include "read/html/markup.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace kehoach::read {
namespace {

Markup read(std::string bytes, base::Budget budget = {}) {
  return read_html({"page.html", std::move(bytes)}, budget);
}

// "html(head body(p("Kế " b("hoạch"))))"; hidden elements with "!".
std::string dump(const std::vector<MarkupNode>& nodes, std::size_t i = 0) {
  const MarkupNode& node = nodes[i];
  if (node.kind == MarkupNode::Kind::kText) return '"' + node.text + '"';
  std::string out = node.tag + (node.hidden ? "!" : "");
  for (const Attribute& attribute : node.attributes)
    out += "[" + attribute.name + "=" + attribute.value + "]";
  if (node.end == i + 1) return out;
  out += "(";
  for (std::size_t child = i + 1; child < node.end; child = nodes[child].end)
    out += (child == i + 1 ? "" : " ") + dump(nodes, child);
  return out + ")";
}

// Only what stands in the body.
std::string body(const Markup& markup) {
  for (std::size_t i = 0; i < markup.nodes.size(); ++i)
    if (markup.nodes[i].tag == "body") return dump(markup.nodes, i);
  return "";
}

TEST(ReadHtml, BuildsTheTreeOfABrowser) {
  const struct {
    const char* html;
    const char* tree;
  } kCases[] = {
      {"<p>Kế <b>hoạch</b>", R"(html(head body(p("Kế " b("hoạch")))))"},
      {"", "html(head body)"},
      {"chữ", R"(html(head body("chữ")))"},
      {"<title>A &amp; B</title><ul><li>một<li>hai</ul>",
       R"(html(head(title("A & B")) body(ul(li("một") li("hai")))))"},
      {"<table><tr><td>1<td>2</table>", R"(html(head body(table(tbody(tr(td("1") td("2")))))))"},
      {"<p>n&#259;m&nbsp;2024 &Acirc;", "html(head body(p(\"năm\u00A02024 Â\")))"},
      {"<A HREF='x.pdf' Class=\"a b\">t</A><o:p>u</o:p>",
       R"(html(head body(a[href=x.pdf][class=a b]("t") o:p("u"))))"},
      {"a<script>var b;</script><style>c</style><!-- d --><template>e</template>f",
       R"(html(head body("af")))"},
      {"<script type='application/ld+json'>{\"a\":1}</script>",
       R"(html(head(script![type=application/ld+json]("{"a":1}")) body))"},
  };
  for (const auto& [html, tree] : kCases) EXPECT_EQ(dump(read(html).nodes), tree) << html;
}

TEST(ReadHtml, KnowsWhatABrowserHides) {
  const struct {
    const char* html;
    const char* tree;
  } kCases[] = {
      {"<p hidden>a", R"(body(p![hidden=]("a")))"},
      {"<p aria-hidden=TRUE>a</p>bb", R"(body(p![aria-hidden=TRUE]("a") "bb"))"},
      {"<p aria-hidden=true>aaa</p>bb", R"(body(p[aria-hidden=true]("aaa") "bb"))"},
      {"<p aria-hidden=true>aaa</p><p hidden>bbbb</p>c",
       R"(body(p[aria-hidden=true]("aaa") p![hidden=]("bbbb") "c"))"},
      {"<p aria-hidden=true hidden>aaa</p>b", R"(body(p![aria-hidden=true][hidden=]("aaa") "b"))"},
      {"<p aria-hidden=false>a", R"(body(p[aria-hidden=false]("a")))"},
      {"<p style='color:red; Display : NONE !important'>a",
       R"(body(p![style=color:red; Display : NONE !important]("a")))"},
      {"<p style='visibility:hidden'>a", R"(body(p![style=visibility:hidden]("a")))"},
      {"<p style='display:none;display:block'>a",
       R"(body(p[style=display:none;display:block]("a")))"},
      {"<p style='x-display:none'>a", R"(body(p[style=x-display:none]("a")))"},
      {"<body style='display:none'>a", R"(body[style=display:none]("a"))"},
      {"<input type=hidden value=1>", R"(body(input![type=hidden][value=1]))"},
      {"<input value=1>", R"(body(input[value=1]))"},
      {"<select><option>a</select>", R"(body(select!(option!("a"))))"},
      {"<dialog>a</dialog><dialog open>b</dialog>", R"(body(dialog!("a") dialog[open=]("b")))"},
  };
  for (const auto& [html, tree] : kCases) EXPECT_EQ(body(read(html)), tree) << html;
}

}  // namespace
}  // namespace kehoach::read
