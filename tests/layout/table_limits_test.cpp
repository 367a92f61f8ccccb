// Tables of PDFs that are as large as they may get: over hundreds of pages, on pages full of lines.
#include <gtest/gtest.h>

#include <chrono>

#include "layout/pdf/pdf_layout.h"
#include "page_maker.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

constexpr int kRows = 34;  // of a page

const match::Matcher& matcher() {
  static const match::Matcher made{rules::load()};
  return made;
}

std::vector<read::PdfPage> pages_of_rows(int pages) {
  std::vector<read::PdfPage> result;
  for (int p = 0; p < pages; ++p) {
    PageMaker page(p + 1);
    std::vector<double> ys;
    for (int r = 0; r <= kRows; ++r) ys.push_back(60 + 21 * r);
    page.grid({60, 100, 300, 540}, ys);
    for (int r = 0; r < kRows; ++r) {
      const double y = 75 + 21 * r;
      page.text(65, y, std::to_string(p * kRows + r));
      page.text(105, y, "Trồng cây");
      page.text(305, y, "Hội Nông dân");
    }
    result.push_back(page.take());
  }
  return result;
}

std::size_t rows_of(const Document& document) {
  std::size_t rows = 0;
  for (const auto& block : document.blocks) rows += block.table == 0 ? 1 : 0;
  return rows;
}

TEST(TableLimits, TenThousandRowsOverThreeHundredPagesAreOneTable) {
  const auto document = layout_pdf(make_pdf(pages_of_rows(300)), matcher(), {});
  EXPECT_EQ(rows_of(document), 300u * kRows);
}

TEST(TableLimits, CostGrowsWithThePages) {
  const auto seconds = [](int pages) {
    const auto pdf = make_pdf(pages_of_rows(pages));
    const auto start = std::chrono::steady_clock::now();
    layout_pdf(pdf, matcher(), {});
    const std::chrono::duration<double> all = std::chrono::steady_clock::now() - start;
    return all.count();
  };
  seconds(1);  // patterns are compiled when they are first used
  const double few = seconds(10), many = seconds(80);
  EXPECT_LT(many, 24 * few + 0.5) << few << " s and " << many << " s";
}

// Borders drawn cell by cell: 100,000 pieces that make one grid.
TEST(TableLimits, APageOfAHundredThousandPieces) {
  PageMaker maker;
  for (int r = 0; r <= 158; ++r)
    for (int c = 0; c < 158; ++c) {
      maker.rule(40 + 3.2 * c, 40 + 4.8 * r, 43.2 + 3.2 * c);
      maker.upright(40 + 3.2 * r, 40 + 4.8 * c, 44.8 + 4.8 * c);
      if (r % 2 == 0) maker.rule(40 + 3.2 * c, 40 + 4.8 * r, 43.2 + 3.2 * c);
      if (r % 2 == 0) maker.upright(40 + 3.2 * r, 40 + 4.8 * c, 44.8 + 4.8 * c);
    }
  for (int r = 0; r < 30; ++r) maker.text(45, 60 + 24 * r, "Trồng cây theo đường liên thôn");
  const auto document = layout_pdf(make_pdf({maker.take()}), matcher(), {});
  EXPECT_EQ(rows_of(document), 0u) << "lines that run through words are a drawing's";
  EXPECT_NE(document.content.find("Trồng cây"), std::string::npos);
}

}  // namespace
}  // namespace kehoach::layout
