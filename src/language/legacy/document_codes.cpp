#include <string>

#include "language/edits.h"
#include "language/normalize_steps.h"

namespace kehoach::language {
namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// The letters of document codes: capitals and Đ (both its bytes), with the few lower-case letters
// of TTg, NQ-CTr and the like.
bool is_code_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '&' || c == '\xC4' || c == '\x90';
}
bool is_capital(std::string_view text, std::size_t i) {
  if (i >= text.size()) return false;
  return (text[i] >= 'A' && text[i] <= 'Z') ||
         (text[i] == '\xC4' && i + 1 < text.size() && text[i + 1] == '\x90');
}
bool is_blank(char c) { return c == ' ' || c == '\n'; }

// The start of the run of code letters that ends at `end`.
std::size_t letters_before(std::string_view text, std::size_t end) {
  while (end > 0 && is_code_letter(text[end - 1])) --end;
  return end;
}
std::size_t digits_before(std::string_view text, std::size_t end) {
  while (end > 0 && is_ascii_digit(text[end - 1])) --end;
  return end;
}

// "31/CT", "100/2019/NĐ", "1474/UBND" stands before `end`.
bool number_and_letters_before(std::string_view text, std::size_t end) {
  const std::size_t letters = letters_before(text, end);
  if (letters == end || !is_capital(text, letters)) return false;
  if (letters < 2 || text[letters - 1] != '/') return false;
  return is_ascii_digit(text[letters - 2]);
}

// At least two capitals stand at `begin`: "TTg", "UBND", not "Kế" or "T".
bool capitals_at(std::string_view text, std::size_t begin) {
  if (!is_capital(text, begin)) return false;
  return is_capital(text, begin + (text[begin] == '\xC4' ? 2 : 1));
}

// "KH-" at `begin`: a symbol goes on behind a slash.
bool symbol_at(std::string_view text, std::size_t begin) {
  if (!capitals_at(text, begin)) return false;
  std::size_t end = begin;
  while (end < text.size() && is_code_letter(text[end])) ++end;
  return end < text.size() && text[end] == '-';
}

// The blanks on the two sides of a separator.
struct Gap {
  std::size_t begin, separator, end;
};

bool breaks_code(std::string_view text, const Gap& gap) {
  if (text[gap.separator] == '-') {
    return number_and_letters_before(text, gap.begin) && capitals_at(text, gap.end);
  }
  // "31/ CT-TTg"; a blank before the slash is left, since numbers are stamped in that way.
  return gap.begin == gap.separator && digits_before(text, gap.begin) < gap.begin &&
         symbol_at(text, gap.end);
}

}  // namespace

Normalized join_codes(std::string_view utf8) {
  Rewriter rewriter(utf8);
  for (std::size_t i = 1; i + 1 < utf8.size(); ++i) {
    if (utf8[i] != '-' && utf8[i] != '/') continue;
    Gap gap{i, i, i + 1};
    if (is_blank(utf8[i - 1])) --gap.begin;
    if (is_blank(utf8[i + 1])) ++gap.end;
    if (gap.end - gap.begin == 1 || gap.end >= utf8.size() || !breaks_code(utf8, gap)) continue;
    rewriter.replace(gap.begin, gap.separator, "");
    rewriter.replace(gap.separator + 1, gap.end, "");
    i = gap.end - 1;
  }
  return rewriter.finish();
}

}  // namespace kehoach::language
