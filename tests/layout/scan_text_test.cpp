#include "layout/pdf/scan_text.h"

#include <gtest/gtest.h>

#include <sstream>

#include "layout/pdf/misread_places.h"
#include "match/matcher.h"

namespace kehoach::layout {
namespace {

// A row of words with a space between them.
PageRow row(const std::string& text) {
  std::vector<PageWord> words;
  std::istringstream stream(text);
  double x = 80;
  for (std::string word; stream >> word; x += 40) {
    PageWord made;
    made.text = word;
    made.box = {x, 90, x + 30, 102};
    made.baseline = 100;
    made.size = 13;
    words.push_back(std::move(made));
  }
  return make_row(std::move(words));
}

const match::Matcher& matcher() {
  static const match::Matcher made(rules::load());
  return made;
}

TEST(MisreadPlaces, WhatIsClearStays) {
  struct Case {
    std::string read, cleared;
  };
  for (const Case& c :
       {Case{"Số: l1C /KH-UBND", "Số: /KH-UBND"}, Case{"Số:⁄42_ /CT-UBND", "Số: /CT-UBND"},
        Case{"Huế, ngày>2 tháng 6 năm 2025", "Huế, ngày  tháng 6 năm 2025"},
        Case{"Huế, ngày 12 tháng |Ò năm 2025", "Huế, ngày 12 tháng  năm 2025"},
        Case{"Số: 142/KH-UBND", "Số: 142/KH-UBND"}, Case{"Số: 15-KH/TU", "Số: 15-KH/TU"},
        Case{"Số: 104 -CTr/ĐU", "Số: 104 -CTr/ĐU"},
        Case{"Huế, ngày 12 tháng 6 năm 2025", "Huế, ngày 12 tháng 6 năm 2025"}}) {
    PageText page;
    page.number = 3;
    page.rows.push_back(row(c.read));
    base::Diagnostics diagnostics;
    blank_misread(page, matcher(), diagnostics);
    EXPECT_EQ(row_text(page.rows[0]), c.cleared);
    EXPECT_EQ(diagnostics.size(), c.read == c.cleared ? 0u : 1u) << c.read;
  }
}

TEST(MisreadPlaces, TheDiagnosticSaysWhere) {
  PageText page;
  page.rows.push_back(row("Số: l1C /KH-UBND"));
  base::Diagnostics diagnostics;
  blank_misread(page, matcher(), diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].code, "illegible");
  EXPECT_EQ(diagnostics[0].message,
            "\"Số: l1C /KH-UBND\" was filled in by hand or with a stamp and cannot be read for "
            "sure; what is not clear stays empty: look at the page");
  EXPECT_EQ(diagnostics[0].box, (base::Box{80, 90, 190, 102}));
  EXPECT_EQ(page.rows[0].words[0].original, "Số: l1C /KH-UBND");
}

TEST(ScanText, WordsOfALineStayApartAndKnowTheirPlace) {
  read::PdfPage page;
  page.width = 595;
  page.height = 842;
  read::ScanPage scan;
  scan.angle = 180;
  // Nearer than letters of one word would stand, and read a little higher than the first.
  scan.words = {{"Kế", {-500, -700, -480, -688}, -690, 13, 0.9, 0},
                {"hoạch", {-479.5, -700, -440, -687}, -690, 13, 0.8, 0}};
  const auto text = read_scan_text(page, scan);
  ASSERT_EQ(text.rows.size(), 1u);
  EXPECT_EQ(row_text(text.rows[0]), "Kế hoạch");
  EXPECT_EQ(text.angle, 180);
  EXPECT_EQ(text.rows[0].words[1].confidence, 0.8);
}

}  // namespace
}  // namespace kehoach::layout
