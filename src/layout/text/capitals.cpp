#include "layout/text/capitals.h"

#include "layout/text/outline.h"

namespace kehoach::layout {
namespace {

// Longest quotation that a title may hold, in tokens.
constexpr std::size_t kQuote = 60;

// The token after the quotation that opens at i; i if it is never closed.
std::size_t quotation_end(const Stream& stream, std::size_t i) {
  const bool curly = stream.is_text(i, "“");
  if (!curly && !stream.is_text(i, "\"")) return i;
  for (auto k = i + 1; k < stream.size() && k < i + kQuote && !stream.is_break(k); ++k) {
    if (stream.is_text(k, "”") || stream.is_text(k, "\"")) return k + 1;
  }
  return i;
}

// Part of a code: "TTg" in "31/CT-TTg".
bool in_code(const Stream& stream, std::size_t i) {
  return stream.glued(i) && (stream.is_text(i - 1, "-") || stream.is_text(i - 1, "/"));
}

bool next_line_in_capitals(const Stream& stream, std::size_t next) {
  const auto end = stream.line_end(next);
  if (next >= end || mark_at(stream, next)) return false;
  std::size_t capitals = 0;
  for (auto i = next; i < end; ++i) {
    const auto how = stream.case_of(i);
    if (how == Case::kUpper) ++capitals;
    if ((how == Case::kLower || how == Case::kTitle) && !in_code(stream, i)) return false;
  }
  return capitals > 0;
}

// A mark of the body that ends a title: "I. MỤC ĐÍCH", "1. Nâng cao", "Điều 1.".
bool body_mark(const Stream& stream, std::size_t i) {
  const auto placed = mark_at(stream, i);
  if (!placed || !placed->mark.spaced) return false;
  const auto kind = placed->mark.kind;
  if (kind >= MarkKind::kDash) return false;
  if (kind == MarkKind::kArticle || kind == MarkKind::kPart) return placed->mark.dotted;
  if (kind == MarkKind::kRoman || kind == MarkKind::kArabic || kind == MarkKind::kMulti)
    return placed->mark.dotted && stream.can_open(placed->body) && !stream.is(i - 1, "counted");
  return true;
}

}  // namespace

std::size_t capitals_end(const Stream& stream, std::size_t i, bool over_lines) {
  const auto begin = i;
  std::size_t end = i;  // after the last token that belongs
  std::size_t last_word = i;
  bool any = false;
  while (i < stream.size()) {
    if (stream.is_break(i)) {
      if (!over_lines || !next_line_in_capitals(stream, i + 1)) break;
      ++i;
      continue;
    }
    if (stream.is(i, "rule") || stream.is_text(i, "|") || (any && body_mark(stream, i))) break;
    if (const auto quoted = quotation_end(stream, i); quoted != i) {
      end = i = quoted;
      any = true;
      continue;
    }
    if (any && stream.is(i, "header_number")) {  // "SỐ 31/CT-TTg" of another document
      end = ++i;
      continue;
    }
    // "PHÂN CÔNG NHIỆM VỤ TT Nội dung": a table begins.
    if (any && stream.is(i, "column_head") &&
        (stream.at(i).value == "sure" || stream.case_of(i + 1) == Case::kTitle))
      break;
    const auto how = stream.case_of(i);
    if (how == Case::kLower || how == Case::kTitle) {
      if (in_code(stream, i)) {
        end = ++i;
        continue;
      }
      // A sentence begins with a capital: "UBND các huyện" began a word earlier.
      if (how == Case::kLower && any && last_word + 1 == i && last_word + 1 == end) end = last_word;
      break;
    }
    if (how == Case::kUpper) {
      last_word = i;
      any = true;
    }
    // Signs that open belong to what follows.
    if (stream.is_text(i, "(") || stream.is_text(i, "“")) {
      std::size_t k = i + 1;
      if (stream.case_of(k) == Case::kLower || stream.case_of(k) == Case::kTitle) break;
    }
    end = ++i;
  }
  return any ? end : begin;
}

std::size_t capital_words(const Stream& stream, std::size_t begin, std::size_t end) {
  std::size_t count = 0;
  for (auto i = begin; i < end; ++i) {
    if (stream.case_of(i) != Case::kUpper) continue;
    const auto text = stream.text(i);
    count += 1;
    for (const char c : text) count += c == ' ';
  }
  return count;
}

}  // namespace kehoach::layout
