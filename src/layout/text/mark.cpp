#include "layout/text/mark.h"

#include <array>

#include "match/values.h"

namespace kehoach::layout {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters that label items, in order: đ follows d; f, j, w and z are not used.
constexpr std::array<std::string_view, 23> kLetters = {"a", "b", "c", "d", "đ", "e", "g", "h",
                                                       "i", "k", "l", "m", "n", "o", "p", "q",
                                                       "r", "s", "t", "u", "v", "x", "y"};
constexpr std::array<std::string_view, 11> kBullets = {"•", "●", "*", "·", "▪",     "■",
                                                       "◦", "✓", "➢", "❖", "\uf0b7"};

bool space_at(std::string_view text, std::size_t i) {
  return i >= text.size() || text[i] == ' ' || text[i] == '\n' || text[i] == '\t';
}

std::optional<Mark> roman(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && n < 6 &&
         std::string_view("IVX").find(text[n]) != std::string_view::npos)
    ++n;
  if (n == 0 || n >= text.size()) return std::nullopt;
  const bool dash = text[n] == '-' && space_at(text, n + 1);
  if (text[n] != '.' && text[n] != '/' && text[n] != ')' && !dash) return std::nullopt;
  const auto value = match::parse_roman(text.substr(0, n));
  if (!value) return std::nullopt;
  return Mark{MarkKind::kRoman,
              std::string(text.substr(0, n)),
              {*value},
              true,
              space_at(text, n + 1),
              n + 1};
}

// "A." at the head of a part.
std::optional<Mark> capital(std::string_view text) {
  if (text.size() < 3 || text[0] < 'A' || text[0] > 'H' || text[1] != '.' || text[2] != ' ')
    return std::nullopt;
  return Mark{MarkKind::kPart, std::string(text.substr(0, 1)), {text[0] - 'A' + 1}, true, true, 2};
}

std::optional<Mark> arabic(std::string_view text) {
  Mark mark;
  std::size_t i = 0;
  while (true) {
    std::size_t n = i;
    int value = 0;
    while (n < text.size() && is_digit(text[n]) && n - i < 3)
      value = value * 10 + (text[n++] - '0');
    // "2.450" is a number, not a part of part 2.
    const std::size_t digits = mark.numbers.empty() ? 3 : 2;
    if (n == i || n - i > digits || (n < text.size() && is_digit(text[n]))) return std::nullopt;
    mark.numbers.push_back(value);
    i = n;
    if (i + 1 >= text.size() || text[i] != '.' || !is_digit(text[i + 1])) break;
    ++i;
  }
  mark.label = std::string(text.substr(0, i));
  mark.kind = mark.numbers.size() == 1 ? MarkKind::kArabic : MarkKind::kMulti;
  mark.dotted = i < text.size() && (text[i] == '.' || text[i] == ')' || text[i] == '/');
  if (mark.dotted) ++i;
  mark.size = i;
  mark.spaced = space_at(text, i);
  // "1- Ban Tổ chức", as Party documents number.
  if (!mark.dotted && mark.numbers.size() == 1 && i < text.size() && text[i] == '-' &&
      space_at(text, i + 1)) {
    mark.size = i + 1;
    mark.spaced = true;
    return mark;
  }
  const bool date = mark.dotted && text[i - 1] == '/' && !mark.spaced;
  if ((mark.kind == MarkKind::kArabic && !mark.dotted) || date) return std::nullopt;
  if (mark.kind == MarkKind::kMulti && !mark.dotted && !mark.spaced) return std::nullopt;
  return mark;
}

std::optional<Mark> letter(std::string_view text) {
  for (std::size_t k = 0; k < kLetters.size(); ++k) {
    const auto n = kLetters[k].size();
    if (!text.starts_with(kLetters[k]) || text.size() <= n) continue;
    const bool sign = text[n] == '.' || text[n] == '/';  // "a.", "a/"
    if (text[n] != ')' && !(sign && space_at(text, n + 1))) continue;
    Mark mark{MarkKind::kLetter, std::string(kLetters[k]), {static_cast<int>(k) + 1}};
    mark.dotted = true;
    mark.size = n + 1;
    mark.spaced = space_at(text, n + 1);
    return mark;
  }
  return std::nullopt;
}

std::optional<Mark> bracketed(std::string_view text) {
  std::size_t i = 1;
  int value = 0;
  while (i < text.size() && is_digit(text[i]) && i < 3) value = value * 10 + (text[i++] - '0');
  if (i == 1 || i >= text.size() || text[i] != ')') return std::nullopt;
  return Mark{MarkKind::kParen,
              std::string(text.substr(1, i - 1)),
              {value},
              true,
              space_at(text, i + 1),
              i + 1};
}

std::optional<Mark> bullet(std::string_view text) {
  const auto make = [&](MarkKind kind, std::string_view sign) {
    return Mark{kind, std::string(sign), {}, true, space_at(text, sign.size()), sign.size()};
  };
  if (text.starts_with("--")) return std::nullopt;
  if (text[0] == '-') return make(MarkKind::kDash, "-");
  if (text[0] == '+') return make(MarkKind::kPlus, "+");
  for (const std::string_view dash : {"–", "—"}) {
    if (!text.starts_with(dash)) continue;
    auto mark = make(MarkKind::kDash, dash);
    mark.label.assign(1, '-');
    return mark;
  }
  for (const auto sign : kBullets) {
    if (text.starts_with(sign)) return make(MarkKind::kBullet, sign);
  }
  return std::nullopt;
}

}  // namespace

std::string_view item_letter(int value) {
  const bool any = value >= 1 && static_cast<std::size_t>(value) <= kLetters.size();
  return any ? kLetters[static_cast<std::size_t>(value) - 1] : std::string_view();
}

std::optional<Mark> read_mark_text(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (is_digit(text[0])) return arabic(text);
  if (text[0] == '(') return bracketed(text);
  if (auto mark = roman(text)) return mark;
  if (auto mark = capital(text)) return mark;
  if (auto mark = letter(text)) return mark;
  return bullet(text);
}

}  // namespace kehoach::layout
