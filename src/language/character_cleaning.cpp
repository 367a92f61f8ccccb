#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "language/edits.h"
#include "language/letters.h"
#include "language/normalize_steps.h"

namespace kehoach::language {
namespace {

bool is_line_end(char32_t c) {
  return c == U'\n' || c == U'\r' || c == U'\v' || c == U'\f' || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

// Controls other than the white ones, and what has no width: leaves no trace.
bool is_dropped(char32_t c) {
  if (c < 0x20) return !(c >= 9 && c <= 13);
  return (c >= 0x7F && c < 0xA0 && c != 0x85) || is_invisible(c);
}

// Latin letters that stand for Đ, since they look like it, and for Ư, since fonts draw it in the
// place of U+01A2 ("TRƢỜNG", "đƣợc"): no Vietnamese word holds them.
std::string_view look_alike(char32_t c) {
  if (c == 0xD0 || c == 0x189) return "Đ";
  if (c == 0xF0) return "đ";
  if (c == 0x1A2) return "Ư";
  if (c == 0x1A3) return "ư";
  return {};
}

struct Blank {
  std::size_t end = 0;
  std::size_t lines = 0, tabs = 0;  // tabs: since the last line end
  bool space = false;
};

// The run of spaces, line ends and dropped characters that starts at `begin`.
Blank blank_run(std::string_view utf8, std::size_t begin) {
  Blank run;
  run.end = begin;
  char32_t before = 0;
  while (run.end < utf8.size()) {
    const base::DecodedCodePoint decoded = base::decode_code_point(utf8, run.end);
    const char32_t c = decoded.value;
    if (is_line_end(c)) {
      if (c != U'\n' || before != U'\r') ++run.lines;
      run.tabs = 0;
    } else if (c == U'\t') {
      ++run.tabs;
    } else if (is_space(c)) {
      run.space = true;
    } else if (!is_dropped(c)) {
      break;
    }
    before = c;
    run.end += decoded.size;
  }
  return run;
}

std::string replacement(const Blank& run, bool at_edge) {
  if (at_edge) return std::string(run.lines, '\n');
  // A tab that opens a line may stand behind an empty cell.
  if (run.lines > 0) return std::string(run.lines, '\n') + std::string(run.tabs, '\t');
  if (run.tabs > 0) return std::string(run.tabs, '\t');
  return run.space ? " " : "";
}

// The bytes that may begin something to be changed: white, controls, and the lead bytes of the
// characters above. Everything else is skipped without decoding.
bool may_change(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value <= 0x20 || value == 0x7F || value == 0xC2 || value == 0xC3 || value == 0xC6 ||
         (value >= 0xE1 && value <= 0xE3) || value == 0xEF;
}

}  // namespace

Normalized clean_characters(std::string_view utf8) {
  Rewriter rewriter(utf8);
  for (std::size_t i = 0; i < utf8.size();) {
    if (!may_change(utf8[i])) {
      ++i;
      continue;
    }
    const base::DecodedCodePoint decoded = base::decode_code_point(utf8, i);
    const std::size_t next = i + decoded.size;
    if (is_space(decoded.value) || is_dropped(decoded.value)) {
      const Blank run = blank_run(utf8, i);
      rewriter.replace(i, run.end, replacement(run, i == 0 || run.end == utf8.size()));
      i = run.end;
      continue;
    }
    const std::string_view other = look_alike(decoded.value);
    if (!other.empty()) rewriter.replace(i, next, other);
    i = next;
  }
  return rewriter.finish();
}

}  // namespace kehoach::language
