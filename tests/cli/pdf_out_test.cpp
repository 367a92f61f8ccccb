#include <gmock/gmock.h>

#include "output/digest.h"
#include "read/pdf/pdf_picture.h"
#include "run_command.h"

namespace kehoach::cli {
namespace {

using testing::HasSubstr;

using PdfOut = CommandLine;

const std::string kCorpus = KEHOACH_ROOT "/corpus/";

TEST_F(PdfOut, ACopyOfAScanHoldsItsWords) {
  const std::string scan = file_text(kCorpus + "c-phuoc-hoi-don-thu-2019.pdf");
  write("scan.pdf", scan);
  const Ran first = run("kehoach extract --text --pdf-out made/here scan.pdf");
  ASSERT_EQ(first.code, 0) << first.err;
  EXPECT_THAT(first.err, HasSubstr("scan.pdf: copy with its text: made/here/scan.ocr.pdf"));
  EXPECT_EQ(file_text(scratch_ / "scan.pdf"), scan);

  const Ran copy = run("kehoach extract --ocr never --text made/here/scan.ocr.pdf");
  ASSERT_EQ(copy.code, 0) << copy.err;
  for (const char* words : {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH"}) {
    EXPECT_THAT(first.out, HasSubstr(words));
    EXPECT_THAT(copy.out, HasSubstr(words));
  }
}

TEST_F(PdfOut, ACopyOfAnImageFileIsAPdf) {
  const std::string name = "c-ia-hrung-nuoc-sach-2026.pdf";
  const std::string png = read::draw_pdf_page({name, file_text(kCorpus + name)}, 1, 120, {}).png;
  write("scan.png", png);
  const Ran first = run("kehoach extract --text --pdf-out . scan.png");
  ASSERT_EQ(first.code, 0) << first.err;
  EXPECT_THAT(first.err, HasSubstr("scan.png: copy with its text: ./scan.png.ocr.pdf"));
  const Ran copy = run("kehoach extract --ocr never --text scan.png.ocr.pdf");
  ASSERT_EQ(copy.code, 0) << copy.err;
  EXPECT_THAT(copy.out, HasSubstr("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
  EXPECT_THAT(file_text(scratch_ / "scan.png.ocr.pdf"),
              HasSubstr("sha256:" + output::sha256_hex(png)));
}

TEST_F(PdfOut, SaysWhyThereIsNoCopy) {
  write("a.txt", "Một\n");
  write("b.ocr.pdf", file_text(kCorpus + "d-yen-thanh-hop-tac-xa-2025.pdf"));
  write("b.pdf", file_text(kCorpus + "d-yen-thanh-hop-tac-xa-2025.pdf"));
  write("there/a.txt.ocr.pdf", "mine");
  const Ran none = run("kehoach extract --text --pdf-out . a.txt b.pdf b.ocr.pdf");
  EXPECT_EQ(none.code, 0);
  EXPECT_THAT(none.err,
              HasSubstr("a.txt: no copy with its text was made: it is neither a PDF nor an image"));
  EXPECT_THAT(none.err, HasSubstr("b.ocr.pdf: is one of the sources"));
  EXPECT_THAT(none.err, HasSubstr("b.ocr.pdf: no copy with its text was made: no page of it"));
  const Ran there = run("kehoach extract --text --pdf-out there a.txt");
  EXPECT_EQ(there.code, 0);
  EXPECT_THAT(there.err, HasSubstr("a.txt.ocr.pdf: is there already and was left as it is"));
  EXPECT_EQ(file_text(scratch_ / "there/a.txt.ocr.pdf"), "mine");
}

TEST_F(PdfOut, CannotRun) {
  write("a.txt", "Một\n");
  for (const char* wrong :
       {"--force a.txt", "--pdf-out d --ocr never a.txt", "--pdf-out a.txt/d a.txt"})
    EXPECT_EQ(run(std::string("kehoach extract --text ") + wrong).code, 3) << wrong;
}

}  // namespace
}  // namespace kehoach::cli
