#include "language/legacy/glyph_ids.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"

namespace kehoach::language {
namespace {

// The number that a font with these places has for a character.
char32_t number_of(char32_t character, const GlyphOrder& order) {
  for (char32_t glyph = 1; glyph < 2'000; ++glyph) {
    if (glyph_character(order, glyph) == character) return glyph;
  }
  return 0;
}

std::vector<std::u32string> numbered_words(std::string_view text, const GlyphOrder& order) {
  std::vector<std::u32string> words(1);
  for (const char32_t c : base::decode_utf8(text)) {
    if (c == U' ') {
      words.emplace_back();
    } else {
      words.back().push_back(kGlyphId + number_of(c, order));
    }
  }
  return words;
}

constexpr const char* kText =
    "Căn cứ Luật số 12 ngày 29 của Quốc hội về quản lý rừng phòng hộ và đất lâm nghiệp, Ủy ban "
    "nhân "
    "dân tỉnh ban hành Kế hoạch trồng rừng năm 2026 với những nội dung như sau: Thường xuyên chăm "
    "sóc, bảo vệ diện tích đã trồng; giữ gìn nguồn nước; cũng như ươm giống cây. ĐỘC LẬP TỰ DO "
    "HẠNH "
    "PHÚC NGHĨA VIỆT SỞ CÔNG THƯƠNG";

TEST(GlyphIds, KnowsTheUsualOrder) {
  const GlyphOrder order{1130, 1188};
  const struct {
    char32_t glyph, character;
  } kCases[] = {{3, U' '},    {16, U'-'},  {19, U'0'},   {54, U'S'},     {68, U'a'},  {106, U'à'},
                {107, U'â'},  {114, U'ê'}, {122, U'ò'},  {123, U'ô'},    {178, U'–'}, {180, U'“'},
                {201, U'Á'},  {236, U'ý'}, {255, U'đ'},  {259, U'ă'},    {264, U'Đ'}, {429, U'ĩ'},
                {458, U'ũ'},  {570, U'A'}, {602, U'a'},  {622, U'ф'},    {634, 0},    {1130, U'Ơ'},
                {1133, U'ư'}, {1134, 0},   {1188, U'Ạ'}, {1277, U'ỹ'},   {1278, 0},   {0, 0},
                {2, 0},       {240, 0},    {500, 0},     {0xFFFFFFFF, 0}};
  for (const auto& [glyph, character] : kCases) {
    EXPECT_EQ(glyph_character(order, glyph), character) << static_cast<unsigned>(glyph);
  }
}

TEST(GlyphIds, ProvesWhereTheBlocksLie) {
  // Times New Roman upright, slanted; one with other places and no usual gap.
  for (const GlyphOrder& order : {GlyphOrder{1130, 1188}, {750, 808}, {900, 640}}) {
    const auto proved = prove_glyph_order(numbered_words(kText, order));
    ASSERT_TRUE(proved) << static_cast<unsigned>(order.block);
    EXPECT_EQ(proved->block, order.block);
    EXPECT_EQ(proved->horns, order.horns);
    EXPECT_GE(proved->syllables * 10, proved->words * 9);
  }
}

TEST(GlyphIds, TakesNothingWithoutProof) {
  const GlyphOrder order{1130, 1188};
  // Too few words; of another file's font that is known, two are enough.
  const auto few = numbered_words("Nơi nhận", order);
  EXPECT_FALSE(prove_glyph_order(few));
  const GlyphOrder known[] = {{750, 808}, order};
  ASSERT_TRUE(prove_glyph_order(few, known));
  EXPECT_EQ(prove_glyph_order(few, known)->block, order.block);
  // A font numbered anew.
  std::vector<std::u32string> shuffled = numbered_words(kText, order);
  for (auto& word : shuffled) {
    for (char32_t& c : word) c = kGlyphId + 3 + ((c - kGlyphId) * 7919) % 97;
  }
  EXPECT_FALSE(prove_glyph_order(shuffled));
  // Characters only, and nothing.
  const std::vector<std::u32string> characters = {U"Căn", U"cứ", U"Luật", U"số", U"về", U"rừng"};
  EXPECT_FALSE(prove_glyph_order(characters));
  EXPECT_FALSE(prove_glyph_order({}));
}

TEST(GlyphIds, TakesCharactersOfOtherFontsInTheSameWord) {
  const GlyphOrder order{1130, 1188};
  std::vector<std::u32string> words = numbered_words(kText, order);
  for (auto& word : words) {
    const char32_t first = glyph_character(order, word[0] - kGlyphId);
    if (first < 0x80) word[0] = first;
  }
  const auto proved = prove_glyph_order(words);
  ASSERT_TRUE(proved);
  EXPECT_EQ(proved->block, order.block);
}

}  // namespace
}  // namespace kehoach::language
