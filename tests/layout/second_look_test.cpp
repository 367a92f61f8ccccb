// Pages that a machine read: what is read again, and what gets its marks back.
#include "layout/pdf/second_look.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "layout/dump.h"
#include "layout/pdf/pdf_layout.h"
#include "page_maker.h"
#include "printed_word.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const match::Matcher& matcher() {
  static const match::Matcher made{rules::load()};
  return made;
}

// Lines of words as they are recognised on a page, and what a second look at a zone says.
class SeenPage : public read::PageEyes {
 public:
  std::vector<std::string> again;              // one for each look at a place, over and over
  std::map<std::string, std::string> in_line;  // what words are at a look at their line
  double digits_rise = 0;     // of the digits in the head, points above the print's line
  bool digits_touch = false;  // … as one piece of ink

  void line(double x, double y, const std::string& text) {
    const int number = static_cast<int>(y * 1000 + x);
    for (std::size_t i = 0; i < text.size();) {
      const auto end = std::min(text.find(' ', i), text.size());
      read::ScanWord word;
      word.text = text.substr(i, end - i);
      const double width = 7.0 * static_cast<double>(base::code_points(word.text));
      word.box = {x, y - 10, x + width, y + 3};
      word.baseline = y;
      word.size = 14;
      word.confidence = 0.85;
      word.line = number;
      page_.words.push_back(std::move(word));
      x += width + 4;
      i = end + 1;
    }
  }

  // Four lines around a place.
  void frame(const base::Box& box) {
    const auto side = [&](double x0, double y0, double x1, double y1, bool across) {
      page_.lines.push_back({{x0, y0, x1, y1}, across, 0, read::Origin::kContent, 0});
    };
    side(box.x0, box.y0, box.x1, box.y0 + 1, true);
    side(box.x0, box.y1 - 1, box.x1, box.y1, true);
    side(box.x0, box.y0, box.x0 + 1, box.y1, false);
    side(box.x1 - 1, box.y0, box.x1, box.y1, false);
  }

  int print = 0;  // lines that the page shows beside its text

  std::optional<int> lines_of_print(int, const std::vector<base::Box>&) const override {
    return print;
  }

  std::vector<read::ScanPage> recognise(const std::vector<int>& pages) const override {
    auto page = page_;
    page.number = pages.front();
    page.recognised = true;
    page.dpi = 300;
    page.confidence = 0.9;
    return {page};
  }

  read::ScanPage look(int, const base::Box& box, double, const read::ZoneLook&) const override {
    read::ScanPage page;
    page.recognised = true;
    if (!in_line.empty()) {
      for (auto word : page_.words) {
        const double x = (word.box.x0 + word.box.x1) / 2, y = (word.box.y0 + word.box.y1) / 2;
        if (x < box.x0 || x > box.x1 || y < box.y0 || y > box.y1) continue;
        if (const auto other = in_line.find(word.text); other != in_line.end())
          word.text = other->second;
        page.words.push_back(word);
      }
      return page;
    }
    if (again.empty()) return page;
    page.words.push_back({again[looks_++ % again.size()], box, box.y1, 14, 0.9, 0});
    return page;
  }

  // Every digit and letter of the zone as a piece of ink.
  std::vector<read::InkBlob> ink(int, const base::Box& box, double) const override {
    std::vector<read::InkBlob> blobs;
    for (const auto& word : page_.words) {
      if (word.box.x0 < box.x0 || word.box.x1 > box.x1 || word.box.y0 < box.y0 - 1 ||
          word.box.y1 > box.y1 + 1)
        continue;
      const bool digits = word.text.find_first_not_of("0123456789") == word.text.npos;
      if (digits && digits_touch) {
        blobs.push_back({{word.box.x0, word.baseline - 9, word.box.x1, word.baseline}, 0});
        continue;
      }
      for (double x = word.box.x0; x < word.box.x1; x += 7) {
        const double rise = digits && word.text.size() < 4 ? digits_rise : 0;
        blobs.push_back({{x, word.baseline - 9 - rise, x + 6, word.baseline - rise}, 0});
      }
    }
    return blobs;
  }

 private:
  read::ScanPage page_;
  mutable std::size_t looks_ = 0;
};

