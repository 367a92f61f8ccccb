#include "layout/pdf/numeral_look.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "language/comparison.h"
#include "layout/pdf/ink_strokes.h"
#include "layout/text/roman_numerals.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kLongest = 6;          // letters of a number
constexpr std::size_t kMostLooks = 60;       // of a page
constexpr std::size_t kTitleWords = 3;       // that must be in capitals
constexpr double kLetter = 0.8;              // of the highest piece of ink: it is a letter
constexpr double kLeast = 0.5, kMost = 1.0;  // of the size: the height of capitals
constexpr double kDot = 0.4;                 // of a letter's height: a dot is lower
constexpr double kOnLine = 0.25;             // … and ends that near to the letters' feet
constexpr double kWidestLetter = 1.25;       // width over height of V and X

// What was read of a number: its letters, the sign at its end, and the title if it touches.
struct Number {
  std::string body, sign, title;
};

bool in_capitals(const PageRow& row, std::size_t first) {
  const auto end = std::min(row.words.size(), first + kTitleWords);
  for (auto i = first; i < end; ++i)
    if (language::upper(row.words[i].text) != row.words[i].text) return false;
  return true;
}

bool is_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Number> number_of(const PageRow& row, const LabelLooks& looks) {
  const auto& text = row.words.front().text;
  const auto end = std::min(text.find_first_of(".-,"), text.size());
  Number number{text.substr(0, end), text.substr(end, 1), {}};
  if (end < text.size()) number.title = text.substr(end + 1);
  if (number.body.empty() || is_digits(number.body)) return std::nullopt;
  if (base::code_points(number.body) > kLongest || !looks.strokes_of(number.body))
    return std::nullopt;
  const bool apart = number.title.empty() && row.words.size() > 1 && !row.words[1].joined;
  const auto& title = apart ? row.words[1].text : number.title;
  if (!language::is_upper_word(title) || base::code_points(title) < 2) return std::nullopt;
  return in_capitals(row, apart ? 1 : 0) ? std::optional(number) : std::nullopt;
}

struct Ink {
  std::vector<base::Box> letters;
  double end = 0;  // of the dot
};

// The letters up to the dot; none where other ink stands there, or no dot.
std::optional<Ink> ink_of(const PageText& page, const PageRow& row, const read::PageEyes& eyes,
                          bool dash) {
  const auto& first = row.words.front();
  const base::Box zone{first.box.x0 - 2, row.baseline - row.size, first.box.x1 + row.size,
                       row.baseline + 0.3 * row.size};
  const auto blobs = eyes.ink(page.number, read::turned_box(zone, page.angle), page.angle);
  double high = 0;
  for (const auto& blob : blobs) high = std::max(high, blob.box.y1 - blob.box.y0);
  if (high < kLeast * row.size || high > kMost * row.size) return std::nullopt;
  Ink ink;
  for (const auto& [box, colour] : blobs) {
    const double height = box.y1 - box.y0;
    if (height > kLetter * high) {
      ink.letters.push_back(box);
      continue;
    }
    if (ink.letters.empty()) continue;  // dirt before it
    const auto& letter = ink.letters.back();
    const bool dot = height < kDot * high && box.x0 >= letter.x1 - 0.5 &&
                     (dash || std::abs(box.y1 - letter.y1) < kOnLine * high);
    if (!dot) return std::nullopt;
    ink.end = box.x1;
    return ink;
  }
  return std::nullopt;
}

// "" where the pieces make no number.
std::string numeral_in(const Ink& ink, std::string_view read) {
  std::string wide;  // letters that were read as such
  for (const char c : language::upper(read))
    if (c == 'V' || c == 'X') wide += c;
  std::string numeral;
  std::size_t next = 0;
  for (const auto& letter : ink.letters) {
    const auto strokes = strokes_in(letter);
    if (strokes == 1 || wide.empty()) {
      numeral.append(strokes, 'I');
    } else if (next < wide.size() &&
               letter.x1 - letter.x0 < kWidestLetter * (letter.y1 - letter.y0)) {
      numeral += wide[next++];
    } else {
      return {};
    }
  }
  const bool known = std::find(kNumerals.begin() + 1, kNumerals.end(), numeral) != kNumerals.end();
  return known && next == wide.size() ? numeral : std::string();
}

// Puts the number in the place of what was read, the title behind it in a word of its own.
void put_number(PageRow& row, const Number& read, const std::string& numeral, double end) {
  auto words = row.words;
  auto text = numeral + (read.sign == "-" ? "-" : ".");
  if (!read.title.empty()) {
    auto title = words.front();
    title.text = read.title;
    title.joined = false;
    title.box.x0 = std::min(std::max(title.box.x0, end), title.box.x1);
    words.front().box.x1 = title.box.x0;
    words.insert(words.begin() + 1, std::move(title));
  }
  if (words.front().text != text) put_text(words.front(), std::move(text));
  row = make_row(std::move(words));
}

}  // namespace

void look_at_numerals(PageText& page, const read::PageEyes& eyes, const LabelLooks& looks) {
  std::size_t looked = 0;
  for (auto& row : page.rows) {
    const auto read = number_of(row, looks);
    if (!read) continue;
    if (looked++ == kMostLooks) break;
    const auto ink = ink_of(page, row, eyes, read->sign == "-");
    if (!ink) continue;
    const auto numeral = numeral_in(*ink, read->body);
    if (!numeral.empty()) put_number(row, *read, numeral, ink->end);
  }
}

}  // namespace kehoach::layout
