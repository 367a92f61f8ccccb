#include "layout/web/web_lists.h"

#include <algorithm>
#include <charconv>

#include "layout/web/web_elements.h"

namespace kehoach::layout {
namespace {

bool is_list(const read::MarkupNode& node) {
  return node.tag == "ol" || node.tag == "ul" || node.tag == "menu" || node.tag == "dir";
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto end = text.data() + text.size();
  if (std::from_chars(text.data(), end, value).ec != std::errc()) return std::nullopt;
  return std::clamp(value, 0, 100'000);
}

std::string roman(int value) {
  constexpr struct {
    int value;
    const char* sign;
  } kSigns[] = {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"},
                {9, "IX"},  {5, "V"},   {4, "IV"}, {1, "I"}};
  std::string out;
  for (const auto& [worth, sign] : kSigns)
    for (; value >= worth; value -= worth) out += sign;
  return out;
}

std::string label_of(int value, bool letters, bool roman_signs, bool capital) {
  constexpr int kMostRoman = 300;
  if (letters && 1 <= value && value <= 26)
    return std::string(1, static_cast<char>((capital ? 'A' : 'a') + value - 1));
  if (!roman_signs || value < 1 || value > kMostRoman) return std::to_string(value);
  std::string out = roman(value);
  if (!capital)
    for (char& c : out) c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

// The next kind further in: a list inside another is never of a kind further out.
MarkKind below(MarkKind kind) {
  return kind >= MarkKind::kBullet ? MarkKind::kBullet
                                   : static_cast<MarkKind>(static_cast<int>(kind) + 1);
}

}  // namespace

WebLists::List WebLists::begin(const read::MarkupNode& node) const {
  List list;
  const std::string style = style_of(node, "list-style-type") + style_of(node, "list-style");
  const std::string type = std::string(read::attribute(node, "type"));
  const auto is = [&](std::string_view short_name, std::string_view name) {
    return type == short_name || style.find(name) != std::string::npos;
  };
  if (style.find("none") != std::string::npos) return list;
  list.numbered = node.tag == "ol" || style.find("decimal") != std::string::npos;
  list.kind = list.numbered ? MarkKind::kArabic : MarkKind::kDash;
  if (list.numbered) {
    list.letters = is("a", "lower-alpha") || is("A", "upper-alpha") ||
                   style.find("-latin") != std::string::npos;
    list.roman = is("i", "lower-roman") || is("I", "upper-roman");
    list.capital = type == "A" || type == "I" || style.find("upper-") != std::string::npos;
    if (list.letters) list.kind = MarkKind::kLetter;
    if (list.roman) list.kind = list.capital ? MarkKind::kRoman : MarkKind::kParen;
    list.next = number(read::attribute(node, "start")).value_or(1);
  }
  const auto outer = std::find_if(lists_.rbegin(), lists_.rend(),
                                  [](const List& l) { return l.kind != MarkKind::kNone; });
  if (outer != lists_.rend()) list.kind = std::max(list.kind, below(outer->kind));
  return list;
}

std::optional<Mark> WebLists::open(const read::MarkupNode& node) {
  if (is_list(node)) lists_.push_back(begin(node));
  if (node.tag != "li" || lists_.empty()) return std::nullopt;
  List& list = lists_.back();
  if (const auto value = number(read::attribute(node, "value")); value && list.numbered)
    list.next = *value;
  const int value = list.next++;
  const bool drawn = style_of(node, "list-style-type") != "none" &&
                     style_of(node, "list-style") != "none" && list.kind != MarkKind::kNone;
  if (!drawn) return std::nullopt;
  Mark mark{list.kind, "-", {}, true, true, 0};
  if (list.numbered) {
    mark.label = label_of(value, list.letters, list.roman, list.capital);
    mark.numbers = {value};
  }
  return mark;
}

void WebLists::close(const read::MarkupNode& node) {
  if (is_list(node) && !lists_.empty()) lists_.pop_back();
}

}  // namespace kehoach::layout
