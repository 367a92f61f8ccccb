#include "read/charset/page_charset.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "language/comparison.h"
#include "read/charset/declared_charset.h"
#include "read/html/markup.h"

namespace kehoach::read {
namespace {

std::string utf16(std::string_view utf8, bool big_endian) {
  std::string bytes;
  for (char32_t c : base::decode_utf8(utf8)) {
    const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

constexpr const char* kText =
    "Ủy ban nhân dân tỉnh ban hành kế hoạch tuyên truyền về xã hội học tập";
// The same in windows-1258, where tones stand behind their letters; in VISCII; in TCVN3.
constexpr const char* k1258 =
    "U\xD2y ban nh\xE2n d\xE2n ti\xD2nh ban ha\xCCnh k\xEA\xEC hoa\xF2"
    "ch tuy\xEAn truy\xEA\xCCn v\xEA\xCC xa\xDE h\xF4\xF2i ho\xF2"
    "c t\xE2\xF2p";
constexpr const char* kViscii =
    "\x9Cy ban nh\xE2n d\xE2n t\xEFnh ban h\xE0nh k\xAA ho\xD5"
    "ch tuy\xEAn truy\xABn v\xAB x\xE3 h\xB5i h\xF7"
    "c t\xA7p";
constexpr const char* kTcvn3 =
    "\xF1y ban nh\xA9n d\xA9n t\xD8nh ban h\xB5nh k\xD5 ho\xB9"
    "ch tuy\xAAn truy\xD2n v\xD2 x\xB7 h\xE9i h\xE4"
    "c t\xCBp";

TEST(PageCharset, BytesDecide) {
  const struct {
    const char* what;
    std::string bytes;
    const char* declared;
    const char* encoding;
    const char* codes;
  } kCases[] = {
      {"plain", kText, "", "UTF-8", ""},
      {"said", kText, "utf-8", "UTF-8", ""},
      {"mark", std::string("\xEF\xBB\xBF") + kText, "UTF8", "UTF-8", ""},
      {"wrong", kText, "iso-8859-1", "UTF-8", "charset-conflict;"},
      {"wrong Vietnamese", kText, "windows-1258", "UTF-8", "charset-conflict;"},
      {"UTF-16", utf16(kText, false), "", "UTF-16LE", ""},
      {"UTF-16 big", utf16(kText, true), "utf-16", "UTF-16BE", ""},
      {"UTF-16 mark", "\xFE\xFF" + utf16(kText, true), "utf-8", "UTF-16BE", "charset-conflict;"},
      {"1258", k1258, "", "windows-1258", ""},
      {"1258 said", k1258, "Windows-1258", "windows-1258", ""},
      {"1258 wrong", k1258, "utf-8", "windows-1258", "charset-conflict;"},
      {"VISCII", kViscii, "", "VISCII", ""},
      {"VISCII wrong", kViscii, "windows-1258", "VISCII", "charset-conflict;"},
  };
  for (const auto& [what, bytes, declared, encoding, codes] : kCases) {
    base::Diagnostics diagnostics;
    const DecodedText decoded = decode_page(bytes, declared, diagnostics);
    EXPECT_EQ(language::exact_form(decoded.utf8), kText) << what;
    EXPECT_EQ(decoded.encoding, encoding) << what;
    std::string found;
    for (const auto& diagnostic : diagnostics) found += diagnostic.code + ";";
    EXPECT_EQ(found, codes) << what;
  }
}

TEST(PageCharset, LeavesCodesOfFontsToLayout) {
  base::Diagnostics diagnostics;
  EXPECT_EQ(decode_page(kTcvn3, "iso-8859-1", diagnostics).encoding, "windows-1252");
  EXPECT_EQ(decode_page(kTcvn3, "x-viet-tcvn5712", diagnostics).utf8.substr(0, 8), "ñy ban ");
  EXPECT_TRUE(diagnostics.empty());
  decode_page(kTcvn3, "utf-8", diagnostics);
  ASSERT_EQ(diagnostics.size(), 1u);
  EXPECT_EQ(diagnostics[0].message,
            "The page says that its charset is utf-8, but its bytes are windows-1252; they were "
            "read as that");
}

TEST(PageCharset, TrustsThePageWhereBytesLeaveItOpen) {
  const struct {
    const char* bytes;
    const char* declared;
    const char* utf8;
    const char* encoding;
  } kCases[] = {
      {"k\xEA\xEC", "windows-1258", "kế", "windows-1258"},
      {"\xCF\xEB\xE0\xED", "windows-1251", "План", "windows-1251"},
      {"\xBC\xC6\xBB\xAE", "gb2312", "计划", "GB2312"},
      {"caf\xE9", "windows-1252", "café", "windows-1252"},
      {"caf\xE9", "", "café", "windows-1252"},
      {"caf\xE9", "utf-8", "café", "windows-1252"},
      {"caf\xE9", "no-such-charset", "café", "windows-1252"},
      {"caf\xE9", "utf-7", "café", "windows-1252"},
      {"abc", "utf-16", "abc", "UTF-8"},
  };
  for (const auto& [bytes, declared, utf8, encoding] : kCases) {
    base::Diagnostics diagnostics;
    const std::string tag = "<p class=\"text\">";
    const DecodedText decoded = decode_page(tag + bytes, declared, diagnostics);
    EXPECT_EQ(decoded.utf8, tag + utf8) << declared;
    EXPECT_EQ(decoded.encoding, encoding) << declared;
  }
}

TEST(DeclaredCharset, IsFoundWhereverItStands) {
  const std::string far = "<title>a</title><style>" + std::string(170'000, 'x') + "</style>";
  const struct {
    std::string html;
    const char* charset;
  } kCases[] = {
      {"<meta charset=utf-8>", "utf-8"},
      {"<META CHARSET=' windows-1258 '>", "windows-1258"},
      {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\">",
       "iso-8859-1"},
      {"<meta content='text/html;CHARSET = \"x\"' http-equiv=content-type />", "x"},
      {"<?xml version=\"1.0\" encoding=\"windows-1258\"?><html>", "windows-1258"},
      {far + "<meta charset=viscii>", "viscii"},
      {"<!-- <meta charset=a> --><script>'<meta charset=b>'</script><meta charset=c>", "c"},
      {"<meta name=x content='charset=a'><meta charset=b>", "b"},
      {"<meta charset><meta charset=''><meta charset=c>", "c"},
      {"<p>charset=a", ""},
      {"", ""},
  };
  for (const auto& [html, charset] : kCases) EXPECT_EQ(declared_charset(html), charset) << html;
}

TEST(ReadHtml, DecodesPages) {
  const std::string page = std::string("<meta charset=utf-8><p>") + k1258;
  const Markup markup = read_html({"a.html", page}, {});
  EXPECT_EQ(markup.encoding, "windows-1258");
  EXPECT_EQ(language::exact_form(markup.nodes.back().text), kText);
  const Markup mixed = read_html({"a.html", std::string("<p>") + kText + " \x93t\x94"}, {});
  EXPECT_EQ(mixed.encoding, "UTF-8");
  EXPECT_EQ(mixed.nodes.back().text, std::string(kText) + " \uFFFDt\uFFFD");
  ASSERT_EQ(mixed.diagnostics.size(), 1u);
  EXPECT_EQ(mixed.diagnostics[0].message,
            "2 invalid UTF-8 sequences were replaced by U+FFFD. The text may be damaged or in "
            "another encoding");
}

}  // namespace
}  // namespace kehoach::read
