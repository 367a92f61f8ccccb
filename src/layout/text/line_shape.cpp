#include "layout/text/line_shape.h"

#include <algorithm>

#include "language/comparison.h"
#include "language/syllable.h"
#include "layout/text/mark.h"

namespace kehoach::layout {

bool starts_lower(std::string_view line) {
  std::size_t n = 1;
  while (n < line.size() && (static_cast<unsigned char>(line[n]) & 0xC0) == 0x80) ++n;
  const auto first = line.substr(0, n);
  if (first.empty() || language::lower(first) != first || language::upper(first) == first)
    return false;
  // Characters one by one: a byte of the quotation mark is a byte of "ờ" too.
  const auto end = std::min(line.find_first_of(" ,.;:)\t"), line.find("”"));
  return language::is_syllable(line.substr(0, end));
}

bool ends_sentence(std::string_view line) {
  return !line.empty() && std::string_view(".;:!?").find(line.back()) != std::string_view::npos;
}

bool opens_item(std::string_view line) {
  const auto mark = read_mark_text(line);
  return mark && mark->spaced;
}

std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace kehoach::layout