std::shared_ptr<SeenPage> scanned_head() {
  auto eyes = std::make_shared<SeenPage>();
  eyes->line(80, 70, "ỦY BAN NHÂN DÂN");
  eyes->line(300, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  eyes->line(80, 88, "TĨNH LÂM ĐÒNG");
  eyes->line(330, 88, "Độc lập - Tự do - Hạnh phúc");
  eyes->line(80, 112, "Số: 57 /KH-UBND");
  eyes->line(320, 112, "Lâm Đông, ngày 12 tháng 3 năm 2024");
  eyes->line(270, 150, "KÉ HOẠCH");
  eyes->line(200, 168, "Nâng cao nhận thức của người dân");
  eyes->line(90, 210, "Các tô chức có thâm quyền thực hiện theo kế hoạch này và báo cáo kết quả");
  eyes->line(80, 228, "về ông Lê Tô Chức, thành viên của tô công tác, trước ngày 15 tháng 12.");
  return eyes;
}

Document layout_of(const std::shared_ptr<SeenPage>& eyes) {
  PageMaker page;
  page.image({0, 0, 595, 842});
  std::vector<read::PdfPage> pages;
  pages.push_back(page.take());
  auto pdf = make_pdf(std::move(pages));
  pdf.eyes = eyes;
  return layout_pdf(pdf, matcher(), {});
}

std::string codes(const Document& document) {
  std::string all;
  for (const auto& diagnostic : document.diagnostics)
    if (diagnostic.code != "page-recognised" && diagnostic.code != "page-without-text")
      all += (all.empty() ? "" : " ") + diagnostic.code;
  return all;
}

TEST(SecondLook, TakesDigitsThatAllReadingsAgreeOn) {
  const auto eyes = scanned_head();
  eyes->again = {"Số: 57/KH-UBND", "Lâm Đồng, ngày 12 tháng 3 năm 2024"};
  const auto document = layout_of(eyes);
  EXPECT_NE(document.content.find("Số: 57 /KH-UBND"), std::string::npos) << dump(document);
  EXPECT_NE(document.content.find("ngày 12 tháng 3 năm 2024"), std::string::npos);
  EXPECT_EQ(codes(document), "words-repaired");
}

TEST(SecondLook, LeavesBlankWhatReadingsDifferOn) {
  const auto eyes = scanned_head();
  eyes->again = {"Số: 57/KH-UBND", "ngày 12 tháng 3 năm 2024",
                 "Số: 51/KH-UBND", "ngày 17 tháng 3 năm 2024",
                 "Số: S7/KH-UBND", "ngày 72 tháng 3 năm 2024"};
  const auto document = layout_of(eyes);
  EXPECT_NE(document.content.find("Số: /KH-UBND"), std::string::npos) << dump(document);
  EXPECT_NE(document.content.find("ngày tháng 3 năm 2024"), std::string::npos);
  EXPECT_NE(document.source.find("ngày 12 tháng 3"), std::string::npos);
  EXPECT_EQ(codes(document), "illegible illegible words-repaired");
}

TEST(SecondLook, LeavesBlankWhatDoesNotStandAsPrint) {
  const auto eyes = scanned_head();
  eyes->again = {"Số: 57/KH-UBND", "Lâm Đồng, ngày 12 tháng 3 năm 2024"};
  eyes->digits_rise = 4;
  const auto document = layout_of(eyes);
  EXPECT_NE(document.content.find("Số: /KH-UBND"), std::string::npos) << dump(document);
  EXPECT_NE(document.content.find("ngày tháng năm 2024"), std::string::npos);
  EXPECT_EQ(codes(document), "handwritten handwritten handwritten words-repaired");
}

// Digits of a stamp are often one piece of ink, whose height says nothing.
TEST(SecondLook, LeavesBlankDigitsThatTouch) {
  const auto eyes = scanned_head();
  eyes->again = {"Số: 57/KH-UBND", "Lâm Đồng, ngày 12 tháng 3 năm 2024"};
  eyes->digits_touch = true;
  const auto document = layout_of(eyes);
  EXPECT_NE(document.content.find("Số: /KH-UBND"), std::string::npos) << dump(document);
  EXPECT_NE(document.content.find("ngày tháng 3 năm 2024"), std::string::npos);
  EXPECT_EQ(codes(document), "handwritten handwritten words-repaired");
}

// "ngày 4D": a stamp. The number beside it is judged all the same.
TEST(SecondLook, JudgesTheNumberBesideADateThatIsNone) {
  auto eyes = std::make_shared<SeenPage>();
  eyes->line(300, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  eyes->line(80, 112, "Số: 57 /KH-UBND");
  eyes->line(320, 112, "Lâm Đông, ngày 4D tháng 3 năm 2024");
  eyes->line(270, 150, "KẾ HOẠCH");
  eyes->again = {"Số: 51/KH-UBND", "Số: S7/KH-UBND"};
  const auto document = layout_of(eyes);
  EXPECT_NE(document.content.find("Số: /KH-UBND"), std::string::npos) << dump(document);
}

TEST(SecondLook, TakesNoDayOfACitedDocumentForTheDateBox) {
  auto eyes = std::make_shared<SeenPage>();
  eyes->line(300, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  eyes->line(80, 112, "Số: 57 /KH-UBND");
  eyes->line(90, 210, "Căn cứ Luật Bảo vệ và Phát triển rừng ngày 03 tháng 12 năm 2004;");
  eyes->again = {"Số: 57/KH-UBND", "ngày 08 tháng 12 năm 2004"};
  const auto document = layout_of(eyes);
  EXPECT_NE(document.content.find("ngày 03 tháng 12 năm 2004"), std::string::npos)
      << dump(document);
}

// The stamp of the office that received the scan, in the rows of the title.
TEST(ArrivalStamp, LeavesTheRowsThatItStandsIn) {
  for (const char* stamped : {"ĐẾN Số: 318", "HỎA TỐC"}) {
    const auto eyes = scanned_head();
    eyes->line(60, 168, stamped);
    eyes->frame({50, 150, 170, 190});
    eyes->again = {"Số: 57/KH-UBND", "Lâm Đồng, ngày 12 tháng 3 năm 2024"};
    const auto document = layout_of(eyes);
    const auto text = dump(document);
    const bool beside = text.find(std::string(stamped) + " Nâng cao") != text.npos;
    EXPECT_EQ(beside, std::string(stamped) == "HỎA TỐC") << text;
    EXPECT_NE(text.find(stamped), text.npos) << text;
  }
}

TEST(SecondLook, ReadsUnknownSymbolsAgain) {
  struct Case {
    const char *recognised, *again, *content;
  };
  const Case cases[] = {
      {"46/2024/Q0Đ-TTg", "46/2024/QĐ-TTg", "46/2024/QĐ-TTg"},
      {"88/NỌQ-CP,", "88/NQ-CP", "88/NQ-CP,"},
      {"93/2023/QHI5", "93/2023/QH15", "93/2023/QH15"},
      {"93/2023/QHI5", "93/2023/QHI15", "93/2023/QH15"},
      {"93/2023/QHI15", "93/2023/QH13", "93/2023/QHI15"},  // another digit: not agreed
      {"27/TB-XYZ", "27/TB-XYZ", "27/TB-XYZ"},
  };
  for (const auto& c : cases) {
    const auto eyes = scanned_head();
    eyes->line(80, 250, std::string("Căn cứ văn bản số ") + c.recognised + " của cấp trên về việc");
    eyes->in_line = {{c.recognised, c.again}};
    const auto document = layout_of(eyes);
    EXPECT_NE(document.content.find(std::string("số ") + c.content + " của"), std::string::npos)
        << dump(document);
  }
}

TEST(WordRepair, KnowsLabelsWithALetterOff) {
  struct Case {
    const char *recognised, *content;
  };
  const Case cases[] = {
      {"Xơi nhận: Như trên", "Nơi nhận: Như trên"},
      {"NWơi nhận: Như trên", "Nơi nhận: Như trên"},
      {"Người nhận: Như trên", "Người nhận: Như trên"},
      {"Xơi nhận như trên", "Xơi nhận như trên"},
      {"QUYEÉT ĐỊNH", "QUYẾT ĐỊNH"},
      {"THÔNG CÁO", "THÔNG CÁO"},
      {"từ ngày 26 thắng 5 nắm 2020 đến nay", "từ ngày 26 tháng 5 năm 2020 đến nay"},
  };
  for (const auto& c : cases) {
    const auto eyes = scanned_head();
    eyes->line(80, 300, c.recognised);
    const auto document = layout_of(eyes);
    EXPECT_NE(document.content.find(c.content), std::string::npos) << dump(document);
  }
}

TEST(SecondLook, ReadsDigitsOfDatesAgainThatLookLikeLetters) {
  struct Case {
    const char *recognised, *again, *content;
  };
  const Case cases[] = {
      {"l6/6/2025;", "16/6/2025;", "16/6/2025;"},
      {"l6/6/2025;", "16/5/2025;", "l6/6/2025;"},  // another digit
      {"3l/12/2024", "3l/12/2024", "3l/12/2024"},
      {"1ó/12/2022", "16/12/2022", "16/12/2022"},
      {"Ï 1/01/2025", "11/01/2025", "11/01/2025"},
      {"20 tháng Ố năm 2025", "6", "20 tháng 6 năm 2025"},
      {"20 tháng I1] năm 2025", "11", "20 tháng 11 năm 2025"},
      {"20 tháng I1] năm 2025", "12", "20 tháng 12 năm 2025"},
      // There is no such date.
      {"31/06/2015", "31/08/2015", "31/08/2015"},
      {"16/2022", "16/6/2022", "16/6/2022"},
      {"30/06/2015", "30/08/2015", "30/08/2015"},
  };
  for (const auto& c : cases) {
    const auto eyes = scanned_head();
    eyes->line(80, 250, std::string("Căn cứ Luật Đường sắt ngày ") + c.recognised + " và các luật");
    eyes->in_line = {{c.recognised, c.again},
                     {"Ố", c.again},
                     {"I1]", c.again},
                     {"Ï", ""},
                     {"1/01/2025", c.again}};
    const auto document = layout_of(eyes);
    EXPECT_NE(document.content.find(std::string("ngày ") + c.content + " và"), std::string::npos)
        << dump(document);
  }
}

// "ngày 31/6/2022" cannot be; two years can.
TEST(SecondLook, DoubtsDaysThatDoNotExistAndNoYears) {
  for (const auto& [before, date, sure] : {std::tuple{"ngày", "31/6/2022", false},
                                           {"tháng", "16/2022", false},
                                           {"năm", "2021/2022", true}}) {
    SeenPage eyes;
    eyes.in_line = {{"-", "-"}};
    PageText page;
    page.width = 595;
    page.height = 842;
    page.rows.push_back(
        make_row({printed_word(100, 400, before), printed_word(140, 400, date, 60)}));
    for (auto& word : page.rows[0].words) word.confidence = 0.9;
    SecondLook(eyes, matcher()).look_at_citations(page);
    EXPECT_EQ(page.rows[0].words[1].text, date);
    EXPECT_EQ(page.rows[0].words[1].confidence > 0.8, sure) << before << ' ' << date;
  }
}

TEST(HeadWords, TakesTheReadingThatItsNeighboursSpeakFor) {
  const auto eyes = scanned_head();
  eyes->line(80, 250, "về ứng phó sự cô tràn dâu của cửa hàng");
  eyes->in_line = {{"cô", "cố"}, {"dâu", "dầu"}, {"hàng", "hãng"}};
  const auto document = layout_of(eyes);
  EXPECT_NE(document.content.find("sự cố tràn dầu của cửa hàng"), std::string::npos)
      << dump(document);
}

TEST(WordRepair, PutsMarksRightOnScansOnly) {
  const auto eyes = scanned_head();
  const auto document = layout_of(eyes);
  for (const char* right :
       {"TỈNH LÂM ĐỒNG", "KẾ HOẠCH", "Các tổ chức có thẩm quyền", "Lê Tô Chức", "Lâm Đồng, ngày"})
    EXPECT_NE(document.content.find(right), std::string::npos) << right << "\n" << dump(document);
  for (const char* seen : {"TĨNH LÂM ĐÒNG", "Các tô chức có thâm quyền"})
    EXPECT_NE(document.source.find(seen), std::string::npos) << seen;

  PageMaker digital;
  digital.paragraph(100,
                    "Các tô chức có thâm quyền thực hiện theo kế hoạch này và báo cáo kết quả "
                    "về cấp trên của mình theo đúng quy định đã nêu.");
  std::vector<read::PdfPage> pages;
  pages.push_back(digital.take());
  const auto born = layout_pdf(make_pdf(std::move(pages)), matcher(), {});
  EXPECT_NE(born.content.find("Các tô chức có thâm quyền"), std::string::npos) << dump(born);
}

}  // namespace
}  // namespace kehoach::layout
