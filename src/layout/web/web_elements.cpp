#include "layout/web/web_elements.h"

#include <algorithm>
#include <array>
#include <string>

namespace kehoach::layout {
namespace {

using View = std::string_view;

constexpr std::size_t kLongestStyle = 4'096;

constexpr std::array<View, 47> kBlocks = {
    "address", "article", "aside",      "blockquote", "body", "caption", "center",  "dd",
    "details", "dialog",  "dir",        "div",        "dl",   "dt",      "figure",  "fieldset",
    "footer",  "form",    "figcaption", "h1",         "h2",   "h3",      "h4",      "h5",
    "h6",      "header",  "hgroup",     "hr",         "html", "legend",  "li",      "listing",
    "main",    "menu",    "nav",        "ol",         "p",    "pre",     "section", "summary",
    "table",   "tbody",   "td",         "tfoot",      "th",   "tr",      "ul"};
constexpr std::array<View, 12> kLeftOut = {"head",   "script",   "style", "template",
                                           "svg",    "textarea", "math",  "iframe",
                                           "object", "select",   "title", "noscript"};

template <std::size_t N>
bool among(const std::array<View, N>& names, View name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string lower_without_spaces(View text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= ' ') continue;
    out += 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

}  // namespace

std::string style_of(const read::MarkupNode& node, View property) {
  const View value = read::attribute(node, "style");
  if (value.empty()) return {};
  const std::string style = ";" + lower_without_spaces(value.substr(0, kLongestStyle));
  const auto found = style.rfind(";" + std::string(property) + ":");
  if (found == std::string::npos) return {};
  const auto begin = found + property.size() + 2;
  return style.substr(begin, style.find_first_of(";!", begin) - begin);
}

bool is_block_element(const read::MarkupNode& node) {
  if (const auto display = style_of(node, "display"); !display.empty()) {
    if (display == "inline") return false;
    if (display == "block" || display == "flex" || display == "grid") return true;
  }
  return among(kBlocks, node.tag);
}

bool is_left_out(const read::MarkupNode& node) { return among(kLeftOut, node.tag); }

int heading_of(const read::MarkupNode& node) {
  const bool heading =
      node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6';
  return heading ? node.tag[1] - '0' : 0;
}

bool is_bold(const read::MarkupNode& node) {
  if (is_plain(node)) return false;
  const std::string weight = style_of(node, "font-weight");
  return node.tag == "b" || node.tag == "strong" || weight.starts_with("bold") ||
         (weight.size() == 3 && weight[0] >= '6' && weight[0] <= '9');
}

bool is_plain(const read::MarkupNode& node) {
  const std::string weight = style_of(node, "font-weight");
  return weight == "normal" || weight == "lighter" ||
         (weight.size() == 3 && weight[0] >= '1' && weight[0] <= '5');
}

bool is_centred(const read::MarkupNode& node) {
  return node.tag == "center" || lower_without_spaces(read::attribute(node, "align")) == "center" ||
         style_of(node, "text-align") == "center";
}

}  // namespace kehoach::layout
