#include "layout/web/legacy_markup.h"

#include <string>
#include <utility>

#include "language/legacy/legacy_detection.h"

namespace kehoach::layout {
namespace {

using read::MarkupNode;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// The value of font-family in a style attribute.
std::optional<std::string> font_family(std::string_view style) {
  constexpr std::string_view kProperty = "font-family";
  std::string text;
  for (const char c : style) text += lower(c);
  for (std::size_t i = text.find(kProperty); i != std::string::npos;
       i = text.find(kProperty, i + 1)) {
    const std::size_t colon = text.find_first_not_of(" \t\r\n", i + kProperty.size());
    if (colon == std::string::npos || text[colon] != ':') continue;
    const std::size_t end = std::min(style.find(';', colon), style.size());
    return std::string(style.substr(colon + 1, end - colon - 1));
  }
  return std::nullopt;
}

// What the element itself says of fonts; nothing if it says nothing.
std::optional<std::string> declared_family(const MarkupNode& node) {
  const std::string_view style = read::attribute(node, "style");
  if (!style.empty()) {
    if (auto family = font_family(style)) return family;
  }
  const std::string_view face = node.tag == "font" ? read::attribute(node, "face") : "";
  return face.empty() ? std::nullopt : std::optional<std::string>(face);
}

// All texts one after another, a line end behind each.
struct JoinedTexts {
  std::string utf8;
  std::vector<language::FontHint> hints;
  std::vector<std::size_t> nodes, begins;
};

JoinedTexts join_texts(const read::Markup& markup, const NodeFonts& fonts) {
  JoinedTexts joined;
  for (std::size_t i = 0; i < markup.nodes.size(); ++i) {
    const MarkupNode& node = markup.nodes[i];
    if (node.kind != MarkupNode::Kind::kText) continue;
    const std::size_t begin = joined.utf8.size();
    joined.nodes.push_back(i);
    joined.begins.push_back(begin);
    joined.utf8 += node.text;
    if (!fonts.empty() && fonts[i]) joined.hints.push_back({begin, joined.utf8.size(), *fonts[i]});
    joined.utf8 += '\n';
  }
  joined.begins.push_back(joined.utf8.size());
  return joined;
}

}  // namespace

NodeFonts old_fonts(const read::Markup& markup) {
  NodeFonts fonts(markup.nodes.size());
  bool any = false;
  for (std::size_t i = 0; i < markup.nodes.size(); ++i) {
    const MarkupNode& node = markup.nodes[i];
    if (i > 0) fonts[i] = fonts[node.parent];
    if (node.kind != MarkupNode::Kind::kElement) continue;
    if (const auto family = declared_family(node)) {
      fonts[i] = language::encoding_of_font_family(*family);
      any = any || fonts[i].has_value();
    }
  }
  if (!any) fonts.clear();
  return fonts;
}

std::optional<read::Markup> decoded_markup(const read::Markup& markup, const NodeFonts& fonts) {
  const JoinedTexts joined = join_texts(markup, fonts);
  const language::LegacyText read = language::read_legacy(joined.utf8, joined.hints);
  if (read.runs.empty()) return std::nullopt;
  read::Markup decoded = markup;
  auto edit = read.text.edits.begin();
  std::size_t shift = 0;  // of the decoded text; wraps around where it is the shorter one
  for (std::size_t k = 0; k < joined.nodes.size(); ++k) {
    const std::size_t begin = joined.begins[k] + shift;
    // No edit reaches over the line end behind the text.
    for (; edit != read.text.edits.end() && edit->from_begin < joined.begins[k + 1]; ++edit) {
      shift = edit->to_end - edit->from_end;
    }
    const std::size_t end = joined.begins[k + 1] + shift - 1;
    decoded.nodes[joined.nodes[k]].text = read.text.utf8.substr(begin, end - begin);
  }
  return decoded;
}

}  // namespace kehoach::layout
