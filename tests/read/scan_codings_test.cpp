// Images of pages in the codings that scanners write, whole and broken, through the eyes of a PDF.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

#include "drawn_scan.h"
#include "made_pdf.h"
#include "read/pdf/pdf.h"
#include "read/scan/page_print.h"

namespace kehoach::read {
namespace {

constexpr int kWidth = 800, kHeight = 400, kLines = 5;

// Lines of letters of different widths.
PixPtr printed() {
  DrawnScan page(kWidth, kHeight);
  for (int line = 0; line < kLines; ++line)
    for (int i = 0, x = 75; i < 60; ++i) {
      const int top = 100 + 40 * line - (i % 4 == 1 ? 4 : 0), width = 4 + (3 * i + line) % 7;
      page.frame({x, top, x + width, 110 + 40 * line}, 2, 0x202020);
      x += width + (i % 5 == 4 ? 7 : 2);
    }
  return PixPtr(pixConvertTo8(page.pix().get(), 0));
}

std::string bytes_of(l_uint8* bytes, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return text;
}

std::string ccitt() {
  const PixPtr page = printed();
  const PixPtr black(pixThresholdToBinary(page.get(), 128));
  L_COMP_DATA* coded = nullptr;
  if (pixGenerateCIData(black.get(), L_G4_ENCODE, 0, 0, &coded) != 0) return {};
  std::string data(reinterpret_cast<const char*>(coded->datacomp), coded->nbytescomp);
  l_CIDataDestroy(&coded);
  return data;
}

std::string number(std::uint32_t value) {
  std::string text;
  for (int shift = 24; shift >= 0; shift -= 8) text += static_cast<char>(value >> shift & 0xFFU);
  return text;
}

// One region of a page in the coding of fax machines, which is one of those of JBIG2. Poppler loses
// edges in it: that something is seen must do.
std::string jbig2() {
  const std::string data = ccitt();
  const std::string size = number(kWidth) + number(kHeight);
  const std::string page = size + number(0) + number(0) + std::string(3, '\0');
  const std::string region = size + number(0) + number(0) + std::string(1, '\0') + "\1" + data;
  const auto segment = [](int at, char type, const std::string& content) {
    return number(static_cast<std::uint32_t>(at)) + type + std::string(1, '\0') + "\1" +
           number(static_cast<std::uint32_t>(content.size())) + content;
  };
  return segment(0, 48, page) + segment(1, 38, region);
}

std::string jpeg() {
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  pixWriteMemJpeg(&bytes, &size, printed().get(), 80, 0);
  return bytes_of(bytes, size);
}

std::string jpeg2000() {
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  pixWriteMemJp2k(&bytes, &size, printed().get(), 40, 5, 0, 0);
  return bytes_of(bytes, size);
}

std::string pdf_of(const std::string& data, const std::string& coding) {
  OnePage made;
  made.content = "q 576 0 0 288 0 0 cm /Im Do Q";
  made.resources = "/XObject << /Im 6 0 R >>";
  made.box = "[0 0 576 288]";
  made.others = {stream(data, "/Type /XObject /Subtype /Image /Width 800 /Height 400 " + coding)};
  return one_page(made);
}

const std::string kGray = "/ColorSpace /DeviceGray /BitsPerComponent 8 ";
const std::string kBlack = "/ColorSpace /DeviceGray /BitsPerComponent 1 ";

struct Coded {
  const char* name;
  std::string data, coding;
};

std::vector<Coded> codings() {
  return {{"CCITT", ccitt(),
           kBlack + "/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 800 /Rows 400 >>"},
          {"JBIG2", jbig2(), kBlack + "/Filter /JBIG2Decode"},
          {"JPEG", jpeg(), kGray + "/Filter /DCTDecode"},
          {"JPEG 2000", jpeg2000(), kGray + "/Filter /JPXDecode"}};
}

TEST(ScanCodings, AreSeen) {
  for (const Coded& coded : codings()) {
    const base::Source file = source(pdf_of(coded.data, coded.coding));
    const base::Budget budget;
    const Pdf pdf = read_pdf(file, budget);
    ASSERT_EQ(pdf.pages.size(), 1u);
    const int lines = pdf.eyes->lines_of_print(1, {}).value_or(0);
    if (coded.coding.find("JBIG2") == std::string::npos)
      EXPECT_EQ(lines, kLines) << coded.name;
    else
      EXPECT_GT(lines, 0) << coded.name;
  }
}

TEST(ScanCodings, BrokenOnesEndAndLeaveTheTerminalAlone) {
  for (const Coded& coded : codings()) {
    for (const std::size_t part : {std::size_t{2}, std::size_t{20}}) {
      std::string data = coded.data.substr(0, coded.data.size() / part);
      for (std::size_t i = 40; i < data.size(); i += 97) data[i] = '\x5A';
      const base::Source file = source(pdf_of(data, coded.coding));
      const base::Budget budget;
      testing::internal::CaptureStderr();
      const Pdf pdf = read_pdf(file, budget);
      const auto lines = pdf.eyes->lines_of_print(1, {});
      EXPECT_EQ(testing::internal::GetCapturedStderr(), "") << coded.name;
      EXPECT_LE(lines.value_or(0), 2 * kLines) << coded.name;
    }
  }
}

TEST(ScanCodings, AVastImageIsNotDrawn) {
  OnePage made;
  made.content = "q 576 0 0 288 0 0 cm /Im Do Q";
  made.resources = "/XObject << /Im 6 0 R >>";
  made.others = {stream("", "/Type /XObject /Subtype /Image /Width 40000 /Height 40000 " + kBlack)};
  const base::Source file = source(one_page(made));
  const base::Budget budget;
  const auto pages = read_pdf(file, budget).eyes->recognise({1});
  ASSERT_EQ(pages[0].diagnostics.size(), 1u);
  EXPECT_EQ(pages[0].diagnostics[0].message,
            "page 1 cannot be read off its image: an image on it is larger than is decoded (200 "
            "million pixels); save it smaller; look at the page itself");
}

}  // namespace
}  // namespace kehoach::read
