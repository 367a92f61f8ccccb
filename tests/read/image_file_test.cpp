#include "read/scan/image_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/error.h"
#include "read/pdf/pdf_picture.h"
#include "read/scan/pix.h"

namespace kehoach::read {
namespace {

using ::testing::HasSubstr;

std::string corpus(const std::string& name) {
  std::ifstream file(KEHOACH_ROOT "/corpus/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The first page of a PDF of the corpus, gray.
PixPtr printed_page(const std::string& name, double dpi) {
  const base::Source source{name, corpus(name)};
  const std::string png = draw_pdf_page(source, 1, dpi, {}).png;
  const PixPtr colour(pixReadMemPng(reinterpret_cast<const l_uint8*>(png.data()), png.size()));
  PixPtr gray(pixConvertTo8(colour.get(), 0));
  pixSetResolution(gray.get(), static_cast<int>(dpi), static_cast<int>(dpi));
  return gray;
}

std::string tiff_of(const std::vector<PIX*>& pages) {
  PIXA* all = pixaCreate(0);
  for (PIX* page : pages) pixaAddPix(all, page, L_CLONE);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  pixaWriteMemMultipageTiff(&bytes, &size, all);
  pixaDestroy(&all);
  std::string tiff(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return tiff;
}

std::string text_of(const ScanPage& page) {
  std::string text;
  for (const ScanWord& word : page.words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

TEST(ImageFile, ATiffOfTurnedPagesAndABlankOne) {
  const PixPtr upright = printed_page("c-ia-hrung-nuoc-sach-2026.pdf", 150);
  const PixPtr turned(pixRotate180(nullptr, upright.get()));
  const PixPtr aside(pixRotateOrth(upright.get(), 1));
  const PixPtr blank(pixCreateTemplate(upright.get()));
  pixSetAll(blank.get());
  const base::Source source{"a.tif", tiff_of({turned.get(), blank.get(), aside.get()})};
  const base::Budget budget;
  const Pdf file = read_image_file(source, budget);
  ASSERT_EQ(file.pages.size(), 3u);
  EXPECT_NEAR(file.pages[0].width, 595, 2);
  EXPECT_NEAR(file.pages[2].height, 595, 2);
  const auto pages = file.eyes->recognise({1, 2, 3});
  EXPECT_EQ(pages[0].number, 1);
  EXPECT_NEAR(pages[0].angle, 180, 1);
  EXPECT_THAT(text_of(pages[0]), HasSubstr("ỦY BAN NHÂN DÂN"));
  EXPECT_GT(pages[0].confidence, 0.85);
  EXPECT_TRUE(pages[1].recognised);
  EXPECT_TRUE(pages[1].words.empty());
  EXPECT_NEAR(pages[2].angle, 90, 1);
  EXPECT_THAT(text_of(pages[2]), HasSubstr("ỦY BAN NHÂN DÂN"));
}

TEST(ImageFile, OneTimeForAllWaysAPageMayLie) {
  const PixPtr page = printed_page("c-ia-hrung-nuoc-sach-2026.pdf", 150);
  const PixPtr turned(pixRotate180(nullptr, page.get()));
  const base::Source source{"a.tif", tiff_of({turned.get()})};
  base::Budget budget;
  budget.ocr.page_seconds = 0.01;
  const auto pages = read_image_file(source, budget).eyes->recognise({1});
  ASSERT_EQ(pages[0].diagnostics.size(), 1u);
  EXPECT_EQ(pages[0].diagnostics[0].code, "ocr-cut");
  EXPECT_TRUE(pages[0].words.empty());
}

TEST(ImageFile, AResolutionThatMakesNoPaperIsNotBelieved) {
  const base::Budget budget;
  for (const auto& [said, width] :
       std::vector<std::pair<int, double>>{{150, 595}, {100, 893}, {72, 595}}) {
    const PixPtr page(pixCreate(1240, 1754, 8));
    pixSetResolution(page.get(), said, said);
    const Pdf file = read_image_file({"a.tif", tiff_of({page.get()})}, budget);
    ASSERT_EQ(file.pages.size(), 1u);
    EXPECT_NEAR(file.pages[0].width, width, 2) << said;
  }
}

TEST(ImageFile, AZoneIsReadAgain) {
  const PixPtr page = printed_page("c-ia-hrung-nuoc-sach-2026.pdf", 200);
  const base::Source source{"a.tif", tiff_of({page.get()})};
  const base::Budget budget;
  const Pdf file = read_image_file(source, budget);
  ZoneLook block;
  block.shape = ZoneLook::Shape::kBlock;
  // The upper half, then what was found in a zone of it.
  const auto words = file.eyes->look(1, {0, 0, 595, 200}, 0, block);
  const ScanWord* year = nullptr;
  for (const ScanWord& word : words.words)
    if (word.text == "2026" && year == nullptr) year = &word;
  ASSERT_NE(year, nullptr) << text_of(words);
  const base::Box& box = year->box;
  ZoneLook digits;
  digits.shape = ZoneLook::Shape::kWord;
  digits.characters = "0123456789";
  const auto again =
      file.eyes->look(1, {box.x0 - 2, box.y0 - 2, box.x1 + 2, box.y1 + 2}, 0, digits);
  EXPECT_EQ(text_of(again), "2026");
}

// The header of a PNG of 40,000 by 40,000 pixels, without them.
std::string vast_png() {
  std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x9c\x40\0\0\x9c\x40\x08\0\0\0\0", 29);
  return png + std::string(100, '\0');
}

TEST(ImageFile, AVastImageIsNotDecoded) {
  const base::Source source{"a.png", vast_png()};
  const base::Budget budget;
  const Pdf file = read_image_file(source, budget);
  ASSERT_EQ(file.pages.size(), 1u);
  const auto pages = file.eyes->recognise({1});
  EXPECT_FALSE(pages[0].recognised);
  ASSERT_EQ(pages[0].diagnostics.size(), 1u);
  EXPECT_EQ(pages[0].diagnostics[0].message,
            "page 1 cannot be read off its image: its image of 40000 by 40000 pixels is larger "
            "than is decoded; save it smaller; look at the page itself");
}

TEST(ImageFile, ABrokenImageIsRefused) {
  for (const char* bytes : {"\x89PNG\r\n\x1a\n", "\xFF\xD8\xFF\xE0", "II*"}) {
    try {
      read_image_file({"a", bytes}, {});
      FAIL() << bytes;
    } catch (const base::Error& error) {
      EXPECT_EQ(error.code(), "broken");
    }
  }
}

}  // namespace
}  // namespace kehoach::read
