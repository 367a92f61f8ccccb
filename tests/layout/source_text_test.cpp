#include "layout/source_text.h"

#include <gtest/gtest.h>

#include <string>

namespace kehoach::layout {
namespace {

struct Case {
  const char* name;
  const char* source;
  const char* content;
  const char* encoding;
  const char* codes;
};

Document read(std::string source, std::span<const language::FontHint> hints = {}) {
  Document document;
  document.source = std::move(source);
  document.encoding = "UTF-8";
  read_source_text(document, hints);
  return document;
}

std::string codes(const Document& document) {
  std::string result;
  for (const auto& diagnostic : document.diagnostics) result += diagnostic.code + ";";
  return result;
}

constexpr const char* kBody = "§Õn n¨m 2005 cã 80% sè x· cã nhµ v¨n hãa, tr¹m y tÕ ®¹t chuÈn";
constexpr const char* kDecodedBody =
    "Đến năm 2005 có 80% số xã có nhà văn hóa, trạm y tế đạt chuẩn";

TEST(SourceText, Encodings) {
  const std::string header = "ỦY BAN NHÂN DÂN\nCăn cứ nghị quyết\n";
  const std::string mixed = header + kBody, mixed_decoded = header + kDecodedBody;
  const std::string vni = std::string(kBody) + "\nÑeán naêm 2005 coù traïm y teá ñaït chuaån";
  const std::string two = std::string(kDecodedBody) + "\nĐến năm 2005 có trạm y tế đạt chuẩn";
  const std::string odd = std::string(kBody) + " r\u00ffng " + kBody;
  const std::string odd_decoded = std::string(kDecodedBody) + " r\u00ffng " + kDecodedBody;
  const Case cases[] = {
      {"Unicode", "tỉnh\u00a0 Bến Tre", "tỉnh Bến Tre", "UTF-8", ""},
      {"TCVN3", kBody, kDecodedBody, "TCVN3", "legacy-encoding;"},
      {"mixed", mixed.c_str(), mixed_decoded.c_str(), "UTF-8+TCVN3", "legacy-encoding;"},
      {"two codes", vni.c_str(), two.c_str(), "TCVN3+VNI", "legacy-encoding;legacy-encoding;"},
      {"no letter", odd.c_str(), odd_decoded.c_str(), "TCVN3",
       "legacy-encoding;unmapped-characters;"},
      {"empty", "", "", "UTF-8", ""},
  };
  for (const Case& c : cases) {
    const Document document = read(c.source);
    EXPECT_EQ(document.content, c.content) << c.name;
    EXPECT_EQ(document.encoding, c.encoding) << c.name;
    EXPECT_EQ(codes(document), c.codes) << c.name;
  }
}

TEST(SourceText, KeepsTheSourcesCharacters) {
  // The decoded letters and the cleaned spaces are one map.
  const std::string source = std::string(kBody) + "  \u00a0 trång\u00a0rõng";
  const Document document = read(source);
  EXPECT_EQ(document.source, source);
  std::string last;
  for (const language::Edit& edit : document.edits) {
    last = source.substr(edit.from_begin, edit.from_end - edit.from_begin) + ">" +
           document.content.substr(edit.to_begin, edit.to_end - edit.to_begin);
  }
  EXPECT_EQ(last, "õ>ừ");
}

TEST(SourceText, SaysWhatWasDecoded) {
  const Document document = read(std::string(kBody) + " r\u00ffng r\u00ffng " + kBody);
  ASSERT_EQ(codes(document), "legacy-encoding;unmapped-characters;");
  EXPECT_EQ(
      document.diagnostics[0].message,
      "the codes of old fonts (TCVN3) in 1 place, the first at \"§Õn n¨m 2005 cã 80% sè\", were "
      "read as Vietnamese letters: 26 of 28 words with marks are syllables now, 2 were before. "
      "The source's own characters stand as `original` beside the evidence");
  EXPECT_EQ(document.diagnostics[1].message,
            "the codes of old fonts that were decoded have no letter for U+00FF (2 times); these "
            "characters stand as they were: compare them with the source");
  const std::string short_text = "Së Y tÕ";
  const language::FontHint hint[] = {{0, short_text.size(), {language::LegacyEncoding::kTcvn3}}};
  const Document named = read(short_text, hint);
  EXPECT_EQ(named.content, "Sở Y tế");
  EXPECT_EQ(named.diagnostics[0].message,
            "the codes of old fonts (TCVN3) in 1 place, the first at \"Së Y tÕ\", were read as "
            "Vietnamese letters: 2 of 2 words with marks are syllables now, 0 were before; the "
            "name of the font says it of 1 place. The source's own characters stand as `original` "
            "beside the evidence");
}

}  // namespace
}  // namespace kehoach::layout
