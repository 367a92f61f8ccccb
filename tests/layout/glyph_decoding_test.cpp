#include "layout/pdf/glyph_decoding.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"
#include "read/pdf/pdf.h"

namespace kehoach::layout {
namespace {

// A page on which every run stands on a line of its own, each character a glyph.
class PageMaker {
 public:
  int font(const std::string& name, bool composite = false) {
    read::Font font;
    font.name = name;
    font.composite = composite;
    page_.fonts.push_back(font);
    return static_cast<int>(page_.fonts.size()) - 1;
  }

  PageMaker& run(int font, std::string_view text) {
    read::GlyphRun run;
    run.font = font;
    run.size = 10;
    double x = 0;
    baseline_ += 15;
    for (const char32_t c : base::decode_utf8(text)) {
      read::Glyph glyph;
      base::append_code_point(glyph.text, c);
      glyph.code = c;
      glyph.x0 = x;
      glyph.x1 = x += 5;
      glyph.baseline = baseline_;
      run.glyphs.push_back(glyph);
    }
    page_.runs.push_back(run);
    return *this;
  }

  read::PdfPage take() { return std::move(page_); }

 private:
  read::PdfPage page_;
  double baseline_ = 0;
};

// The runs as decoded, "|" between the glyphs of a run that was changed.
std::string dump(const read::PdfPage& page, const GlyphTexts& texts) {
  std::string result;
  for (std::size_t r = 0; r < page.runs.size(); ++r) {
    const bool changed = r < texts.size() && !texts[r].empty();
    for (std::size_t g = 0; g < page.runs[r].glyphs.size(); ++g) {
      result += changed ? texts[r][g] + "|" : page.runs[r].glyphs[g].text;
    }
    result += "\n";
  }
  return result;
}

std::string codes(const GlyphDecoder& decoder) {
  std::string result;
  for (const auto& diagnostic : decoder.diagnostics()) result += diagnostic.code + ";";
  return result;
}

TEST(GlyphDecoding, OldFonts) {
  PageMaker maker;
  const int plain = maker.font("TimesNewRomanPSMT"), vni = maker.font("VNI-Times"),
            capitals = maker.font(".VnTimeH,Bold");
  const read::PdfPage page = maker.run(plain, "Tỉnh Bến Tre")
                                 .run(vni, "Sôû Y teá")
                                 .run(capitals, "së y tÕ")
                                 .run(vni, "năm 2004")
                                 .take();
  GlyphDecoder decoder({&page, 1});
  EXPECT_EQ(dump(page, decoder.decode(page)),
            "Tỉnh Bến Tre\n"
            "S|ở|| |Y| |t|ế||\n"
            "S|Ở| |Y| |T|Ế|\n"
            "năm 2004\n");
  EXPECT_EQ(decoder.encoding("UTF-8"), "UTF-8+VNI+TCVN3");
  EXPECT_EQ(codes(decoder), "legacy-encoding;legacy-encoding;");
}

TEST(GlyphDecoding, GoodPagesStay) {
  PageMaker maker;
  const int font = maker.font("TimesNewRomanPSMT", true);
  const read::PdfPage page =
      maker.run(font, "Kế hoạch trồng rừng phòng hộ năm 2026 của tỉnh Bến Tre").take();
  GlyphDecoder decoder({&page, 1});
  EXPECT_TRUE(decoder.decode(page).empty());
  EXPECT_EQ(decoder.encoding("UTF-8"), "UTF-8");
  EXPECT_EQ(codes(decoder), "");
}

TEST(GlyphDecoding, NumbersOfGlyphs) {
  const language::GlyphOrder order{1130, 1188};
  const auto numbers = [&](std::string_view text) {
    std::string result;
    for (const char32_t c : base::decode_utf8(text)) {
      for (char32_t glyph = 1; glyph < 1300; ++glyph) {
        if (language::glyph_character(order, glyph) != c) continue;
        base::append_code_point(result, glyph);
        break;
      }
    }
    return result;
  };
  PageMaker maker;
  const int numbered = maker.font("TimesNewRomanPSMT", true), plain = maker.font("Arial");
  const std::string text =
      "Kế hoạch trồng rừng phòng hộ năm 2026 của tỉnh, được Ủy ban nhân dân giao cho Sở Nông "
      "nghiệp";
  const read::PdfPage page = maker.run(plain, "Số: 12/KH-UBND").run(numbered, numbers(text)).take();
  GlyphDecoder decoder({&page, 1});
  std::string decoded = dump(page, decoder.decode(page));
  std::erase(decoded, '|');
  EXPECT_EQ(decoded, "Số: 12/KH-UBND\n" + text + "\n");
  EXPECT_EQ(codes(decoder), "glyph-numbers;");
  EXPECT_EQ(decoder.diagnostics()[0].message,
            "the font TimesNewRomanPSMT gives the numbers of its glyphs, no characters; 92 of them "
            "were read as letters by the order of glyphs in usual fonts: 19 of 19 words that prove "
            "it are syllables");
}

TEST(GlyphDecoding, NumbersWithoutProof) {
  PageMaker maker;
  const int font = maker.font("Subset", true);
  for (const char* line : {"bcd fgh", "jkl mnp", "qrs tvw", "xzb cdf", "ghj klm", "npq rst"}) {
    maker.run(font, line);
  }
  const read::PdfPage page = maker.take();
  GlyphDecoder decoder({&page, 1});
  EXPECT_TRUE(decoder.decode(page).empty());
  EXPECT_EQ(codes(decoder), "unmapped-glyphs;");
}

std::string bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::map<char32_t, std::ptrdiff_t> count_characters(std::string_view text) {
  std::map<char32_t, std::ptrdiff_t> counts;
  for (const char32_t c : base::decode_utf8(language::lower(text))) {
    if (!language::is_space(c) && c >= 0x20) ++counts[c];
  }
  return counts;
}

// A real file in fonts of TCVN3 beside its known text. That one keeps the letters of fonts of
// capitals as they are coded, in lower case; so case is left out.
TEST(GlyphDecoding, RealFileAsItsKnownText) {
  namespace fs = std::filesystem;
  const fs::path real = fs::path(KEHOACH_ROOT).parent_path() / "shared" / "real";
  std::size_t files = 0;
  if (fs::is_directory(real)) {
    for (const auto& entry : fs::directory_iterator(real)) {
      const fs::path pdf_path = entry.path();
      const fs::path truth = fs::path(pdf_path).replace_extension(".truth.txt");
      if (pdf_path.extension() != ".pdf" || !fs::exists(truth)) continue;
      const read::Pdf pdf = read::read_pdf({pdf_path.string(), bytes(pdf_path)}, {});
      GlyphDecoder decoder(pdf.pages);
      std::string text;
      for (const auto& page : pdf.pages) text += join_glyphs(page, decoder.decode(page)).utf8;
      auto counts = count_characters(bytes(truth));
      std::ptrdiff_t all = 0, wrong = 0;
      for (const auto& [c, count] : counts) all += count;
      for (const auto& [c, count] : count_characters(text)) counts[c] -= count;
      for (const auto& [c, count] : counts) wrong += std::abs(count);
      EXPECT_LE(wrong * 1000, all) << pdf_path << ": " << wrong << " of " << all;
      ++files;
    }
  }
  if (files == 0) GTEST_SKIP() << "no real files beside the project";
}

}  // namespace
}  // namespace kehoach::layout
