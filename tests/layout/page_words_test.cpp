#include "layout/pdf/page_words.h"

#include <gtest/gtest.h>

#include <sstream>

#include "printed_word.h"

namespace kehoach::layout {
namespace {

// Lines of words, 13 points high; "|" is the white between columns.
PageText page_of(const std::string& lines) {
  PageText page;
  page.width = 595;
  page.height = 842;
  std::istringstream in(lines);
  double y = 400;
  for (std::string line; std::getline(in, line); y += 16) {
    std::istringstream words_in(line);
    std::vector<PageWord> words;
    double x = 60;
    for (std::string token; words_in >> token;) {
      if (token == "|") {
        x = x < 200 ? 200 : 400;
        continue;
      }
      words.push_back(printed_word(x, y, token));
      x += 34;
    }
    page.rows.push_back(make_row(std::move(words)));
  }
  return page;
}

// "_" joins what stands together, "/" is a line's end between.
std::string words(const std::string& lines) {
  auto page = page_of(lines);
  std::string text;
  const PageWords all(page);
  for (const auto& seen : all.seen()) {
    if (!text.empty()) text += seen.begins_line ? "/" : seen.joined ? "_" : " ";
    text += seen.word;
  }
  return text;
}

TEST(PageWords, StandBesideThoseOfTheirColumn) {
  const std::pair<const char*, const char*> cases[] = {
      {"văn bản, theo\nthẩm quyền", "văn_bản theo/thẩm_quyền"},
      // Cells are read one by one, each over its lines.
      {"đổi | văn | Sở\nmới | bản | Y tế", "đổi/mới văn/bản Sở/Y_tế"},
      // What stands over two columns goes on in neither.
      {"mục tiêu chung của kế hoạch này là\nđổi | văn\nmới | bản",
       "mục_tiêu_chung_của_kế_hoạch_này_là đổi/mới văn/bản"},
      {"đổi | văn\n| bản", "đổi văn/bản"},
  };
  for (const auto& [lines, expected] : cases) EXPECT_EQ(words(lines), expected) << lines;
}

}  // namespace
}  // namespace kehoach::layout
