#include "read/scan/image_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <tuple>

#include "base/error.h"
#include "read/pdf/pdf_picture.h"
#include "read/scan/image_copy.h"
#include "read/scan/image_header.h"
#include "read/scan/pix.h"
#include "read/scan/tiff_directory.h"

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

TEST(ImageFile, APhotographTakenAslant) {
  const PixPtr upright = printed_page("c-ia-hrung-nuoc-sach-2026.pdf", 150);
  const PixPtr aslant(pixRotate(upright.get(), 0.24F, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  const base::Source source{"a.tif", tiff_of({aslant.get()})};
  const base::Budget budget;
  const auto pages = read_image_file(source, budget).eyes->recognise({1});
  EXPECT_NEAR(pages[0].angle, 0.24 * 180 / 3.1416, 0.3);
  EXPECT_GT(pages[0].confidence, 0.85);
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
  const auto again = file.eyes->look(1, {box.x0 - 2, box.y0 - 2, box.x1 + 2, box.y1 + 2}, 0, {});
  EXPECT_EQ(text_of(again), "2026");
}

// Where a dark mark stands on a page that the file draws upright: in its upper left corner.
std::string corner_of(const base::Source& source) {
  const std::string png = draw_image_page(source, 1, 72, {}).png;
  const PixPtr pix(pixReadMemPng(reinterpret_cast<const l_uint8*>(png.data()), png.size()));
  if (pix == nullptr) return "none";
  const PixPtr gray(pixConvertTo8(pix.get(), 0));
  const int width = pixGetWidth(gray.get()), height = pixGetHeight(gray.get());
  std::string found;
  for (const auto& [name, x, y] : {std::tuple{"upper left", 0.1, 0.1},
                                   {"upper right", 0.9, 0.1},
                                   {"lower left", 0.1, 0.9},
                                   {"lower right", 0.9, 0.9}}) {
    l_uint32 level = 255;
    pixGetPixel(gray.get(), static_cast<int>(x * width), static_cast<int>(y * height), &level);
    if (level < 128) found += name;
  }
  return found + (width < height ? ", upright" : ", broad");
}

// An upright page with a mark in its upper left corner, as it is stored with that orientation.
PixPtr marked_page(int orientation, int depth) {
  const bool aside = orientation > 4;
  const int width = aside ? 842 : 595, height = aside ? 595 : 842;
  constexpr bool kRight[] = {false, false, true, true, false, false, false, true, true};
  constexpr bool kLow[] = {false, false, false, true, true, false, true, true, false};
  PixPtr page(pixCreate(width, height, depth));
  pixSetAll(page.get());
  pixSetResolution(page.get(), 72, 72);
  const int x = kRight[orientation] ? width - 120 : 0, y = kLow[orientation] ? height - 120 : 0;
  pixRasterop(page.get(), x, y, 120, 120, PIX_CLR, nullptr, 0, 0);
  return page;
}

std::string jpeg_of(PIX* page) {
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  pixWriteMemJpeg(&bytes, &size, page, 90, 0);
  std::string jpeg(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return jpeg;
}

std::string with_exif(const std::string& jpeg, int orientation) {
  constexpr std::string_view kBefore(
      "\xFF\xE1\0\x22"
      "Exif\0\0"
      "MM\0\x2A\0\0\0\x08\0\x01"
      "\x01\x12\0\x03\0\0\0\x01\0",
      29);
  const std::string exif =
      std::string(kBefore) + static_cast<char>(orientation) + std::string(6, '\0');
  return jpeg.substr(0, 2) + exif + jpeg.substr(2);
}

// The value of the tag of orientation, which Leptonica writes as 1.
std::string with_orientation(std::string tiff, int orientation) {
  const auto at = tiff.find(std::string("\x12\x01\x03\0\x01\0\0\0", 8));
  if (at != tiff.npos) tiff[at + 8] = static_cast<char>(orientation);
  return tiff;
}

// A directory of one entry, big-endian.
std::string tiff_that_says(char type, const std::string& value) {
  return std::string("MM\0*\0\0\0\10\0\1\1\22\0", 13) + type + std::string("\0\0\0\1", 4) + value +
         std::string(4, '\0');
}

TEST(TiffDirectory, OrientationInANumberOfAnyWidth) {
  const std::string in[] = {tiff_that_says(1, std::string("\6\0\0\0", 4)),
                            tiff_that_says(3, std::string("\0\6\0\0", 4)),
                            tiff_that_says(4, std::string("\0\0\0\6", 4))};
  for (const auto& tiff : in) {
    const TiffBytes bytes(tiff);
    const auto directory = bytes.read(bytes.first());
    ASSERT_TRUE(directory.has_value());
    EXPECT_EQ(directory->orientation, 6);
    EXPECT_EQ(tiff[directory->orientation_at], 6);
  }
}

TEST(ImageFile, IsSeenAsItsOrientationSays) {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const PixPtr gray = marked_page(orientation, 8), colour = marked_page(orientation, 32);
    const std::string jpeg = jpeg_of(gray.get());
    EXPECT_EQ(corner_of({"a.jpg", with_exif(jpeg, orientation)}), "upper left, upright")
        << orientation;
    EXPECT_EQ(corner_of({"a.tif", with_orientation(tiff_of({gray.get()}), orientation)}),
              "upper left, upright")
        << orientation;
    EXPECT_EQ(corner_of({"a.tif", with_orientation(tiff_of({colour.get()}), orientation)}),
              "upper left, upright")
        << orientation;
  }
}

TEST(ImageFile, AFaxIsHalfAsFineDownThePage) {
  const PixPtr page(pixCreate(1728, 1146, 1));
  pixSetResolution(page.get(), 204, 98);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  pixWriteMemTiff(&bytes, &size, page.get(), IFF_TIFF_G4);
  const base::Source source{"a.tif", std::string(reinterpret_cast<const char*>(bytes), size)};
  std::free(bytes);
  const Pdf file = read_image_file(source, {});
  ASSERT_EQ(file.pages.size(), 1u);
  EXPECT_NEAR(file.pages[0].width, 610, 1);
  EXPECT_NEAR(file.pages[0].height, 842, 1);
  const PagePicture picture = draw_image_page(source, 1, 72, {});
  const PixPtr drawn(
      pixReadMemPng(reinterpret_cast<const l_uint8*>(picture.png.data()), picture.png.size()));
  EXPECT_NEAR(pixGetWidth(drawn.get()), 610, 2);
  EXPECT_NEAR(pixGetHeight(drawn.get()), 842, 2);
}

TEST(ImageFile, WhatIsTransparentIsPaper) {
  const PixPtr page(pixCreate(595, 842, 32));  // black, and nothing of it is seen
  pixSetSpp(page.get(), 4);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  pixWriteMemPng(&bytes, &size, page.get(), 0);
  const base::Source source{"a.png", std::string(reinterpret_cast<const char*>(bytes), size)};
  std::free(bytes);
  EXPECT_EQ(corner_of(source), ", upright");
}

TEST(ImageFile, WhatIsLeftOfAJpegIsRead) {
  const PixPtr page = printed_page("c-ia-hrung-nuoc-sach-2026.pdf", 100);
  const std::string jpeg = jpeg_of(page.get());
  const base::Source source{"a.jpg", jpeg.substr(0, jpeg.size() / 2)};
  const base::Budget budget;
  testing::internal::CaptureStderr();
  const auto pages = read_image_file(source, budget).eyes->recognise({1});
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  EXPECT_TRUE(pages[0].recognised);
  EXPECT_FALSE(pages[0].words.empty());
  ASSERT_EQ(pages[0].diagnostics.size(), 1u);
  EXPECT_EQ(pages[0].diagnostics[0].message,
            "the image of the page is damaged (Premature end of JPEG file) and was read as far as "
            "it goes; get the file again from where it was published");
}

std::string progressive_jpeg_of(PIX* page) {
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  pixWriteMemJpeg(&bytes, &size, page, 75, 1);
  std::string jpeg(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return jpeg;
}

TEST(ImageFile, AJpegOfScansWithoutEndIsNotDecoded) {
  const PixPtr page(pixCreate(595, 842, 8));
  pixSetAll(page.get());
  std::string jpeg = progressive_jpeg_of(page.get());
  EXPECT_EQ(draw_image_page({"a.jpg", jpeg}, 1, 72, {}).png.empty(), false);
  const auto last = jpeg.rfind("\xFF\xDA"), end = jpeg.size() - 2;
  const std::string scan = jpeg.substr(last, end - last);
  for (int i = 0; i < 150; ++i) jpeg.insert(end, scan);
  EXPECT_TRUE(draw_image_page({"a.jpg", jpeg}, 1, 72, {}).png.empty());
}

// A directory's entries of one value each: tag, type, value.
std::string tiff_header(const std::vector<std::array<unsigned, 3>>& entries) {
  const auto number = [](std::size_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i, value >>= 8U) text += static_cast<char>(value & 255U);
    return text;
  };
  std::string tiff = "II*" + number(0, 1) + number(8, 4) + number(entries.size(), 2);
  for (const auto& [tag, type, value] : entries)
    tiff += number(tag, 2) + number(type, 2) + number(1, 4) + number(value, 4);
  return tiff + number(0, 4);
}

TEST(ImageFile, TheSizeOfATiffIsWhatItsDecoderTakesItFor) {
  const auto size = [](const std::vector<std::array<unsigned, 3>>& entries) {
    const base::Source source{"a.tif", tiff_header(entries)};
    std::string text;
    for (const ImageHeader& header : read_image_headers(source, 9))
      text += std::to_string(header.width) + " by " + std::to_string(header.height);
    return text;
  };
  EXPECT_EQ(size({{256, 4, 90'000}, {257, 3, 800}}), "90000 by 800");
  EXPECT_EQ(size({{256, 4, 90'000}, {256, 3, 60}, {257, 3, 800}}), "90000 by 800");
  EXPECT_EQ(size({{256, 16, 60}, {257, 3, 800}}), "");  // an offset, no width
  std::vector<std::array<unsigned, 3>> many{{256, 3, 60}, {257, 3, 80}};
  for (unsigned i = 0; i < 2'000; ++i) many.push_back({1'000 + i, 3, 1});
  EXPECT_EQ(size(many), "");
}

// A TIFF without compression: paper with a black mark in its upper left corner. `samples`: 1 gray,
// 2 gray and how much of it covers the paper; then the paper is black that covers nothing. All
// pages are of the same pixels.
std::string plain_tiff(bool big, unsigned samples, int pages = 1) {
  const unsigned width = 180, height = 240, mark = 45;
  const auto number = [](std::size_t value, std::size_t bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes; ++i, value >>= 8U) text += static_cast<char>(value & 255U);
    return text;
  };
  const std::size_t wide = big ? 8 : 4, start = big ? 16 : 8;
  std::string pixels;
  for (unsigned y = 0; y < height; ++y)
    for (unsigned x = 0; x < width; ++x) {
      const bool black = x < mark && y < mark;
      pixels += samples == 1 ? (black ? '\0' : '\xff') : '\0';
      if (samples == 2) pixels += black ? '\xff' : '\0';
    }
  const std::size_t bits = samples == 1 ? 8 : 8 | 8U << 16U;
  std::vector<std::array<std::size_t, 4>> entries{
      // tag, type, count, value
      {256, 4, 1, width},   {257, 4, 1, height}, {258, 3, samples, bits},
      {259, 3, 1, 1},       {262, 3, 1, 1},      {273, 4, 1, start},
      {277, 3, 1, samples}, {278, 4, 1, height}, {279, 4, 1, pixels.size()}};
  if (samples == 2) entries.push_back({338, 3, 1, 2});
  std::string tiff =
      big ? "II+" + number(0, 1) + number(8, 2) + number(0, 2) : "II*" + number(0, 1);
  const std::size_t first = start + pixels.size();
  const std::size_t directory = (big ? 8 : 2) + entries.size() * (big ? 20 : 12) + wide;
  tiff += number(first, wide) + pixels;
  for (int page = 1; page <= pages; ++page) {
    tiff += number(entries.size(), big ? 8 : 2);
    for (const auto& [tag, type, count, value] : entries)
      tiff += number(tag, 2) + number(type, 2) + number(count, wide) + number(value, wide);
    tiff += number(page < pages ? first + page * directory : 0, wide);
  }
  return tiff;
}

TEST(ImageFile, ABigTiffAndOneOfGrayThatLetsThePaperThrough) {
  for (const bool big : {false, true})
    for (const unsigned samples : {1U, 2U})
      EXPECT_EQ(corner_of({"a.tif", plain_tiff(big, samples)}), "upper left, upright")
          << big << samples;
}

TEST(ImageFile, EachPageIsCopied) {
  const base::Source source{"a.tif", plain_tiff(false, 1, 50)};
  const base::Budget budget;
  const ImageCopies copies(source, budget);
  int columns = 0;
  for (int number = 1; number <= 50; ++number) columns += copies.copy(number).columns;
  EXPECT_EQ(columns, 180 * 50);
  EXPECT_EQ(copies.copy(51).columns, 0);
}

TEST(ImageFile, ManyPagesAreToldApartInOneGo) {
  const PixPtr page(pixCreate(600, 800, 1));
  const std::string tiff = tiff_of(std::vector<PIX*>(1'000, page.get()));
  const Pdf file = read_image_file({"a.tif", tiff}, {});
  EXPECT_EQ(file.pages.size(), 1'000u);
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
            "than is decoded (200 million pixels); save it smaller; look at the page itself");
}

TEST(ImageFile, AModelThatIsNoneIsNamedWithItsPackage) {
  const auto folder = std::filesystem::temp_directory_path() / "kehoach-no-model";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "vie.traineddata") << "no model";
  const PixPtr page(pixCreate(600, 800, 8));
  const base::Source source{"a.tif", tiff_of({page.get()})};
  base::Budget budget;
  budget.ocr.models = folder.string();
  testing::internal::CaptureStderr();
  try {
    read_image_file(source, budget).eyes->recognise({1});
    ADD_FAILURE();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.code(), "no-ocr-model");
    EXPECT_THAT(error.what(), HasSubstr("install the package tesseract-ocr-vie"));
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
  std::filesystem::remove_all(folder);
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
