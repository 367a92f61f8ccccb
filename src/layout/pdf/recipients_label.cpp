#include "layout/pdf/recipients_label.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "language/letters.h"
#include "layout/pdf/row_tokens.h"
#include "layout/pdf/signature_lines.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr double kColumnGap = 1.2;  // of the size: parts the columns
constexpr double kDescent = 0.35;   // of the size: what letters have below their line
constexpr double kAscent = 0.85;    // … and above it

// Without signs that dirt or a pen left before the first letter of a line.
PageRow without_specks(PageRow row) {
  const auto sign_before = [](const std::string& text) -> std::size_t {
    for (std::size_t i = 0, next = 0; i < text.size(); i = next)
      if (language::is_letter(base::next_code_point(text, next))) return i;
    return text.size();
  };
  while (!row.words.empty() && sign_before(row.words.front().text) == row.words.front().text.size())
    row.words.erase(row.words.begin());
  if (row.words.empty()) return row;
  auto& first = row.words.front();
  if (const auto signs = sign_before(first.text); signs > 0) {
    put_text(first, first.text.substr(signs));
  }
  first.joined = false;
  return make_row(std::move(row.words));
}

bool opens_with_dash(const PageText& page, std::size_t i) {
  return i < page.rows.size() && page.rows[i].words.front().text.starts_with("-") &&
         page.rows[i].words.front().box.x0 < kFootLeft * page.width;
}

// Whether the words are the label but for its first letter, which is not there or another.
bool is_but_for_a_letter(const std::string& text, const std::string& label) {
  std::size_t first = 0;
  base::next_code_point(label, first);
  const auto at = text.find(std::string_view(label).substr(first));
  return at != std::string::npos && base::code_points(std::string_view(text).substr(0, at)) <= 1;
}

// Puts a label right that has lost its first letter.
bool mend_label(PageRow& row, const match::Matcher& matcher) {
  auto clean = without_specks(row);
  if (clean.words.size() < 2 || foot_left_part(clean) != 2) return false;
  const auto left = row_text(make_row({clean.words.begin(), clean.words.begin() + 2}));
  for (const auto k : matcher.rules().entries_of("recipients_label")) {
    const auto& form = matcher.rules().lexicon[k].form;
    const auto cut = form.find(' ');
    if (cut == std::string::npos || !is_but_for_a_letter(left, form)) continue;
    put_text(clean.words[0], form.substr(0, cut));
    row = std::move(clean);
    return true;
  }
  return false;
}

std::optional<std::size_t> printed_label(PageText& page, const match::Matcher& matcher) {
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    auto& row = page.rows[i];
    if (row.words.front().box.x0 > kFootLeft * page.width) continue;
    auto clean = without_specks(row);
    if (RowTokens(clean, matcher).starts("recipients_label")) {
      if (row_text(clean) != row_text(row)) row = std::move(clean);
      return i;
    }
    if (opens_with_dash(page, i + 1) && mend_label(row, matcher)) return i;
  }
  return std::nullopt;
}

// A line with who signs at its right and something else at its left, over a list in dashes.
std::optional<std::size_t> row_of_lost_label(const PageText& page, const match::Matcher& matcher) {
  for (std::size_t i = 1; i < page.rows.size(); ++i) {
    if (!opens_with_dash(page, i + 1) || !opens_with_dash(page, i + 2)) continue;
    const auto& words = page.rows[i].words;
    const auto end = foot_left_part(page.rows[i]);
    if (end == words.size() || words.front().box.x0 > kFootLeft * page.width) continue;
    const auto right = make_row({words.begin() + static_cast<std::ptrdiff_t>(end), words.end()});
    const RowTokens tokens(right, matcher);
    if (!is_all_capitals(tokens.text())) continue;
    if (tokens.starts("authority") || tokens.starts("position")) return i;
  }
  return std::nullopt;
}

// What stands at the left of that line, between the text above and the list below it.
base::Box zone_of_lost_label(const PageText& page, std::size_t i) {
  const auto& row = page.rows[i];
  const auto end = foot_left_part(row);
  const auto& above = page.rows[i - 1];
  const auto& below = page.rows[i + 1];
  return {std::max(0.0, std::min(row.words.front().box.x0, below.box.x0) - row.size),
          above.baseline + kDescent * above.size,
          (row.words[end - 1].box.x1 + row.words[end].box.x0) / 2,
          below.baseline - kAscent * below.size};
}

// Reads the left of row i again; the row of the label if it is there now.
std::optional<std::size_t> read_lost_label(PageText& page, std::size_t i,
                                           const read::PageEyes& eyes,
                                           const match::Matcher& matcher) {
  const auto zone = zone_of_lost_label(page, i);
  if (zone.y1 - zone.y0 < page.rows[i].size) return std::nullopt;
  read::ZoneLook look;
  look.dpi = 300;
  look.shape = read::ZoneLook::Shape::kBlock;
  auto lines = words_on_lines(
      eyes.look(page.number, read::turned_box(zone, page.angle), page.angle, look), zone.x0);
  std::erase_if(lines, [](const PageRow& line) { return without_specks(line).words.empty(); });
  const auto label = std::find_if(lines.begin(), lines.end(), [&](PageRow& line) {
    return RowTokens(without_specks(line), matcher).starts("recipients_label") ||
           mend_label(line, matcher);
  });
  if (label == lines.end()) return std::nullopt;
  auto& row = page.rows[i];
  const auto end = static_cast<std::ptrdiff_t>(foot_left_part(row));
  label->words.front().original = row_text(make_row({row.words.begin(), row.words.begin() + end}));
  row.words.erase(row.words.begin(), row.words.begin() + end);
  row.words.front().joined = false;
  row = make_row(std::move(row.words));
  std::move(label, lines.end(), std::back_inserter(page.rows));
  std::stable_sort(page.rows.begin() + static_cast<std::ptrdiff_t>(i), page.rows.end(),
                   [](const PageRow& a, const PageRow& b) { return a.baseline < b.baseline; });
  return printed_label(page, matcher);
}

}  // namespace

// Where the words that begin at the left end: before the first wide gap.
std::size_t foot_left_part(const PageRow& row) {
  std::size_t end = 1;
  while (end < row.words.size() &&
         row.words[end].box.x0 - row.words[end - 1].box.x1 < kColumnGap * row.size)
    ++end;
  return end;
}

std::optional<std::size_t> find_recipients_label(PageText& page, const read::PageEyes& eyes,
                                                 const match::Matcher& matcher) {
  if (const auto label = printed_label(page, matcher)) return label;
  const auto lost = row_of_lost_label(page, matcher);
  if (!lost) return std::nullopt;
  const auto read = read_lost_label(page, *lost, eyes, matcher);
  return read ? read : lost;
}

}  // namespace kehoach::layout
