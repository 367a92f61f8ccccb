#include "read/scan/image_cleaning.h"

#include <gtest/gtest.h>

#include <functional>

#include "drawn_scan.h"
#include "read/scan/two_levels.h"

namespace kehoach::read {
namespace {

constexpr int kWidth = 1200, kHeight = 1000;
constexpr PixelBox kLines{150, 300, 1150, 500};

void print_lines(DrawnScan& scan) {
  for (int line = 0; line < 4; ++line) scan.print(150, 300 + line * 50, 10);
}

// Of a clean page: how much of the print of kLines is left, percent; what is dark elsewhere.
std::string dump(const DrawnScan& scan) {
  DrawnScan alone(kWidth, kHeight);
  print_lines(alone);
  const PixPtr print(pixConvertTo8(alone.pix().get(), 0));
  const auto cleaned = clean_image(scan.pix(), kDrawnDpi);
  if (!cleaned.gray) return "none";
  std::string text = "print " +
                     std::to_string((100 * DrawnScan::dark(cleaned.gray, kLines) + 50) /
                                    DrawnScan::dark(print, kLines)) +
                     " rest " +
                     std::to_string(DrawnScan::dark(cleaned.gray, {0, 0, kWidth, 300}) +
                                    DrawnScan::dark(cleaned.gray, {0, 500, kWidth, kHeight}) +
                                    DrawnScan::dark(cleaned.gray, {0, 300, 150, 500}));
  for (const auto& seal : cleaned.seals)
    text += " seal " + std::to_string((seal.x0 + seal.x1) / 20) + "," +
            std::to_string((seal.y0 + seal.y1) / 20);
  if (cleaned.blank) text += " blank";
  return text;
}

struct Case {
  const char* name;
  std::uint32_t paper;
  std::function<void(DrawnScan&)> draw;
  const char* expected;
};

TEST(ImageCleaning, LeavesThePrintAlone) {
  const Case cases[] = {
      {"print", 0xffffff, print_lines, "print 100 rest 0"},
      {"a blank page", 0xf4f2ee, [](DrawnScan&) {}, "print 0 rest 0 blank"},
      {"a red seal over print", 0xffffff,
       [](DrawnScan& scan) {
         print_lines(scan);
         scan.seal(600, 420, 140, 0xd02535);
       },
       "print 100 rest 0 seal 59,42"},
      {"a blue seal and a red one", 0xfaf6ea,
       [](DrawnScan& scan) {
         print_lines(scan);
         scan.seal(400, 420, 140, 0x3050d0);
         scan.seal(800, 600, 140, 0xd02535);
       },
       "print 100 rest 0 seal 80,60 seal 40,42"},
      {"a seal on a gray scan", 0xffffff,
       [](DrawnScan& scan) {
         print_lines(scan);
         scan.seal(600, 420, 140, 0x707070);
       },
       "print 100 rest 0 seal 60,42"},
      {"a gray seal where the paper is gray and print is pale", 0xd0d0d0,
       [](DrawnScan& scan) {
         for (int line = 0; line < 4; ++line) scan.print(150, 300 + line * 50, 10, 0x404040);
         scan.seal(600, 420, 140, 0x909090);
       },
       "print 100 rest 0 seal 60,42"},
      {"a page printed partly pale", 0xffffff,
       [](DrawnScan& scan) {
         for (int line = 0; line < 2; ++line) scan.print(150, 300 + line * 50, 10);
         for (int line = 2; line < 4; ++line) scan.print(150, 300 + line * 50, 10, 0x606060);
       },
       "print 100 rest 0"},
      {"red print is print", 0xffffff,
       [](DrawnScan& scan) {
         for (int line = 0; line < 4; ++line) scan.print(150, 300 + line * 50, 10, 0xa01020);
       },
       "print 100 rest 0"},
      {"pale print on gray paper", 0xb0b0b0,
       [](DrawnScan& scan) {
         for (int line = 0; line < 4; ++line) scan.print(150, 300 + line * 50, 10, 0x606060);
       },
       "print 100 rest 0"},
      {"dark borders and a punch hole", 0xffffff,
       [](DrawnScan& scan) {
         print_lines(scan);
         scan.box({0, 0, kWidth, 14}, 0x101010);
         scan.box({kWidth - 25, 0, kWidth, kHeight}, 0x181818);
         scan.box({60, 700, 110, 750}, 0x101010);
       },
       "print 100 rest 0"},
      {"light from one side", 0xffffff,
       [](DrawnScan& scan) {
         for (int x = 0; x < kWidth; ++x) {
           const auto level = static_cast<std::uint32_t>(255 - x / 8);
           scan.box({x, 0, x + 1, kHeight}, level << 16 | level << 8 | level);
         }
         print_lines(scan);
       },
       "print 100 rest 0"},
      {"what shines through", 0xffffff,
       [](DrawnScan& scan) {
         for (int line = 0; line < 12; ++line) scan.print(100, 80 + line * 50, 11, 0xd8d8d8);
         print_lines(scan);
       },
       "print 100 rest 0"},
  };
  for (const auto& test : cases) {
    DrawnScan scan(kWidth, kHeight, test.paper);
    test.draw(scan);
    EXPECT_EQ(dump(scan), test.expected) << test.name;
  }
}

TEST(ImageCleaning, TurnsSkewBack) {
  DrawnScan scan(kWidth, kHeight);
  for (int line = 0; line < 16; ++line) scan.print(150, 100 + line * 50, 10);
  for (const double degrees : {-2.0, -0.5, 0.7, 3.0}) {
    const PixPtr skewed(pixRotateAM(
        scan.pix().get(), static_cast<l_float32>(degrees * 3.14159265 / 180), L_BRING_IN_WHITE));
    EXPECT_NEAR(clean_image(skewed, kDrawnDpi).angle, degrees, 0.12);
  }
}

TEST(ImageCleaning, TakesAnyDepthAndRefusesWhatIsNone) {
  DrawnScan scan(kWidth, kHeight);
  print_lines(scan);
  const PixPtr gray(pixConvertTo8(scan.pix().get(), 0));
  const PixPtr two(pixThresholdToBinary(gray.get(), 128));
  const PixPtr mapped(pixConvertGrayToColormap(gray.get()));
  for (const auto* image : {&gray, &two, &mapped}) {
    const auto cleaned = clean_image(*image, kDrawnDpi);
    ASSERT_TRUE(cleaned.gray);
    EXPECT_EQ(pixGetDepth(cleaned.gray.get()), 8);
    EXPECT_FALSE(cleaned.blank);
  }
  EXPECT_FALSE(clean_image(nullptr, 200).gray);
  EXPECT_FALSE(clean_image(gray, 0).gray);
  for (const auto& [width, height] : {std::pair{1, 1}, {1, 5000}, {5000, 1}, {3, 3}}) {
    const PixPtr tiny(pixCreate(width, height, 32));
    EXPECT_TRUE(clean_image(tiny, 300).seals.empty()) << width << "x" << height;
  }
  const PixPtr huge(pixCreate(40'000, 40'000, 1));
  EXPECT_FALSE(clean_image(huge, 300).gray);
}

TEST(ImageCleaning, BlackAndWhiteIsSoftened) {
  PixPtr gray(pixCreate(9, 9, 8));
  pixSetAll(gray.get());
  pixSetPixel(gray.get(), 4, 4, 0);
  ASSERT_TRUE(has_two_levels(gray));
  soften(gray);
  const auto level = [&](int x, int y) {
    l_uint32 value = 0;
    pixGetPixel(gray.get(), x, y, &value);
    return value;
  };
  EXPECT_EQ(level(4, 4), 175U);  // 255 - 255 * (18 / 32)²
  EXPECT_EQ(level(3, 4), level(4, 5));
  EXPECT_EQ(level(3, 3), 243U);
  EXPECT_EQ(level(2, 4), 255U);
  EXPECT_EQ(level(0, 8), 255U);
  EXPECT_FALSE(has_two_levels(gray));
}

}  // namespace
}  // namespace kehoach::read
