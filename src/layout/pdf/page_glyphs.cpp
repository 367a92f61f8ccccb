#include "layout/pdf/page_glyphs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace kehoach::layout {
namespace {

constexpr double kSameBaseline = 1.5;       // points; of glyphs in one word
constexpr double kSpace = 0.17;             // of the size: a gap that parts words
constexpr double kSpaceBesideSpaces = 0.2;  // … where the line has spaces of its own
constexpr double kTouching = 0.1;           // … and between characters of one word at most
constexpr double kNarrowDigit = 0.8;        // of the font's widest digit
constexpr double kDoubled = 0.2;            // of the size: how far the second drawing is shifted

struct Piece {
  std::string text;
  std::string original;  // where it is other than the text
  double x0 = 0, x1 = 0, baseline = 0;
  const read::GlyphRun* run = nullptr;
  bool raised = false;  // drawn with a font's own raised digits
};

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = base::next_code_point(text, i);
    const bool blank = c <= 0x20 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) ||
                       c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF || c == 0x7F;
    if (!blank) return false;
  }
  return true;
}

// The combining form of a mark that stands alone; 0: it is none.
char32_t combining_form(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t i = 0;
  const auto c = base::next_code_point(text, i);
  if (i != text.size()) return 0;
  if (c >= 0x300 && c <= 0x36F) return c;
  static constexpr std::array<std::pair<char32_t, char32_t>, 6> kSpacing = {{{0xB4, 0x301},
                                                                             {0x2CA, 0x301},
                                                                             {0x2CB, 0x300},
                                                                             {0x2C6, 0x302},
                                                                             {0x2DC, 0x303},
                                                                             {0x2D8, 0x306}}};
  for (const auto& [spacing, combining] : kSpacing)
    if (spacing == c) return combining;
  return 0;
}

bool is_digit(std::string_view text) {
  return text.size() == 1 && text[0] >= '0' && text[0] <= '9';
}

// Office suites write the signs of Symbol and Wingdings in private use.
std::string sign_of_symbol(const std::string& text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSigns = {
      {{"\uf02d", "-"},
       {"\uf02b", "+"},
       {"\uf0b7", "•"},
       {"\uf0a7", "▪"},
       {"\uf0d8", "➢"},
       {"\uf0fc", "✓"},
       {"\uf076", "❖"},
       {"\uf0e8", "→"}}};
  if (text.size() != 3 || text[0] != '\xEF') return text;
  for (const auto& [symbol, sign] : kSigns)
    if (symbol == text) return std::string(sign);
  return text;
}

bool finite(const read::Glyph& g) {
  return std::isfinite(g.x0) && std::isfinite(g.x1) && std::isfinite(g.baseline);
}

class Words {
 public:
  Words(const read::PdfPage& page, const GlyphTexts& texts, const ColumnRules& rules)
      : page_(page), texts_(texts), rules_(rules) {}

