#include "language/legacy/legacy_encoding.h"

#include <gtest/gtest.h>

#include <string>

namespace kehoach::language {
namespace {

struct NameCase {
  const char* name;
  const char* expected;  // "TCVN3", "TCVN3 capitals", "-"
};

std::string dump(std::optional<LegacyFont> font) {
  if (!font) return "-";
  return std::string(name(font->encoding)) + (font->capitals ? " capitals" : "");
}

TEST(LegacyEncoding, FontNames) {
  const NameCase cases[] = {
      {".VnTime", "TCVN3"},
      {".VnTimeH", "TCVN3 capitals"},
      {"ABCDEF+.VnTimeH,Bold", "TCVN3 capitals"},
      {".VnArial Narrow", "TCVN3"},
      {".VnArial NarrowH", "TCVN3 capitals"},
      {".vntimeh", "TCVN3 capitals"},
      {" '.VnTime' ", "TCVN3"},
      {".VnTimeH-Bold", "TCVN3 capitals"},
      {"VnTime", "TCVN3"},
      {"VnArialH", "TCVN3 capitals"},
      {"VNI-Times", "VNI"},
      {"VNI-Helve-Condense,Italic", "VNI"},
      {"BCDFEE+VNI-Times", "VNI"},
      {"vni times", "VNI"},
      {"VPS Times", "VPS"},
      {"VPSTimes", "VPS"},
      {"VI Times", "VISCII"},
      {"VNtimes new roman", "VIETWARE-X"},
      {"vntimes new roman", "VIETWARE-X"},
      {"VNarial", "VIETWARE-X"},
      // Fonts of today with Unicode maps.
      {"Times New Roman", "-"},
      {"SVN-Gotham", "-"},
      {"UTM Avo", "-"},
      {"VNF-Comic Sans", "-"},
      {"Verdana", "-"},
      {"Vivaldi", "-"},
      {"VNI", "-"},
      {"", "-"},
      {"\"", "-"},
  };
  for (const auto& [font, expected] : cases)
    EXPECT_EQ(dump(encoding_of_font(font)), expected) << font;
}

TEST(LegacyEncoding, FamiliesOfStyleSheets) {
  EXPECT_EQ(dump(encoding_of_font_family("Arial, '.VnTime', serif")), "TCVN3");
  EXPECT_EQ(dump(encoding_of_font_family("VNI-Times")), "VNI");
  EXPECT_EQ(dump(encoding_of_font_family("Times New Roman, serif")), "-");
  EXPECT_EQ(dump(encoding_of_font_family("")), "-");
}

TEST(LegacyEncoding, Charsets) {
  EXPECT_EQ(encoding_of_charset("Windows-1258"), LegacyEncoding::kWindows1258);
  EXPECT_EQ(encoding_of_charset("VISCII"), LegacyEncoding::kViscii);
  EXPECT_EQ(encoding_of_charset("x-viet-tcvn5712"), LegacyEncoding::kTcvn3);
  EXPECT_EQ(encoding_of_charset("utf-8"), std::nullopt);
}

}  // namespace
}  // namespace kehoach::language
