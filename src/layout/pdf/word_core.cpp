#include "layout/pdf/word_core.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "language/letters.h"

namespace kehoach::layout {
namespace {

constexpr double kWordGap = 1.5;  // sizes: wider apart stand cells and columns
constexpr double kLineGap = 2.5;  // sizes from one baseline to the next of a paragraph

}  // namespace

WordCore core_of(const std::string& text) {
  WordCore core{text.size(), 0, true};
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    if (!language::is_letter(base::next_code_point(text, i))) continue;
    if (core.end != 0 && core.end != at) core.plain = false;
    core.begin = std::min(core.begin, at);
    core.end = i;
  }
  for (std::size_t i = 0; i < text.size();)
    if (language::is_digit(base::next_code_point(text, i))) core.plain = false;
  return core;
}

bool stand_together(const PageWord& left, const PageWord& right) {
  return !right.joined && right.box.x0 - left.box.x1 < kWordGap * right.size;
}

bool lies_below(const PageRow& above, const PageRow& row) {
  return row.baseline > above.baseline && row.baseline - above.baseline < kLineGap * row.size;
}

void put_letters(PageWord& word, const WordCore& core, std::string_view letters) {
  std::string right = word.text.substr(0, core.begin);
  right += letters;
  right += word.text.substr(core.end);
  put_text(word, std::move(right));
}

}  // namespace kehoach::layout