  std::vector<Baseline> read(const std::vector<std::size_t>& taken) {
    measure_digits(taken);
    for (const auto run : taken) collect(run);
    std::stable_sort(pieces_.begin(), pieces_.end(),
                     [](const Piece& a, const Piece& b) { return a.baseline < b.baseline; });
    std::vector<Baseline> result;
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t end = i + 1;
      while (end < pieces_.size() && pieces_[end].baseline - pieces_[i].baseline <= kSameBaseline)
        ++end;
      groups_.push_back({i, end});
      i = end;
    }
    for (auto& [begin, end] : groups_) sort_group(begin, end);
    for (auto& mark : marks_) place_mark(mark);
    for (const auto& [begin, end] : groups_) {
      if (auto words = cut_words(begin, end); !words.empty())
        result.push_back({pieces_[begin].baseline, std::move(words)});
    }
    return result;
  }

 private:
  // The widest digit of each font at each size. Raised digits of a font stand on the baseline, in
  // the size of the text; a run of nothing but such narrow ones is a mark.
  void measure_digits(const std::vector<std::size_t>& taken) {
    for (const auto index : taken) {
      const auto& run = page_.runs[index];
      auto& widest = digits_[{run.font, std::lround(4 * run.size)}];
      for (const auto& glyph : run.glyphs)
        if (is_digit(glyph.text) && finite(glyph)) widest = std::max(widest, glyph.x1 - glyph.x0);
    }
  }

  bool is_raised(const read::GlyphRun& run) const {
    if (run.glyphs.size() > 2) return false;
    const auto widest = digits_.find({run.font, std::lround(4 * run.size)});
    return widest != digits_.end() &&
           std::all_of(run.glyphs.begin(), run.glyphs.end(), [&](const read::Glyph& glyph) {
             return is_digit(glyph.text) && glyph.x1 - glyph.x0 < kNarrowDigit * widest->second;
           });
  }

  void collect(std::size_t index) {
    const auto& run = page_.runs[index];
    const bool raised = is_raised(run);
    const auto& texts = texts_[index];
    bool any = false;
    for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
      const auto& glyph = run.glyphs[i];
      if (!finite(glyph)) continue;
      const auto text = sign_of_symbol(i < texts.size() ? texts[i] : glyph.text);
      const auto original = text == glyph.text ? std::string() : glyph.text;
      if (const auto mark = combining_form(text)) {
        std::string as_text;
        base::append_code_point(as_text, mark);
        // A mark of a decomposed letter follows it in the same run.
        const bool combining = base::decode_code_point(text, 0).value == mark;
        if (combining && any && !is_blank(pieces_.back().text)) {
          pieces_.back().text += as_text;
          if (!original.empty()) pieces_.back().original += original;
        } else {
          marks_.push_back({as_text, "", glyph.x0, glyph.x1, glyph.baseline, &run, false});
        }
        continue;
      }
      // A letter that several glyphs drew was given to the first of them.
      if (text.empty() && !original.empty() && any) {
        pieces_.back().original += original;
        pieces_.back().x1 = std::max(pieces_.back().x1, glyph.x1);
        continue;
      }
      pieces_.push_back({text, original, std::min(glyph.x0, glyph.x1), std::max(glyph.x0, glyph.x1),
                         glyph.baseline, &run, raised});
      any = true;
    }
  }

  void sort_group(std::size_t begin, std::size_t end) {
    std::stable_sort(pieces_.begin() + static_cast<std::ptrdiff_t>(begin),
                     pieces_.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Piece& a, const Piece& b) { return a.x0 < b.x0; });
  }

  // A mark drawn on its own goes to the letter that it stands over.
  void place_mark(const Piece& mark) {
    const double reach = 0.9 * mark.run->size;
    auto group = std::partition_point(groups_.begin(), groups_.end(), [&](const auto& g) {
      return pieces_[g.first].baseline < mark.baseline - reach;
    });
    Piece* best = nullptr;
    double best_distance = reach;
    const double centre = (mark.x0 + mark.x1) / 2;
    for (; group != groups_.end() && pieces_[group->first].baseline <= mark.baseline + reach;
         ++group) {
      const auto first = pieces_.begin() + static_cast<std::ptrdiff_t>(group->first);
      const auto last = pieces_.begin() + static_cast<std::ptrdiff_t>(group->second);
      auto after = std::upper_bound(first, last, centre + 1,
                                    [](double x, const Piece& p) { return x < p.x0; });
      for (int back = 0; after != first && back < 3; ++back) {
        --after;
        if (is_blank(after->text) || after->x1 < centre - 1) continue;
        const double distance = std::abs(after->baseline - mark.baseline) +
                                std::abs((after->x0 + after->x1) / 2 - centre);
        if (distance >= best_distance) continue;
        best = &*after;
        best_distance = distance;
      }
    }
    if (best) best->text += mark.text;
  }

  // The same character again where it stands already.
  static bool doubles(const Piece& piece, const std::vector<const Piece*>& kept) {
    for (auto k = kept.size(); k-- > 0 && kept.size() - k <= 3;) {
      if (kept[k]->text == piece.text && kept[k]->run != piece.run &&
          std::abs(kept[k]->x0 - piece.x0) < kDoubled * piece.run->size &&
          std::abs(kept[k]->run->size - piece.run->size) < 0.1 * piece.run->size)
        return true;
    }
    return false;
  }

  // A space of another run that ends between two touching characters of one run: the blank of a
  // form that a number was stamped over.
  static bool crosses(const Piece& space, const Piece& left, const Piece& right) {
    return left.run == right.run && space.run != left.run &&
           right.x0 - left.x1 <= kTouching * left.run->size;
  }

  // A word too wide for its cell reaches up to that of the next one.
  bool in_other_cell(const Piece& left, const Piece& right) const {
    constexpr double kOnRule = 0.5;  // points
    return left.run != right.run &&
           rules_.between(left.x0, right.x0 + kOnRule, right.baseline - 0.3 * right.run->size);
  }

  std::vector<PageWord> cut_words(std::size_t begin, std::size_t end) {
    std::vector<const Piece*> kept;
    std::size_t spaces = 0, letters = 0;
    for (auto i = begin; i < end; ++i) {
      if (pieces_[i].text.empty()) continue;
      if (is_blank(pieces_[i].text)) {
        ++spaces;
      } else {
        if (doubles(pieces_[i], kept)) continue;
        ++letters;
      }
      kept.push_back(&pieces_[i]);
    }
    const double gap = spaces * 12 >= letters ? kSpaceBesideSpaces : kSpace;
    std::vector<PageWord> words;
    const Piece *last = nullptr, *space = nullptr;
    for (const auto* piece : kept) {
      if (is_blank(piece->text)) {
        // A space under a stamped character parts nothing.
        if (!last || piece->x1 > last->x1 - 0.1 * piece->run->size) space = piece;
        continue;
      }
      const bool parted = space && !(last && crosses(*space, *last, *piece));
      const bool apart = !last || parted || piece->raised != last->raised ||
                         piece->x0 - last->x1 > gap * std::max(piece->run->size, 1.0) ||
                         in_other_cell(*last, *piece);
      if (apart) {
        words.push_back(new_word(*piece));
      } else {
        extend(words.back(), *piece);
      }
      if (!last || apart || piece->x1 > last->x1) last = piece;
      space = nullptr;
    }
    return words;
  }

  static base::Box box_of(const Piece& piece) {
    const auto& run = *piece.run;
    return {piece.x0, piece.baseline - run.ascent * run.size, piece.x1,
            piece.baseline - run.descent * run.size};
  }

  static PageWord new_word(const Piece& piece) {
    PageWord word;
    word.text = piece.text;
    word.original = piece.original;
    word.box = box_of(piece);
    word.baseline = piece.baseline;
    word.size = piece.run->size;
    word.raised = piece.raised;
    word.bold = piece.run->bold;
    word.italic = piece.run->italic;
    word.artifact = piece.run->artifact;
    word.stamped = piece.run->origin != read::Origin::kContent;
    word.signature = piece.run->origin == read::Origin::kSignature;
    word.colour = piece.run->colour;
    word.confidence = piece.run->confidence;
    word.order = piece.run->order;
    return word;
  }

  static void extend(PageWord& word, const Piece& piece) {
    // Once a character of a word was decoded, all of its own ones are kept.
    if (word.original.empty() && !piece.original.empty()) word.original = word.text;
    if (!word.original.empty())
      word.original += piece.original.empty() ? piece.text : piece.original;
    word.text += piece.text;
    word.box = join(word.box, box_of(piece));
    word.bold = word.bold && piece.run->bold;
    word.italic = word.italic && piece.run->italic;
    word.artifact = word.artifact && piece.run->artifact;
    word.size = std::max(word.size, piece.run->size);
    word.confidence = std::min(word.confidence, piece.run->confidence);
  }

  const read::PdfPage& page_;
  const GlyphTexts& texts_;
  const ColumnRules& rules_;
  std::map<std::pair<int, long>, double> digits_;  // widths, by font and size
  std::vector<Piece> pieces_, marks_;
  std::vector<std::pair<std::size_t, std::size_t>> groups_;  // of pieces on one baseline
};

}  // namespace

std::vector<Baseline> words_on_baselines(const read::PdfPage& page, const GlyphTexts& texts,
                                         const std::vector<std::size_t>& taken,
                                         const ColumnRules& rules) {
  return Words(page, texts, rules).read(taken);
}

}  // namespace kehoach::layout
