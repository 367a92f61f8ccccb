#include "layout/pdf/margin_dirt.h"

#include <gtest/gtest.h>

#include "printed_word.h"

namespace kehoach::layout {
namespace {

PageWord word(double x, double y, const std::string& text) { return printed_word(x, y, text, 8); }

// The page's rows with a word of `text` at x, on the last line or on one of its own.
std::string kept(double x, const std::string& text, bool own_line, bool in_table = false) {
  PageText page;
  page.width = 595;
  page.height = 842;
  for (int i = 0; i < 4; ++i) {
    const double y = 200 + 20 * i;
    page.rows.push_back(make_row(
        {word(85, y, "đẩy"), word(200, y, "nhanh"), word(300, y, "tiến"), word(540, y, "độ")}));
  }
  if (own_line) {
    page.rows.push_back(make_row({word(x, 300, text)}));
  } else {
    auto words = page.rows.back().words;
    words.insert(x < 85 ? words.begin() : words.end(), word(x, 260, text));
    page.rows.back() = make_row(std::move(words));
  }
  if (in_table)
    for (const double y : {180.0, 320.0}) page.rules.push_back({.box = {60, y, 590, y + 1}});
  set_margin_dirt_aside(page);
  return std::to_string(page.rows.size()) + " " + row_text(page.rows.back()) +
         (page.loose.empty() ? "" : " / " + page.loose.front().text);
}

TEST(MarginDirt, IsNoTextOfThePage) {
  EXPECT_EQ(kept(5, "ì", true), "4 đẩy nhanh tiến độ / ì");
  EXPECT_EQ(kept(5, "|", false), "4 đẩy nhanh tiến độ / |");
  EXPECT_EQ(kept(580, ".", false), "4 đẩy nhanh tiến độ / .");
  // What may be text: digits, words, what stands where lines do.
  EXPECT_EQ(kept(5, "7", true), "5 7");
  EXPECT_EQ(kept(5, "Sao", true), "5 Sao");
  EXPECT_EQ(kept(75, "-", false), "4 - đẩy nhanh tiến độ");
  EXPECT_EQ(kept(580, "x", false, true), "4 đẩy nhanh tiến độ x");
  EXPECT_EQ(kept(5, "x", false, true), "4 đẩy nhanh tiến độ / x");
}

}  // namespace
}  // namespace kehoach::layout
