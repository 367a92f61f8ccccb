// Images drawn by Poppler and by PageDrawing: the same pixels.
#include <gtest/gtest.h>

#include <string>

#include "made_pdf.h"
#include "read/pdf/pdf_picture.h"
#include "read/scan/pix.h"

namespace kehoach::read {
namespace {

constexpr int kWidth = 101, kHeight = 83;

std::string noise(std::size_t bytes) {
  std::string data;
  for (unsigned state = 7; data.size() < bytes;) {
    state = state * 1103515245U + 12345U;
    data += static_cast<char>(state >> 16U & 255U);
  }
  return data;
}

// A page of one image, drawn behind `before`.
PixPtr drawn(const std::string& colours, int bits, int samples, const std::string& before,
             std::size_t bytes_missing = 0, const std::string& extra = {}) {
  const std::size_t row = (static_cast<std::size_t>(kWidth * samples * bits) + 7) / 8;
  OnePage made;
  made.box = "[0 0 101 83]";
  made.content = "q " + before + " 101 0 0 83 0 0 cm /Im Do Q " + extra;
  made.resources = "/XObject << /Im 6 0 R >> /ExtGState << /Pale << /ca 0.5 >> >>";
  made.others = {stream(noise(row * kHeight - bytes_missing),
                        "/Type /XObject /Subtype /Image /Width 101 /Height 83 /ColorSpace " +
                            colours + " /BitsPerComponent " + std::to_string(bits))};
  const std::string png = draw_pdf_page(source(one_page(made)), 1, 72, {}).png;
  return PixPtr(pixReadMemPng(reinterpret_cast<const l_uint8*>(png.data()), png.size()));
}

// But for the last row and column, which Poppler blends with paper.
int different_pixels(const PixPtr& one, const PixPtr& other) {
  int different = 0;
  for (int y = 0; y + 1 < kHeight; ++y)
    for (int x = 0; x + 1 < kWidth; ++x) {
      l_uint32 a = 0, b = 1;
      pixGetPixel(one.get(), x, y, &a);
      pixGetPixel(other.get(), x, y, &b);
      different += a != b;
    }
  return different;
}

// All of the page lies in it, but it is no rectangle: what is in it Poppler draws itself.
const std::string kAround = "-50 -50 m 150 -50 l 150 150 l -50 150 l -200 0 l h W n";

TEST(PageDrawing, PixelsAreThoseOfPoppler) {
  struct {
    std::string colours;
    int bits, samples;
    std::size_t missing;
  } cases[] = {{"/DeviceGray", 8, 1, 0},  {"/DeviceGray", 1, 1, 0},
               {"/DeviceRGB", 8, 3, 0},   {"/DeviceRGB", 4, 3, 0},
               {"/DeviceCMYK", 8, 4, 0},  {"[/Indexed /DeviceRGB 1 <FF0000 0000FF>]", 1, 1, 0},
               {"/DeviceGray", 16, 1, 0}, {"/DeviceGray", 8, 1, 3000}};
  for (const auto& c : cases) {
    const PixPtr ours = drawn(c.colours, c.bits, c.samples, "", c.missing),
                 theirs = drawn(c.colours, c.bits, c.samples, kAround, c.missing);
    EXPECT_EQ(different_pixels(ours, theirs), 0) << c.colours << c.bits;
  }
}

TEST(PageDrawing, WhatIsNotOpaqueIsBlendedAsPopplerDoes) {
  const std::string pale = "/Pale gs";
  EXPECT_EQ(different_pixels(drawn("/DeviceGray", 8, 1, pale),
                             drawn("/DeviceGray", 8, 1, pale + " " + kAround)),
            0);
  EXPECT_GT(different_pixels(drawn("/DeviceGray", 8, 1, pale), drawn("/DeviceGray", 8, 1, "")),
            1000);
  // What is drawn on it lies on it.
  const std::string line = "10 10 m 90 70 l S";
  EXPECT_EQ(different_pixels(drawn("/DeviceGray", 8, 1, "", 0, line),
                             drawn("/DeviceGray", 8, 1, kAround, 0, line)),
            0);
}

// A glyph whose colour is that of the text is drawn on a page of its own, a byte a pixel.
TEST(PageDrawing, ImagesInGlyphsAndPatternsAreLeftToPoppler) {
  const std::string image = stream(noise(90 * 90),
                                   "/Type /XObject /Subtype /Image /Width 90 /Height 90 "
                                   "/ColorSpace /DeviceGray /BitsPerComponent 8");
  OnePage glyph;
  glyph.content = "BT /F3 90 Tf 5 5 Td (a) Tj ET";
  glyph.resources = "/Font << /F3 6 0 R >>";
  glyph.others = {
      "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] "
      "/CharProcs << /a 7 0 R >> /Encoding << /Differences [97 /a] >> /FirstChar 97 "
      "/LastChar 97 /Widths [1] /Resources << /XObject << /Im 8 0 R >> >> >>",
      stream("1 0 0 0 1 1 d1 /Im Do"), image};
  OnePage pattern;
  pattern.content = "/Cs cs 1 0 0 /P scn 0 0 200 100 re f";
  pattern.resources = "/Pattern << /P 6 0 R >> /ColorSpace << /Cs [/Pattern /DeviceRGB] >>";
  pattern.others = {stream("90 0 0 90 0 0 cm /Im Do",
                           "/Type /Pattern /PatternType 1 /PaintType 2 /TilingType 1 "
                           "/BBox [0 0 90 90] /XStep 90 /YStep 90 "
                           "/Resources << /XObject << /Im 7 0 R >> >>"),
                    image};
  for (const OnePage& made : {glyph, pattern})
    EXPECT_FALSE(draw_pdf_page(source(one_page(made)), 1, 72, {}).png.empty());
}

}  // namespace
}  // namespace kehoach::read
