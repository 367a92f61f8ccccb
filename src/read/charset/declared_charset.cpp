#include "read/charset/declared_charset.h"

#include <algorithm>

#include "read/html/markup_scanner.h"

namespace kehoach::read {
namespace {

using View = std::string_view;
using Kind = MarkupPiece::Kind;
constexpr std::size_t npos = View::npos;

std::size_t find_without_case(View text, View word) {
  for (std::size_t i = 0; i + word.size() <= text.size(); ++i) {
    if (same_without_case(text.substr(i, word.size()), word)) return i;
  }
  return npos;
}

// The value behind `name` and "=": `text/html; charset="utf-8"`.
std::string value_after(View text, View name) {
  const std::size_t found = find_without_case(text, name);
  if (found == npos) return {};
  text.remove_prefix(found + name.size());
  const auto skip = [&](View characters) {
    text.remove_prefix(std::min(text.find_first_not_of(characters), text.size()));
  };
  skip(" \t\r\n");
  if (!text.starts_with('=')) return {};
  text.remove_prefix(1);
  skip(" \t\r\n\"'");
  return std::string(
      text.substr(0, std::min<std::size_t>(text.find_first_of(" \t\r\n\"';?>,"), 64)));
}

View value(View page, const MarkupPiece& tag, View name) {
  for (const AttributeSpan& span : tag.attributes) {
    if (same_without_case(page.substr(span.name_begin, span.name_end - span.name_begin), name))
      return page.substr(span.value_begin, span.value_end - span.value_begin);
  }
  return {};
}

std::string by_meta(View page, const MarkupPiece& tag) {
  const View charset = value(page, tag, "charset");
  if (!charset.empty()) return value_after("=" + std::string(charset.substr(0, 64)), "");
  if (!same_without_case(value(page, tag, "http-equiv"), "content-type")) return {};
  return value_after(value(page, tag, "content").substr(0, 256), "charset");
}

}  // namespace

std::string declared_charset(View bytes) {
  MarkupScanner scanner(bytes, 16);
  while (true) {
    const MarkupPiece& piece = scanner.next();
    std::string name;
    if (piece.kind == Kind::kEnd) return name;
    const View content = bytes.substr(piece.begin, piece.end - piece.begin);
    if (piece.kind == Kind::kComment && content.starts_with("<?xml ")) {
      name = value_after(content.substr(0, 256), "encoding");
    } else if (piece.kind == Kind::kStartTag) {
      if (same_without_case(piece.name, "meta")) name = by_meta(bytes, piece);
      for (View raw : {View("script"), View("style")}) {
        if (!same_without_case(piece.name, raw)) continue;
        const std::size_t end = scanner.find_end_tag(raw);
        if (end != npos) scanner.move_to(end);
      }
    }
    if (!name.empty()) return name;
  }
}

}  // namespace kehoach::read
