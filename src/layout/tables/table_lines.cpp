#include "layout/tables/table_lines.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "language/letters.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kLongestSign = 4;  // characters: "n.a.", "(*)"
constexpr double kFarSign = 3;           // of the size: a sign so far off belongs to no figure

struct Signs {
  std::size_t letters = 0, digits = 0, others = 0, all = 0;
};

Signs count_signs(const std::string& text) {
  Signs signs;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = base::next_code_point(text, i);
    if (language::is_space(c)) continue;
    ++signs.all;
    if (language::is_digit(c))
      ++signs.digits;
    else if (language::is_letter(c))
      ++signs.letters;
    else
      ++signs.others;
  }
  return signs;
}

bool has_digit(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_leader(const std::string& text) {
  return text.find_first_not_of(". ") == std::string::npos || text == "\u2026";
}

// "Total......": where the label ends.
double end_of_label(const PageWord& word) {
  const auto last = word.text.find_last_not_of('.');
  const auto dots = word.text.size() - (last == std::string::npos ? 0 : last + 1);
  if (dots < 4) return word.box.x1;
  const double share = 1 - static_cast<double>(dots) / static_cast<double>(word.text.size());
  return word.box.x0 + share * (word.box.x1 - word.box.x0);
}

// Dots that lead from a label to its figure: many, or one after another.
std::vector<char> leaders_of(const std::vector<PageWord>& words) {
  std::vector<char> leaders(words.size(), 0);
  for (std::size_t i = 0; i < words.size();) {
    auto end = i;
    std::size_t dots = 0;
    for (; end < words.size() && is_leader(words[end].text); ++end) dots += words[end].text.size();
    if (dots >= 4)
      std::fill(leaders.begin() + static_cast<std::ptrdiff_t>(i),
                leaders.begin() + static_cast<std::ptrdiff_t>(end), 1);
    i = std::max(end, i + 1);
  }
  return leaders;
}

bool opens_figure(const PageWord& word) {
  const auto& text = word.text;
  return text == "$" || text == "\u00a5" || text == "\u20ac" || text == "\u00a3" ||
         text == "\u20ab" || text == "US$" || text == "(";
}

bool closes_figure(const PageWord& word) {
  return word.text == "%" || word.text == ")" || word.text == ")%" || word.text == "%)";
}

void judge(TablePiece& piece) {
  const auto text = piece_text(piece);
  const auto signs = count_signs(text);
  piece.number = signs.digits > 0 && signs.letters <= signs.digits && signs.letters <= 3;
  const bool sign = signs.digits == 0 && signs.all <= kLongestSign &&
                    (signs.letters == 0 || (signs.letters <= 2 && signs.others >= signs.letters));
  piece.figure = piece.number || sign;
}

}  // namespace

std::string piece_text(const TablePiece& piece) { return row_text(make_row(piece.words)); }

TablePiece make_piece(std::vector<PageWord> words) {
  TablePiece piece;
  piece.words = std::move(words);
  piece.x0 = piece.words.front().box.x0;
  piece.x1 = piece.x0;
  for (const auto& word : piece.words) piece.x1 = std::max(piece.x1, end_of_label(word));
  judge(piece);
  return piece;
}

bool is_one_figure(const PageWord& left, const PageWord& right) {
  if (opens_figure(left)) return true;
  return closes_figure(right) && right.box.x0 - left.box.x1 <= kFarSign * right.size;
}

TableLine cut_line(const PageRow& row, double gap) {
  TableLine line;
  line.baseline = row.baseline;
  line.size = row.size;
  const auto leaders = leaders_of(row.words);
  std::vector<PageWord> words;
  double end = 0;
  const auto close = [&] {
    if (!words.empty()) line.pieces.push_back(make_piece(std::move(words)));
    words.clear();
  };
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    if (leaders[i]) {
      line.led = true;
      close();
      continue;
    }
    const auto& word = row.words[i];
    const bool wide = !words.empty() && word.box.x0 - end > gap * row.size;
    const bool opens = wide && words.size() == 1 && has_digit(word.text);
    const bool closes = wide && has_digit(words.back().text) && closes_figure(word);
    if (wide && !((opens || closes) && is_one_figure(words.back(), word))) close();
    line.led = line.led || end_of_label(word) < word.box.x1;
    end = words.empty() ? end_of_label(word) : std::max(end, end_of_label(word));
    words.push_back(word);
  }
  close();
  if (line.pieces.empty()) return line;
  line.x0 = line.pieces.front().x0;
  line.x1 = line.pieces.front().x1;
  for (const auto& piece : line.pieces) line.x1 = std::max(line.x1, piece.x1);
  return line;
}

}  // namespace kehoach::layout
