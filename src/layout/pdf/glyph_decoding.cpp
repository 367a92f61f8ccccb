#include "layout/pdf/glyph_decoding.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "language/legacy/legacy_decoding.h"
#include "language/legacy/legacy_encoding.h"
#include "language/letters.h"
#include "language/text_health.h"

namespace kehoach::layout {
namespace {

using language::kGlyphId;
using read::Font;
using read::Glyph;
using read::GlyphRun;
using read::PdfPage;

const Font& font_of(const PdfPage& page, const GlyphRun& run) {
  return page.fonts[static_cast<std::size_t>(run.font)];
}

// Its characters are its codes: what Poppler gives where a font of two-byte codes has no map. Codes
// that are characters by design look alike; then no order is proved.
bool may_be_numbered(const Font& font) { return font.composite && !font.has_unicode_map; }

bool is_number(const Glyph& glyph) {
  if (glyph.text.empty()) return true;
  std::size_t i = 0;
  return base::next_code_point(glyph.text, i) == glyph.code && i == glyph.text.size();
}

// Words with glyphs of one font: that font's glyphs as numbers, others as characters.
using WordsOfFonts = std::map<std::string, std::vector<std::u32string>>;

class WordCollector {
 public:
  explicit WordCollector(WordsOfFonts& words) : words_(words) {}

  void add(const PdfPage& page) {
    GlyphWalk walk;
    for (const GlyphRun& run : page.runs) {
      const Font& font = font_of(page, run);
      const bool numbered = may_be_numbered(font);
      for (const Glyph& glyph : run.glyphs) {
        if (walk.step(run, glyph) != GlyphGap::kNone) end_word();
        if (numbered && is_number(glyph)) {
          add_number(font.name, glyph.code);
        } else {
          add_text(glyph.text);
        }
      }
    }
    end_word();
  }

 private:
  static constexpr std::size_t kLongestWord = 64, kMostWords = 2'000;

  void add_number(const std::string& font, char32_t number) {
    constexpr char32_t kBlank = 3;
    if (number == kBlank) return end_word();
    if (word_.size() < kLongestWord) word_.push_back(kGlyphId + number);
    fonts_.insert(font);
  }

  void add_text(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const char32_t c = base::next_code_point(text, i);
      if (!language::is_letter(c)) {
        end_word();
      } else if (word_.size() < kLongestWord) {
        word_.push_back(c);
      }
    }
  }

  void end_word() {
    if (fonts_.size() == 1) {
      auto& words = words_[*fonts_.begin()];
      if (words.size() < kMostWords) words.push_back(word_);
    }
    word_.clear();
    fonts_.clear();
  }

  WordsOfFonts& words_;
  std::u32string word_;
  std::set<std::string> fonts_;
};

// Codes that are characters by design: the words are good as they stand. Symbols make no words.
bool needs_no_order(const std::vector<std::u32string>& words) {
  std::string text;
  for (const std::u32string& word : words) {
    for (const char32_t c : word) base::append_code_point(text, c < kGlyphId ? c : c - kGlyphId);
    text += ' ';
  }
  constexpr std::size_t kFewWords = 5;
  return words.size() < kFewWords || language::measure_health(text).syllable_share() >= 0.5;
}

std::vector<language::FontHint> hints_of(const PdfPage& page, const GlyphText& text) {
  std::vector<std::optional<language::LegacyFont>> fonts;
  for (const Font& font : page.fonts) fonts.push_back(language::encoding_of_font(font.name));
  std::vector<language::FontHint> hints;
  for (const GlyphPlace& place : text.places) {
    const auto& font = fonts[static_cast<std::size_t>(page.runs[place.run].font)];
    if (!font) continue;
    const bool goes_on = !hints.empty() && hints.back().font == *font &&
                         hints.back().end + 1 >= place.begin;  // but for a space or line end
    if (goes_on) {
      hints.back().end = place.end;
    } else {
      hints.push_back({place.begin, place.end, *font});
    }
  }
  return hints;
}

// The texts of a run, to be changed.
std::vector<std::string>& texts_of_run(const PdfPage& page, std::size_t run, GlyphTexts& texts) {
  if (texts.empty()) texts.resize(page.runs.size());
  if (texts[run].empty()) {
    for (const Glyph& glyph : page.runs[run].glyphs) texts[run].push_back(glyph.text);
  }
  return texts[run];
}

void put_letters(const PdfPage& page, const GlyphText& text, const language::LegacyRun& run,
                 GlyphTexts& texts) {
  const auto letters = language::decode_letters(
      run.font.encoding, std::string_view(text.utf8).substr(run.begin, run.end - run.begin),
      run.font.capitals);
  auto place = std::partition_point(text.places.begin(), text.places.end(),
                                    [&](const GlyphPlace& p) { return p.end <= run.begin; });
  auto letter = letters.begin();
  for (; place != text.places.end() && place->begin < run.end; ++place) {
    std::string decoded;
    // A letter belongs to the glyph that it begins in.
    for (; letter != letters.end() && run.begin + letter->begin < place->end; ++letter) {
      if (run.begin + letter->begin >= place->begin)
        base::append_code_point(decoded, letter->value);
    }
    texts_of_run(page, place->run, texts)[place->glyph] = std::move(decoded);
  }
}

}  // namespace

