#include "language/legacy/glyph_ids.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "language/letters.h"
#include "language/syllable_parts.h"

namespace kehoach::language {
namespace {

constexpr char32_t kAsciiShift = 29;
constexpr char32_t kFirstLatin = 98;

// From 98 on, the order of the Macintosh; a full stop for what no text of ours holds.
constexpr std::u32string_view kLatin =
    U"ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨.ÆØ.±≤≥¥µ.....ªº.æø¿¡¬..≈.«»…\u00a0ÀÃÕŒœ–—“”‘’÷."
    U"ÿŸ⁄"
    U"¤‹›..‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ.ÒÚÛÙ";

static_assert(kLatin[178 - kFirstLatin] == U'–' && kLatin[214 - kFirstLatin] == U'Ù');

// What the Vietnamese alphabet needs of the letters behind these, in Times New Roman and Arial.
constexpr std::pair<char32_t, char32_t> kExtended[] = {
    {235, U'Ý'}, {236, U'ý'}, {255, U'đ'}, {258, U'Ă'}, {259, U'ă'},
    {264, U'Đ'}, {428, U'Ĩ'}, {429, U'ĩ'}, {457, U'Ũ'}, {458, U'ũ'}};

// А to я follow one another. A typist's Cyrillic а in a Vietnamese word is meant as Latin.
constexpr char32_t kFirstCyrillic = 570;
constexpr std::u32string_view kCyrillic =
    U"AБBГДEЖЗИЙKЛMHOПPCTYФXЦЧШЩЪЫЬЭЮЯaбвгдeжзийклмнoпpcтyфxцчшщъыьэюя";
constexpr char32_t kLastFixed = kFirstCyrillic + kCyrillic.size() - 1;
static_assert(kLastFixed == 633);

constexpr char32_t kHorns[] = {U'Ơ', U'ơ', U'Ư', U'ư'};
constexpr char32_t kBlockLetters = 0x1EF9 - 0x1EA0 + 1;
constexpr char32_t kUsualGap = 58;  // from Ơ to Ạ

constexpr std::size_t kWordsLookedAt = 600;  // enough for a proof; the search reads them often
constexpr std::size_t kEnoughWords = 5, kEnoughForKnown = 2;
constexpr std::size_t kAnchors = 3;

char32_t fixed_character(char32_t glyph) {
  if (glyph >= 3 && glyph < kFirstLatin) return glyph + kAsciiShift;
  for (const auto& [number, character] : kExtended) {
    if (number == glyph) return character;
  }
  if (glyph >= kFirstCyrillic) return kCyrillic[glyph - kFirstCyrillic];
  if (glyph < kFirstLatin || glyph - kFirstLatin >= kLatin.size()) return 0;
  const char32_t latin = kLatin[glyph - kFirstLatin];
  return latin == U'.' ? 0 : latin;
}

// "đỊnh" is what a block gives that is one letter off: capitals and small letters take turns in it.
bool has_good_case(std::u32string_view word) {
  const bool second_upper = letter(word[1]).upper;
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (letter(word[i]).upper != second_upper) return false;
  }
  return !second_upper || letter(word[0]).upper;
}

bool is_syllable_in_use(std::u32string_view word) {
  if (!has_good_case(word)) return false;
  const auto parts = syllable_parts(word);
  return parts && is_common(*parts);
}

// What an order makes of the words. Words of one letter and such without vowels say nothing; those
// with glyphs that the order does not know are left out, since there are other blocks to find.
void measure(std::span<const std::u32string> words, GlyphOrder& order) {
  order.words = order.syllables = 0;
  std::u32string text;
  for (const std::u32string& word : words) {
    text.clear();
    bool known = true;
    for (const char32_t c : word) {
      const char32_t character = c < kGlyphId ? c : glyph_character(order, c - kGlyphId);
      known = known && character != 0;
      if (is_letter(character)) text.push_back(character);
    }
    const bool vowels =
        std::any_of(text.begin(), text.end(), [](char32_t c) { return letter(c).vowel; });
    if (!known || text.size() < 2 || !vowels) continue;
    ++order.words;
    order.syllables += is_syllable_in_use(text);
  }
}

bool is_proof(const GlyphOrder& order, std::size_t enough) {
  return order.syllables >= enough && order.syllables * 5 >= order.words * 4;
}

// Glyphs outside of the order, the most frequent ones first.
std::vector<char32_t> unknown_glyphs(std::span<const std::u32string> words,
                                     const GlyphOrder& order) {
  std::map<char32_t, std::size_t> counts;
  for (const std::u32string& word : words) {
    for (const char32_t c : word) {
      const bool open = c > kGlyphId + kLastFixed && glyph_character(order, c - kGlyphId) == 0;
      if (open) ++counts[c - kGlyphId];
    }
  }
  std::vector<char32_t> glyphs;
  for (const auto& [glyph, count] : counts) glyphs.push_back(glyph);
  std::stable_sort(glyphs.begin(), glyphs.end(),
                   [&](char32_t a, char32_t b) { return counts[a] > counts[b]; });
  return glyphs;
}

// Moves one block over every place at which it would hold one of the most frequent unknown glyphs,
// and keeps the place that makes most syllables.
GlyphOrder place_block(std::span<const std::u32string> words, const GlyphOrder& before,
                       char32_t GlyphOrder::*block, char32_t size) {
  GlyphOrder best = before;
  std::vector<char32_t> anchors = unknown_glyphs(words, before);
  if (anchors.size() > kAnchors) anchors.resize(kAnchors);
  for (const char32_t anchor : anchors) {
    for (char32_t offset = 0; offset < size && offset + kLastFixed < anchor; ++offset) {
      GlyphOrder tried = before;
      tried.*block = anchor - offset;
      measure(words, tried);
      if (is_proof(tried, 1) && tried.syllables > best.syllables) best = tried;
    }
  }
  return best;
}

}  // namespace

char32_t glyph_character(const GlyphOrder& order, char32_t glyph) {
  if (glyph <= kLastFixed) return fixed_character(glyph);
  if (order.horns != 0 && glyph >= order.horns && glyph - order.horns < std::size(kHorns)) {
    return kHorns[glyph - order.horns];
  }
  if (order.block != 0 && glyph >= order.block && glyph - order.block < kBlockLetters) {
    return 0x1EA0 + (glyph - order.block);
  }
  return 0;
}

std::optional<GlyphOrder> prove_glyph_order(std::span<const std::u32string> words,
                                            std::span<const GlyphOrder> known) {
  words = words.first(std::min(words.size(), kWordsLookedAt));
  const bool bare = std::all_of(words.begin(), words.end(), [](const std::u32string& word) {
    return std::none_of(word.begin(), word.end(), [](char32_t c) { return c >= kGlyphId; });
  });
  if (bare) return std::nullopt;
  for (GlyphOrder order : known) {
    measure(words, order);
    if (is_proof(order, kEnoughForKnown) && unknown_glyphs(words, order).empty()) return order;
  }
  GlyphOrder order;
  measure(words, order);
  order = place_block(words, order, &GlyphOrder::block, kBlockLetters);
  if (order.block > kUsualGap) {
    GlyphOrder usual = order;
    usual.horns = order.block - kUsualGap;
    measure(words, usual);
    if (usual.syllables > order.syllables && is_proof(usual, 1)) order = usual;
  }
  if (order.horns == 0) order = place_block(words, order, &GlyphOrder::horns, std::size(kHorns));
  if (!is_proof(order, kEnoughWords)) return std::nullopt;
  return order;
}

}  // namespace kehoach::language
