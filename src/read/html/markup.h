// A web page as a tree: elements and text in the order of the page, whatever its encoding.
//
// Purpose: the one way from the bytes of a page to its structure; nothing is judged here (what is
// content is layout's question, which elements make a plan is plan's).
// Contract: HTML5 tree building, so that unclosed and misnested elements come out as in a browser.
// Bytes become UTF-8 by BOM, declared charset (also far into the file), or detection; a declared
// charset that the bytes contradict loses, with a diagnostic. Scripts (but for structured data,
// <script type="application/ld+json">, whose one text is kept, hidden), styles, templates, comments
// and the payload of data: addresses are not in the tree. Size, depth, elements and attributes are
// bounded by the budget before the parser runs; what is cut is said in a diagnostic. Linear in the
// bytes.
// Example: "<p>Kế <b>hoạch</b>" gives nodes html, head, body, p, "Kế ", b, "hoạch".
// Refused: libxml2 (not HTML5), a tree of pointers (deep pages end in deep recursion).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "base/diagnostic.h"
#include "base/source.h"

namespace kehoach::read {

struct Attribute {
  std::string name;   // lower case
  std::string value;  // entities decoded
};

// One element or text of the page. Nodes stand in document order (preorder), the root first: the
// descendants of node i are the nodes [i + 1, nodes[i].end).
struct MarkupNode {
  enum class Kind { kElement, kText };
  Kind kind = Kind::kElement;
  std::size_t parent = 0;  // index; the root is its own parent
  std::size_t end = 0;     // index behind the last descendant
  int depth = 0;
  // Elements: the lower-case name ("td"); unknown ones too ("o:p").
  std::string tag;
  std::vector<Attribute> attributes;
  // True if a browser would not show it: hidden, aria-hidden, display:none, visibility:hidden,
  // <noscript>, <option> … It holds for the element; its descendants do not repeat it.
  bool hidden = false;
  // Texts: the characters, entities decoded, spaces as they are.
  std::string text;
  std::size_t source_begin = 0;  // byte offset of tag or text in Markup::html
};

struct Markup {
  std::string html;        // the page, decoded to valid UTF-8
  std::string encoding;    // "UTF-8", "windows-1258", "UTF-16LE" …
  std::string media_type;  // "text/html", "multipart/related" for MHTML
  std::string url;         // where the page was saved from, if the file says so; else empty
  std::vector<MarkupNode> nodes;
  base::Diagnostics diagnostics;
};

// The value of the attribute, or empty.
inline std::string_view attribute(const MarkupNode& node, std::string_view name) {
  for (const Attribute& entry : node.attributes)
    if (entry.name == name) return entry.value;
  return {};
}

// Throws base::Error only where there is no page at all: "binary", "broken" (MHTML without a page).
Markup read_html(const base::Source& source, const base::Budget& budget);

}  // namespace kehoach::read
