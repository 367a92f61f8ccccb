#include "read/html/markup_recognition.h"

#include <gumbo.h>

#include <algorithm>
#include <string>

#include "read/html/markup_scanner.h"
#include "read/html/mhtml.h"
#include "read/html/tag_traits.h"

namespace kehoach::read {
namespace {

using View = std::string_view;
using Kind = MarkupPiece::Kind;

// Text before the first tag: a page cut out of another may begin with it, but then tags follow.
constexpr std::size_t kTagsBehindText = 3;

// Tags are ASCII: in UTF-16 they have a zero byte beside each letter.
std::string head_without_zero_bytes(View bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(2);
  std::string head(bytes.substr(0, 64u << 10));
  std::erase(head, '\0');
  return head;
}

bool is_html_tag(View name) {
  const GumboTag tag = gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size()));
  return tag != GUMBO_TAG_UNKNOWN && tag != GUMBO_TAG_SVG && tag != GUMBO_TAG_MATH;
}

// <app-root>: an element that the page's own scripts define.
bool is_custom(View name) { return name.find('-') != View::npos; }

bool is_space(View text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_html_space(c); });
}

// Bytes of pictures and compressed data look like a tag now and then.
bool is_binary(View head) {
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !is_html_space(c);
  });
  return static_cast<std::size_t>(controls) * 100 > head.size();
}

bool has_html_tags(View head) {
  MarkupScanner scanner(head, 1);
  bool text = false;
  std::size_t tags = 0;
  while (true) {
    const MarkupPiece& piece = scanner.next();
    const View content = head.substr(piece.begin, piece.end - piece.begin);
    switch (piece.kind) {
      case Kind::kEnd:
        return false;
      case Kind::kComment:
        if (!piece.unclosed) continue;
        // It is longer than what is looked at: a tag with a huge attribute, or a comment.
        return !text && (content.starts_with("<!--") || is_html_tag(piece.name));
      case Kind::kDoctype:
        return same_without_case(content.substr(0, 14), "<!doctype html");
      case Kind::kText:
        text |= !is_space(content);
        continue;
      case Kind::kStartTag:
      case Kind::kEndTag:
        if (!is_html_tag(piece.name)) {
          if (!text && !is_custom(piece.name)) return false;  // some other XML
          continue;
        }
        if (!text) return true;
        if (++tags == kTagsBehindText) return !is_binary(head);
    }
  }
}

}  // namespace

bool is_web_page(View bytes) {
  const std::string head = head_without_zero_bytes(bytes);
  return has_html_tags(head) || is_mhtml(head);
}

}  // namespace kehoach::read
