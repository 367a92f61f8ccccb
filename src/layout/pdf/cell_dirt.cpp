#include "layout/pdf/cell_dirt.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "layout/tables/recognised_words.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr double kLine = 0.3;   // no word of a line is as sure: it is none
constexpr double kCell = 0.45;  // … in the mean of a cell of some words
constexpr double kTable = 0.6;  // no word of a table is as sure: it is none
constexpr std::size_t kSomeWords = 3;
constexpr std::array<std::string_view, 6> kQuotes = {"'", "\"", "‘", "’", "“", "”"};

// Of the words, not of signs among them.
double surest(const PageRow& row) {
  double most = 0;
  for (const auto& word : row.words)
    if (has_letter_or_digit(word.text)) most = std::max(most, word.confidence);
  return most;
}

bool is_signs(const PageRow& row) {
  return std::none_of(row.words.begin(), row.words.end(),
                      [](const PageWord& word) { return has_letter_or_digit(word.text); });
}

bool is_dirt(const TableCell& cell) {
  std::size_t words = 0, letters = 0;
  double sum = 0;
  for (const auto& row : cell.lines)
    for (const auto& word : row.words) {
      const auto size = base::code_points(word.text);
      ++words;
      letters += size;
      sum += word.confidence * static_cast<double>(size);
    }
  return words >= kSomeWords && sum < kCell * static_cast<double>(letters);
}

const std::string_view* opening_quote(std::string_view text) {
  const auto* quote = std::find_if(kQuotes.begin(), kQuotes.end(),
                                   [&](std::string_view mark) { return text.starts_with(mark); });
  return quote == kQuotes.end() ? nullptr : quote;
}

std::size_t quotes_in(const TableCell& cell) {
  std::size_t quotes = 0;
  for (const auto& row : cell.lines)
    for (const auto& word : row.words)
      for (const auto mark : kQuotes)
        for (auto at = word.text.find(mark); at != word.text.npos;
             at = word.text.find(mark, at + 1))
          ++quotes;
  return quotes;
}

class Cleaner {
 public:
  explicit Cleaner(PageText& page) : page_(page) {}

  void clean(TableCell& cell) {
    if (is_dirt(cell)) return set_aside(cell);
    const bool many = cell.lines.size() > 1;
    std::erase_if(cell.lines, [&](const PageRow& row) {
      const bool signs = is_signs(row);
      const bool dirt = signs ? many && row.words.front().text != "-" : surest(row) < kLine;
      if (dirt) set_aside(row);
      return dirt;
    });
    drop_opening_quote(cell);
  }

  void set_aside(TableCell& cell) {
    for (const auto& row : cell.lines) set_aside(row);
    cell.lines.clear();
  }

 private:
  void set_aside(const PageRow& row) {
    for (const auto& word : row.words)
      page_.loose.push_back({word.text, read::turned_box(word.box, page_.angle), "dirt"});
  }

  static void drop_opening_quote(TableCell& cell) {
    if (cell.lines.empty()) return;
    auto& word = cell.lines.front().words.front();
    const auto* quote = opening_quote(word.text);
    if (quote != nullptr && word.confidence < 1 && has_letter_or_digit(word.text) &&
        quotes_in(cell) == 1)
      put_text(word, word.text.substr(quote->size()));
  }

  PageText& page_;
};

}  // namespace

void set_cell_dirt_aside(std::vector<PageTable>& tables, PageText& page) {
  Cleaner cleaner(page);
  std::erase_if(tables, [&](PageTable& table) {
    if (!was_recognised(table)) return false;
    const bool dirt = !any_line(table, [](const PageRow& row) { return surest(row) >= kTable; });
    for (auto& cell : table.cells) dirt ? cleaner.set_aside(cell) : cleaner.clean(cell);
    return dirt;
  });
}

}  // namespace kehoach::layout