GlyphDecoder::GlyphDecoder(std::span<const PdfPage> pages) { learn_orders(pages); }

void GlyphDecoder::learn_orders(std::span<const PdfPage> pages) {
  WordsOfFonts words;
  WordCollector collector(words);
  for (const PdfPage& page : pages) {
    const bool any = std::any_of(page.fonts.begin(), page.fonts.end(), may_be_numbered);
    if (any) collector.add(page);
  }
  std::vector<language::GlyphOrder> known;
  std::vector<std::pair<std::size_t, std::string>> by_size;
  for (const auto& [font, of_font] : words) by_size.push_back({of_font.size(), font});
  // Those with the most words first: the others may be like them.
  std::sort(by_size.rbegin(), by_size.rend());
  for (const auto& [size, font] : by_size) {
    const auto order = language::prove_glyph_order(words[font], known);
    if (order) known.push_back(*order);
    if (order || !needs_no_order(words[font])) numbered_[font].order = order;
  }
}

GlyphTexts GlyphDecoder::decode(const PdfPage& page) {
  GlyphTexts texts = decode_numbers(page);
  decode_old_fonts(page, texts);
  return texts;
}

GlyphTexts GlyphDecoder::decode_numbers(const PdfPage& page) {
  GlyphTexts texts;
  for (std::size_t r = 0; r < page.runs.size(); ++r) {
    const GlyphRun& run = page.runs[r];
    const Font& font = font_of(page, run);
    if (!may_be_numbered(font)) continue;
    const auto known = numbered_.find(font.name);
    if (known == numbered_.end()) continue;
    NumberedFont& numbered = known->second;
    for (std::size_t g = 0; g < run.glyphs.size(); ++g) {
      if (!is_number(run.glyphs[g])) continue;
      ++numbered.glyphs;
      const char32_t character =
          numbered.order ? language::glyph_character(*numbered.order, run.glyphs[g].code) : 0;
      numbered.unmapped += character == 0;
      if (!numbered.order) continue;
      std::string& text = texts_of_run(page, r, texts)[g];
      text.clear();
      base::append_code_point(text, character != 0 ? character : base::kReplacementCharacter);
    }
  }
  return texts;
}

void GlyphDecoder::decode_old_fonts(const PdfPage& page, GlyphTexts& texts) {
  const GlyphText text = join_glyphs(page, texts);
  const language::LegacyText read = language::read_legacy(text.utf8, hints_of(page, text));
  for (const language::LegacyRun& run : read.runs) put_letters(page, text, run, texts);
  report_.add(read, text.utf8);
}

std::string GlyphDecoder::encoding(const std::string& file) const { return report_.encoding(file); }

base::Diagnostics GlyphDecoder::diagnostics() const {
  base::Diagnostics all = report_.diagnostics();
  for (const auto& [name, font] : numbered_) {
    if (font.glyphs == 0) continue;
    if (font.order) {
      all.push_back({"glyph-numbers", base::Severity::kInfo,
                     "the font " + name + " gives the numbers of its glyphs, no characters; " +
                         std::to_string(font.glyphs) +
                         " of them were read as letters by the order of glyphs in usual fonts: " +
                         std::to_string(font.order->syllables) + " of " +
                         std::to_string(font.order->words) + " words that prove it are syllables",
                     std::nullopt, std::nullopt});
    }
    if (font.unmapped > 0) {
      all.push_back({"unmapped-glyphs", base::Severity::kWarning,
                     std::to_string(font.unmapped) + " glyphs of the font " + name +
                         " have no character in the file, and their numbers " +
                         (font.order ? "are in no order that is known"
                                     : "prove no order: what they say is not read") +
                         "; compare with the page, or read an image of it",
                     std::nullopt, std::nullopt});
    }
  }
  return all;
}

}  // namespace kehoach::layout
