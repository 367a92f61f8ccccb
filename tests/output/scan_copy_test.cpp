// Copies of scans, read again as any PDF.
#include "output/scan_copy/scan_copy.h"

#include <gmock/gmock.h>

#include "../read/made_pdf.h"
#include "../read/page_dump.h"
#include "base/error.h"
#include "output/digest.h"
#include "read/pdf/pdf.h"

namespace kehoach::output {
namespace {

using testing::HasSubstr;
using testing::Not;

const std::vector<LayerWord> kWords = {{"Phú", {20, 40}, {50, 40}, 12, true},
                                       {"Yên", {55, 40}, {79, 40}, 12, false},
                                       {"nghiêng", {20, 60}, {80, 66}, 10, false}};

std::string copy_of(const std::string& file, LayerPage page) {
  return copy_with_text(read::source(file), {std::move(page)}, "kehoach 1.2.3", sha256_hex(file));
}

// Each text as it is read from the file: words, where the first glyph begins and the last ends.
std::string texts(const std::string& file) {
  const read::Pdf pdf = read::read_pdf(read::source(file), base::Budget{});
  std::string out;
  for (const read::GlyphRun& run : pdf.pages.at(0).runs)
    out += read::run_text(run) + (run.invisible ? " hidden " : " seen ") + read::dump(run.box) +
           read::origin(run.origin) + "\n";
  return out;
}

TEST(ScanCopy, WordsLieWhereTheirPrintIsHoweverThePageLies) {
  for (const int rotation : {0, 90, 180, 270}) {
    const bool on_side = rotation % 180 == 90;
    const double width = on_side ? 100 : 200, height = on_side ? 200 : 100;
    read::OnePage made;
    made.page = "/CropBox [10 20 210 120] /Rotate " + std::to_string(rotation);
    made.box = "[0 0 400 300]";
    const std::string copy = copy_of(read::one_page(made), {1, width, height, rotation, kWords});
    EXPECT_EQ(texts(copy),
              "Phú  hidden [20 30.4 60 42.4]\n"
              "Yên hidden [55 30.4 79 42.4]\n"
              "nghiêng hidden [19.8 52 80.8 68]\n")
        << rotation;
  }
}

// The page leaves a state open and its scale doubled; text that another machine hid goes.
TEST(ScanCopy, WhatIsSeenStaysAndOtherHiddenTextGoes) {
  const std::string file =
      read::one_page({"q 2 0 0 2 0 0 cm BT 3 Tr /F1 10 Tf 20 40 Td (hidden) Tj ET "
                      "BT 0 Tr /F1 5 Tf 5 5 Td (seen) Tj ET"});
  const std::string copy = copy_of(file, {1, 200, 100, 0, {kWords[1]}});
  const std::string read_again = texts(copy);
  EXPECT_THAT(read_again, HasSubstr("seen seen [10 "));
  EXPECT_THAT(read_again, HasSubstr("Yên hidden [55 30.4 79 42.4]\n"));
  EXPECT_THAT(read_again, Not(HasSubstr("hidden hidden")));
  EXPECT_EQ(copy, copy_of(file, {1, 200, 100, 0, {kWords[1]}})) << "the same bytes each time";
}

TEST(ScanCopy, SaysWhatItIsAndClaimsNoSignature) {
  const std::string file = read::one_page(
      {"",
       "/Annots [6 0 R]",
       "",
       "/AcroForm << /SigFlags 3 /Fields [6 0 R] >> /Perms << /DocMDP 7 0 R >>",
       {"<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [20 10 120 40] /P 3 0 R /F 4 "
        "/AP << /N 8 0 R >> /V 7 0 R >>",
        "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <00> "
        "/ByteRange [0 1 2 3] >>",
        read::stream("BT /F1 9 Tf 2 2 Td (stamp) Tj ET",
                     "/Type /XObject /Subtype /Form /BBox [0 0 100 30] "
                     "/Resources << /Font << /F1 5 0 R >> >>")}});
  ASSERT_EQ(read::read_pdf(read::source(file), base::Budget{}).signatures.size(), 1U);
  const std::string copy = copy_of(file, {1, 200, 100, 0, kWords});
  const read::Pdf pdf = read::read_pdf(read::source(copy), base::Budget{});
  EXPECT_TRUE(pdf.signatures.empty());
  EXPECT_EQ(pdf.producer, "kehoach 1.2.3");
  EXPECT_THAT(texts(copy), HasSubstr("stamp seen"));
  for (const char* gone : {"/SigFlags", "/ByteRange", "/DocMDP", "/FT"})
    EXPECT_THAT(copy, Not(HasSubstr(gone)));
  EXPECT_THAT(copy, HasSubstr("/CopyOf (sha256:" + sha256_hex(file) + ")"));
  EXPECT_THAT(copy, HasSubstr("Its digital signature holds for the original only"));
}

TEST(ScanCopy, RefusesWhatItIsNotSureOf) {
  const std::string file = read::one_page({});
  const auto code = [](const std::string& bytes, const LayerPage& page) -> std::string {
    try {
      copy_of(bytes, page);
    } catch (const base::Error& error) {
      return error.code();
    }
    return "done";
  };
  EXPECT_EQ(code(file, {1, 200, 100, 0, kWords}), "done");
  EXPECT_EQ(code(file, {2, 200, 100, 0, kWords}), "no-copy");
  EXPECT_EQ(code(file, {1, 210, 100, 0, kWords}), "no-copy");
  EXPECT_EQ(code("no PDF at all", {1, 200, 100, 0, kWords}), "no-copy");
}

}  // namespace
}  // namespace kehoach::output
