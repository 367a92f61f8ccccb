#include "read/html/markup_scanner.h"

#include <algorithm>

namespace kehoach::read {
namespace {

using Kind = MarkupPiece::Kind;
constexpr std::size_t npos = std::string_view::npos;
constexpr int kMaxUnclosedTags = 16;

char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool is_letter(char c) { return 'a' <= lower(c) && lower(c) <= 'z'; }

bool ends_name(char c) { return is_html_space(c) || c == '/' || c == '>'; }

}  // namespace

bool is_html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool same_without_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

const MarkupPiece& MarkupScanner::next() {
  piece_.attributes.clear();
  piece_.more_attributes = 0;
  piece_.closes_itself = piece_.unclosed = false;
  piece_.name = {};
  piece_.begin = piece_.end = position_;
  piece_.kind = Kind::kEnd;
  if (position_ >= html_.size()) return piece_;
  const char second = position_ + 1 < html_.size() ? html_[position_ + 1] : ' ';
  const char third = position_ + 2 < html_.size() ? html_[position_ + 2] : ' ';
  if (html_[position_] != '<') {
    scan_text();
  } else if (is_letter(second)) {
    scan_tag(position_ + 1, false);
  } else if (second == '/' && is_letter(third)) {
    scan_tag(position_ + 2, true);
  } else if (second == '!' || second == '?' || (second == '/' && position_ + 2 < html_.size())) {
    scan_declaration();
  } else {
    scan_text();
  }
  position_ = piece_.end;
  return piece_;
}

// Up to the next "<"; one that starts no tag is a text of its own.
void MarkupScanner::scan_text() {
  piece_.kind = Kind::kText;
  if (html_[position_] == '<') {
    piece_.end = position_ + 1;
    return;
  }
  piece_.end = std::min(html_.find('<', position_), html_.size());
}

void MarkupScanner::scan_tag(std::size_t name_begin, bool end_tag) {
  piece_.kind = end_tag ? Kind::kEndTag : Kind::kStartTag;
  std::size_t i = name_begin;
  while (i < html_.size() && !ends_name(html_[i])) ++i;
  piece_.name = html_.substr(name_begin, i - name_begin);
  piece_.end = i;
  scan_attributes();
}

void MarkupScanner::scan_attributes() {
  std::size_t i = piece_.end;
  while (true) {
    while (i < html_.size() && is_html_space(html_[i])) ++i;
    if (i >= html_.size()) return end_unclosed_tag();
    if (html_[i] == '>') {
      piece_.end = i + 1;
      return;
    }
    if (html_[i] == '/') {
      ++i;
      piece_.closes_itself = i < html_.size() && html_[i] == '>';
      continue;
    }
    if (!scan_attribute(i)) return end_unclosed_tag();
  }
}

// False if the page ends in it.
bool MarkupScanner::scan_attribute(std::size_t& i) {
  AttributeSpan span;
  span.name_begin = i++;  // a "=" in the first place is part of the name
  while (i < html_.size() && !ends_name(html_[i]) && html_[i] != '=') ++i;
  span.name_end = i;
  while (i < html_.size() && is_html_space(html_[i])) ++i;
  span.value_begin = span.value_end = span.name_end;
  if (i < html_.size() && html_[i] == '=') {
    ++i;
    while (i < html_.size() && is_html_space(html_[i])) ++i;
    if (!scan_value(i, span)) return false;
  }
  if (piece_.attributes.size() < max_attributes_) {
    piece_.attributes.push_back(span);
  } else {
    ++piece_.more_attributes;
  }
  return i < html_.size();
}

bool MarkupScanner::scan_value(std::size_t& i, AttributeSpan& span) {
  if (i >= html_.size()) return false;
  if (html_[i] == '"' || html_[i] == '\'') {
    span.quote = html_[i++];
    const std::size_t end = html_.find(span.quote, i);
    if (end == npos) return false;
    span.value_begin = i;
    span.value_end = end;
    i = end + 1;
    return true;
  }
  span.value_begin = i;
  while (i < html_.size() && !is_html_space(html_[i]) && html_[i] != '>') ++i;
  span.value_end = i;
  return true;
}

// The page ends inside the tag: it is taken to end at its first ">", without attributes. Not too
// often, because each of them was searched to the end of the page.
void MarkupScanner::end_unclosed_tag() {
  piece_.attributes.clear();
  piece_.closes_itself = false;
  piece_.unclosed = true;
  const std::size_t end =
      ++unclosed_tags_ > kMaxUnclosedTags ? npos : html_.find('>', piece_.begin);
  piece_.end = end == npos ? html_.size() : end + 1;
  if (end == npos) piece_.kind = Kind::kComment;
}

void MarkupScanner::scan_declaration() {
  const std::string_view rest = html_.substr(position_);
  if (rest.starts_with("<!--")) return scan_comment();
  if (same_without_case(rest.substr(0, 9), "<!doctype")) return end_at_angle(Kind::kDoctype);
  end_at_angle(Kind::kComment);
}

void MarkupScanner::end_at_angle(Kind kind) {
  piece_.kind = kind;
  const std::size_t end = html_.find('>', position_);
  piece_.unclosed = end == npos;
  piece_.end = end == npos ? html_.size() : end + 1;
}

void MarkupScanner::scan_comment() {
  piece_.kind = Kind::kComment;
  const std::string_view inner = html_.substr(position_ + 4);
  if (inner.starts_with(">") || inner.starts_with("->")) return end_at_angle(Kind::kComment);
  std::size_t dashes = position_ >= no_comment_end_ ? npos : html_.find("--", position_ + 4);
  while (dashes != npos) {
    std::size_t i = dashes + 2;
    while (i < html_.size() && html_[i] == '-') ++i;
    const bool bang = i < html_.size() && html_[i] == '!';
    if (i + bang < html_.size() && html_[i + bang] == '>') {
      piece_.end = i + bang + 1;
      return;
    }
    dashes = html_.find("--", i);
  }
  no_comment_end_ = std::min(no_comment_end_, position_);
  end_at_angle(Kind::kComment);
  piece_.unclosed = true;
}

std::size_t MarkupScanner::find_end_tag(std::string_view name) {
  auto missing = std::find_if(missing_tags_.begin(), missing_tags_.end(),
                              [&](const MissingTag& tag) { return tag.name == name; });
  if (missing != missing_tags_.end() && position_ >= missing->from) return npos;
  for (std::size_t i = html_.find("</", position_); i != npos; i = html_.find("</", i + 2)) {
    const std::string_view found = html_.substr(i + 2, name.size());
    const std::size_t end = i + 2 + name.size();
    if (same_without_case(found, name) && (end >= html_.size() || ends_name(html_[end]))) return i;
  }
  if (missing == missing_tags_.end()) {
    missing_tags_.push_back({name, position_});
  } else {
    missing->from = position_;
  }
  return npos;
}

}  // namespace kehoach::read
