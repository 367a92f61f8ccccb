#include "read/html/hidden_elements.h"

#include <algorithm>
#include <array>
#include <string>

namespace kehoach::read {
namespace {

using View = std::string_view;

constexpr std::array<View, 13> kNeverShown = {
    "script",  "noscript", "option", "optgroup", "select", "datalist", "noframes",
    "noembed", "canvas",   "audio",  "video",    "rp",     "object"};

bool has(const MarkupNode& element, View name) {
  return std::any_of(element.attributes.begin(), element.attributes.end(),
                     [&](const Attribute& attribute) { return attribute.name == name; });
}

std::string lower_without_spaces(View text) {
  std::string out;
  for (char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') continue;
    out += 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

// `style` lower case and without spaces. The last declaration of a property wins.
bool declares(View style, View property, View value) {
  bool declared = false;
  while (!style.empty()) {
    const View declaration = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(style.size(), declaration.size() + 1));
    const std::size_t colon = declaration.find(':');
    if (colon == View::npos || declaration.substr(0, colon) != property) continue;
    const View declared_value = declaration.substr(colon + 1);
    declared = declared_value.substr(0, declared_value.find('!')) == value;
  }
  return declared;
}

bool hidden_by_style(View value) {
  if (value.empty()) return false;
  const std::string style = lower_without_spaces(value.substr(0, 4096));
  return declares(style, "display", "none") || declares(style, "visibility", "hidden") ||
         declares(style, "visibility", "collapse");
}

bool is_aria_hidden(const MarkupNode& element) {
  return lower_without_spaces(attribute(element, "aria-hidden")) == "true";
}

bool hidden_by_attribute(const MarkupNode& element) {
  if (has(element, "hidden")) return true;
  if (element.tag == "input") return lower_without_spaces(attribute(element, "type")) == "hidden";
  return element.tag == "dialog" && !has(element, "open");
}

// Whatever its aria-hidden says.
bool hidden_otherwise(const MarkupNode& element) {
  return std::find(kNeverShown.begin(), kNeverShown.end(), element.tag) != kNeverShown.end() ||
         hidden_by_attribute(element) || hidden_by_style(attribute(element, "style"));
}

// Bytes of text before each node, without spaces and what is hidden.
std::vector<std::size_t> text_before(const std::vector<MarkupNode>& nodes) {
  std::vector<std::size_t> before(nodes.size() + 1, 0);
  std::size_t hidden_end = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (i >= hidden_end && nodes[i].kind == MarkupNode::Kind::kElement &&
        (nodes[i].tag == "head" || hidden_otherwise(nodes[i])))
      hidden_end = nodes[i].end;
    before[i + 1] = before[i];
    if (i < hidden_end) continue;
    for (char c : nodes[i].text) before[i + 1] += !(c == ' ' || ('\t' <= c && c <= '\r'));
  }
  return before;
}

}  // namespace

bool is_hidden(const MarkupNode& element) {
  if (element.tag == "html" || element.tag == "body" || element.tag == "head") return false;
  return is_aria_hidden(element) || hidden_otherwise(element);
}

void show_main_text(std::vector<MarkupNode>& nodes) {
  const bool any = std::any_of(nodes.begin(), nodes.end(), [](const MarkupNode& node) {
    return node.hidden && is_aria_hidden(node);
  });
  if (!any) return;
  const std::vector<std::size_t> before = text_before(nodes);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!nodes[i].hidden || !is_aria_hidden(nodes[i]) || hidden_otherwise(nodes[i])) continue;
    nodes[i].hidden = 2 * (before[nodes[i].end] - before[i]) <= before.back();
  }
}

}  // namespace kehoach::read
