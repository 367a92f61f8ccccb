#include "plan/tasks/row_groups.h"

#include <algorithm>

#include "match/values.h"

namespace kehoach::plan {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

constexpr std::size_t kLongestLabel = 12;  // bytes

}  // namespace

LabelKind kind_of_label(std::string_view label) {
  if (label.empty() || label.size() > kLongestLabel) return LabelKind::kNone;
  const bool numbers =
      std::all_of(label.begin(), label.end(), [](char c) { return is_digit(c) || c == '.'; });
  if (numbers && is_digit(label.front()))
    return label.find('.') == std::string_view::npos ? LabelKind::kNumber : LabelKind::kDecimal;
  if (match::parse_roman(label) && label.find_first_of("LCDM") == std::string_view::npos)
    return LabelKind::kRoman;
  if (label.size() == 1 && is_capital(label.front())) return LabelKind::kCapital;
  if ((label.size() == 1 && is_lower(label.front())) || label == "đ") return LabelKind::kLetter;
  return LabelKind::kNone;
}

std::string bare_label(std::string_view cell) {
  while (!cell.empty() && (cell.front() == '(' || cell.front() == ' ')) cell.remove_prefix(1);
  while (!cell.empty() &&
         (cell.back() == '.' || cell.back() == ')' || cell.back() == ' ' || cell.back() == '/'))
    cell.remove_suffix(1);
  return std::string(cell);
}

LabelledText split_label(const Reading& reading, base::TextSpan cell) {
  const std::string_view text = reading.text.slice(cell);
  const auto behind = [&](std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return base::TextSpan{cell.begin + at, cell.end};
  };
  if (text.starts_with("- ") || text.starts_with("+ ")) return {std::string(text, 0, 1), behind(1)};
  const std::size_t end = text.find(' ');
  if (end == std::string_view::npos || end > kLongestLabel) return {{}, cell};
  const std::string_view first = text.substr(0, end);
  const std::string label = bare_label(first);
  const LabelKind kind = kind_of_label(label);
  const bool marked = first.back() == '.' || first.back() == ')' || kind == LabelKind::kDecimal;
  if (kind == LabelKind::kNone || !marked) return {{}, cell};
  return {label, behind(end)};
}

bool is_below(std::string_view label, std::string_view above) {
  if (label.empty() || above.empty() || label == above) return false;
  if (label.size() > above.size() + 1 && label.starts_with(above) && label[above.size()] == '.')
    return true;
  const LabelKind kind = kind_of_label(label), over = kind_of_label(above);
  if (label == "-" || label == "+") return true;
  if (kind == LabelKind::kNone || over == LabelKind::kNone) return false;
  if (kind == LabelKind::kNumber && over == LabelKind::kNumber) return label == "1";
  return kind > over;
}

void GroupPath::enter(std::string_view label, std::string name, bool capitals) {
  int rank = 2 * static_cast<int>(kind_of_label(label));
  if (kind_of_label(label) == LabelKind::kNone && capitals) rank = 1;
  while (!groups_.empty() && groups_.back().rank >= rank) groups_.pop_back();
  groups_.push_back({rank, std::move(name)});
}

std::vector<std::string> GroupPath::names() const {
  std::vector<std::string> names;
  for (const Group& group : groups_) names.push_back(group.name);
  return names;
}

}  // namespace kehoach::plan
