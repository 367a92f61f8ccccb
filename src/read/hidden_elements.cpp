#include "read/hidden_elements.h"

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

bool hidden_by_attribute(const MarkupNode& element) {
  if (has(element, "hidden")) return true;
  if (lower_without_spaces(attribute(element, "aria-hidden")) == "true") return true;
  if (element.tag == "input") return lower_without_spaces(attribute(element, "type")) == "hidden";
  return element.tag == "dialog" && !has(element, "open");
}

}  // namespace

bool is_hidden(const MarkupNode& element) {
  if (element.tag == "html" || element.tag == "body" || element.tag == "head") return false;
  return std::find(kNeverShown.begin(), kNeverShown.end(), element.tag) != kNeverShown.end() ||
         hidden_by_attribute(element) || hidden_by_style(attribute(element, "style"));
}

}  // namespace kehoach::read
