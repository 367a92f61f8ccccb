#include "layout/pdf/page_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/utf8.h"
#include "layout/pdf/column_rules.h"
#include "layout/pdf/page_glyphs.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr double kRowTolerance = 5.5;    // points: how far off their row stamped words may stand
constexpr double kRowShare = 0.45;       // … and of their size
constexpr double kOverlap = 0.35;        // of the narrower word: more is another row
constexpr double kRaisedSize = 0.84;     // of the row's size: raised words are smaller
constexpr double kRaisedShare = 0.6;     // … and stand so far off its baseline
constexpr double kOtherPrint = 0.7;      // of the size: no size of the same line
constexpr double kBeside = 1.5;          // of the size
constexpr double kRaisedBy = 0.12;       // of the row's size: and so much higher
constexpr double kWatermarkSize = 40;    // points
constexpr double kWatermarkLight = 0.6;  // of white
constexpr double kImagePage = 0.5;       // of the page's area
constexpr double kLetterGap = 1.5;       // of the size: letters farther apart are cells
constexpr std::size_t kSpacedLetters = 4;
constexpr const char* kSignatureNote = "signature-note";

double lightness(std::uint32_t colour) {
  const double r = (colour >> 16) & 0xFF, g = (colour >> 8) & 0xFF, b = colour & 0xFF;
  return (0.3 * r + 0.59 * g + 0.11 * b) / 255;
}

std::size_t letters(const PageWord& word) { return base::code_points(word.text); }

bool upright(const read::GlyphRun& run, double angle) {
  const double off = std::abs(std::remainder(run.angle - angle, 360.0));
  return off < 3;
}

// The angle of most glyphs: 0, or 90 or 270 on pages that are drawn turned.
double usual_angle(const read::PdfPage& page) {
  std::size_t counts[4] = {0, 0, 0, 0};
  for (const auto& run : page.runs) {
    if (run.invisible || run.origin != read::Origin::kContent) continue;
    for (int quarter = 0; quarter < 4; ++quarter)
      if (upright(run, quarter * 90.0)) counts[quarter] += run.glyphs.size();
  }
  int best = 0;
  for (int quarter = 1; quarter < 4; ++quarter)
    if (counts[quarter] > 3 * counts[best]) best = quarter;
  return best * 90.0;
}

std::string run_text(const read::GlyphRun& run, const std::vector<std::string>& texts) {
  std::string out;
  for (std::size_t i = 0; i < run.glyphs.size(); ++i)
    out += i < texts.size() ? texts[i] : run.glyphs[i].text;
  return out;
}

class PageReader {
 public:
  PageReader(const read::PdfPage& page, const GlyphTexts& texts) : page_(page), texts_(texts) {}

  PageText read() {
    result_.number = page_.number;
    result_.angle = usual_angle(page_);
    const auto frame = read::turned_box({0, 0, page_.width, page_.height}, -result_.angle);
    result_.width = frame.x1 - frame.x0;
    result_.height = frame.y1 - frame.y0;
    turn_drawings();
    rules_ = ColumnRules(result_.rules);
    read_images();
    count_hidden();
    std::vector<std::size_t> taken;
    for (std::size_t i = 0; i < page_.runs.size(); ++i)
      if (takes(i)) taken.push_back(i);
    auto baselines = words_on_baselines(page_, texts_, taken, rules_);
    add_stamped(baselines);
    merge_rows(baselines);
    for (auto& row : result_.rows) join_spaced_letters(row);
    add_turned();
    return std::move(result_);
  }

 private:
  void read_images() {
    double covered = 0;
    for (const auto& image : page_.images)
      covered +=
          std::max(0.0, image.box.x1 - image.box.x0) * std::max(0.0, image.box.y1 - image.box.y0);
    const double area = page_.width * page_.height;
    result_.image_share = area > 0 ? std::min(1.0, covered / area) : 0;
  }

  // A page that is an image may have its text in a layer that is not seen.
  void count_hidden() {
    std::size_t seen = 0;
    for (const auto& run : page_.runs) {
      if (run.invisible)
        result_.hidden += run.glyphs.size();
      else if (run.origin == read::Origin::kContent)
        seen += run.glyphs.size();
    }
    result_.from_hidden = result_.image_share >= kImagePage && result_.hidden > 4 * seen;
  }

  // Does the run belong to the rows? What does not is kept as loose text or counted.
  bool takes(std::size_t i) {
    const auto& run = page_.runs[i];
    if (run.glyphs.empty() || !(run.size > 0)) return false;
    if (run.invisible && !result_.from_hidden) return false;
    for (const auto& glyph : run.glyphs) result_.unmapped += glyph.text.empty();
    if (run.origin == read::Origin::kSignature) {
      signature_runs_.push_back(i);
      return false;
    }
    const bool light = lightness(run.colour) >= kWatermarkLight;
    if (light && run.size >= kWatermarkSize) return loose(i, "watermark");
    if (upright(run, result_.angle)) return true;
    const bool quarter = std::abs(std::remainder(run.angle, 90.0)) < 3;
    for (const int side : {0, 1})
      if (upright(run, result_.angle + (side == 0 ? 90 : 270))) turned_runs_[side].push_back(i);
    return loose(i, quarter ? "turned" : "watermark");
  }

  // Each baseline of turned words is a row; its words get boxes in the frame of the rows.
  void add_turned() {
    for (const int side : {0, 1}) {
      const double angle = side == 0 ? 90 : 270;
      for (auto& line : words_on_baselines(page_, texts_, turned_runs_[side])) {
        for (auto& word : line.words) {
          word.box = read::turned_box(word.box, angle);
          // As if it stood upright in the middle of its box.
          word.baseline = (word.box.y0 + word.box.y1) / 2 + 0.3 * word.size;
        }
        result_.turned.push_back(make_row(std::move(line.words)));
      }
    }
  }

  // Pieces of one drawing follow each other.
  bool loose(std::size_t i, const char* note) {
    const auto text = run_text(page_.runs[i], texts_[i]);
    if (!result_.loose.empty() && result_.loose.back().note == note && last_loose_ + 1 == i) {
      result_.loose.back().text += text;
      result_.loose.back().box = join(result_.loose.back().box, page_.runs[i].box);
    } else {
      result_.loose.push_back({text, page_.runs[i].box, note});
    }
    last_loose_ = i;
    return false;
  }

  // Words of signatures' appearances: lone digits are stamped into the text, the rest is a note.
  void add_stamped(std::vector<Baseline>& baselines) {
    std::vector<Baseline> stamped;
    for (auto& line : words_on_baselines(page_, texts_, signature_runs_)) {
      for (std::size_t i = 0; i < line.words.size();) {
        std::size_t end = i + 1;
        while (end < line.words.size() &&
               line.words[end].box.x0 - line.words[end - 1].box.x1 < line.words[i].size)
          ++end;
        if (end == i + 1 && is_digits(line.words[i].text)) {
          stamped.push_back({line.y, {std::move(line.words[i])}});
        } else {
          add_note({line.words.begin() + static_cast<std::ptrdiff_t>(i),
                    line.words.begin() + static_cast<std::ptrdiff_t>(end)});
        }
        i = end;
      }
    }
    std::vector<Baseline> both;
    std::merge(std::make_move_iterator(baselines.begin()), std::make_move_iterator(baselines.end()),
               std::make_move_iterator(stamped.begin()), std::make_move_iterator(stamped.end()),
               std::back_inserter(both),
               [](const Baseline& a, const Baseline& b) { return a.y < b.y; });
    baselines = std::move(both);
  }

  static bool is_digits(const std::string& text) {
    return text.size() <= 6 && text.find_first_not_of("0123456789") == std::string::npos;
  }

  // Lines of one note follow each other.
  void add_note(std::vector<PageWord> words) {
    const auto row = make_row(std::move(words));
    if (!result_.loose.empty() && result_.loose.back().note == kSignatureNote &&
        row.box.y0 - result_.loose.back().box.y1 < row.size) {
      result_.loose.back().text += ' ' + row_text(row);
      result_.loose.back().box = join(result_.loose.back().box, row.box);
    } else {
      result_.loose.push_back({row_text(row), row.box, kSignatureNote});
    }
  }

  static double size_of(const std::vector<PageWord>& words) {
    double size = 0;
    for (const auto& word : words) size = std::max(size, word.size);
    return size;
  }

  // Both sorted by x: does a word of one cover a word of the other?
  static bool collide(const std::vector<PageWord>& a, const std::vector<PageWord>& b) {
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
      const double overlap =
          std::min(a[i].box.x1, b[k].box.x1) - std::max(a[i].box.x0, b[k].box.x0);
      const double narrower = std::min(a[i].box.x1 - a[i].box.x0, b[k].box.x1 - b[k].box.x0);
      if (overlap > kOverlap * narrower && overlap > 0.5) return true;
      ++(a[i].box.x1 < b[k].box.x1 ? i : k);
    }
    return false;
  }

  // The narrowest gap between a word of one and a word of the other; both sorted by x.
  static double distance(const std::vector<PageWord>& a, const std::vector<PageWord>& b) {
    double narrowest = std::numeric_limits<double>::max();
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
      const double gap = std::max(b[k].box.x0 - a[i].box.x1, a[i].box.x0 - b[k].box.x1);
      narrowest = std::min(narrowest, gap);
      ++(a[i].box.x1 < b[k].box.x1 ? i : k);
    }
    return narrowest;
  }

  static bool same_row(const Baseline& upper, const Baseline& lower) {
    const double above = size_of(upper.words), below = size_of(lower.words);
    const double size = std::max(above, below);
    // Small print far from all words of the row is a stamp beside it.
    if (std::min(above, below) < kOtherPrint * size &&
        distance(upper.words, lower.words) > kBeside * size)
      return false;
    const bool raised = is_small(upper.words, below) || is_small(lower.words, above);
    const double tolerance =
        raised ? kRaisedShare * size : std::min(kRowTolerance, kRowShare * size);
    return lower.y - upper.y <= tolerance && !collide(upper.words, lower.words);
  }

  // Marks of footnotes and exponents: a few small characters.
  static bool is_small(const std::vector<PageWord>& words, double size) {
    return std::all_of(words.begin(), words.end(), [&](const PageWord& word) {
      return word.size <= kRaisedSize * size && letters(word) <= 4;
    });
  }

  void merge_rows(std::vector<Baseline>& baselines) {
    for (std::size_t i = 0; i < baselines.size(); ++i) {
      auto& row = baselines[i];
      for (; i + 1 < baselines.size() && same_row(row, baselines[i + 1]); ++i) {
        std::vector<PageWord> both;
        std::merge(std::make_move_iterator(row.words.begin()),
                   std::make_move_iterator(row.words.end()),
                   std::make_move_iterator(baselines[i + 1].words.begin()),
                   std::make_move_iterator(baselines[i + 1].words.end()), std::back_inserter(both),
                   [](const PageWord& a, const PageWord& b) { return a.box.x0 < b.box.x0; });
        row.words = std::move(both);
      }
      add_row(std::move(row.words));
    }
  }

  void add_row(std::vector<PageWord> words) {
    if (std::all_of(words.begin(), words.end(), [](const PageWord& w) { return w.signature; }))
      return add_note(std::move(words));
    auto row = make_row(std::move(words));
    for (std::size_t i = 0; i < row.words.size(); ++i) {
      auto& word = row.words[i];
      word.raised = word.raised || (word.size <= kRaisedSize * row.size &&
                                    row.baseline - word.baseline >= kRaisedBy * row.size);
      // Words of two baselines: a stamped number touches no letter that it was not put beside.
      if (i > 0 && word.box.x0 - row.words[i - 1].box.x1 < 0.12 * row.size &&
          (word.raised || row.words[i - 1].raised ||
           std::abs(word.baseline - row.words[i - 1].baseline) > 0.01))
        word.joined = true;
    }
    join_stamped_digits(row);
    result_.rows.push_back(std::move(row));
  }

  // Digits stamped one by one into a row: off its baseline, or drawn later than the page.
  static void join_stamped_digits(PageRow& row) {
    for (std::size_t i = 1; i < row.words.size(); ++i) {
      auto& word = row.words[i];
      const auto& before = row.words[i - 1];
      const bool off = std::abs(before.baseline - row.baseline) > 0.2 || before.stamped;
      const bool together = std::abs(before.baseline - word.baseline) < 0.2 &&
                            word.box.x0 - before.box.x1 < 0.8 * before.size;
      if (off && together && before.text.size() == 1 && is_digits(before.text) &&
          is_digits(word.text.substr(0, 1)))
        word.joined = true;
    }
  }

  // "K Ế  H O Ạ C H": letters one by one, words apart by wider gaps.
  void join_spaced_letters(PageRow& row) const {
    std::vector<PageWord> words;
    for (std::size_t i = 0; i < row.words.size();) {
      std::size_t end = i;
      while (end < row.words.size() && letters(row.words[end]) == 1 && !row.words[end].raised &&
             (end == i || beside(row.words[end - 1], row.words[end], kLetterGap * row.size)))
        ++end;
      if (end - i < kSpacedLetters) {
        end = std::max(end, i + 1);
        std::move(row.words.begin() + static_cast<std::ptrdiff_t>(i),
                  row.words.begin() + static_cast<std::ptrdiff_t>(end), std::back_inserter(words));
      } else {
        join_letters(row, i, end, words);
      }
      i = end;
    }
    row.words = std::move(words);
  }

  // Not in two cells.
  bool beside(const PageWord& left, const PageWord& right, double gap) const {
    return right.box.x0 - left.box.x1 < gap &&
           !rules_.between(left.box.x1, right.box.x0, right.baseline - 0.3 * right.size);
  }

  static void join_letters(PageRow& row, std::size_t begin, std::size_t end,
                           std::vector<PageWord>& words) {
    std::vector<double> gaps;
    for (auto i = begin + 1; i < end; ++i)
      gaps.push_back(row.words[i].box.x0 - row.words[i - 1].box.x1);
    auto sorted = gaps;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2),
                     sorted.end());
    const double usual = sorted[gaps.size() / 2];
    for (auto i = begin; i < end; ++i) {
      if (i > begin && gaps[i - begin - 1] <= 1.5 * std::max(usual, 1.0)) {
        words.back().text += row.words[i].text;
        words.back().box = join(words.back().box, row.words[i].box);
      } else {
        words.push_back(std::move(row.words[i]));
      }
    }
  }

  void turn_drawings() {
    result_.rules = page_.lines;
    result_.fills = page_.fills;
    if (result_.angle == 0) return;
    for (auto& rule : result_.rules) {
      rule.box = read::turned_box(rule.box, -result_.angle);
      rule.horizontal = rule.box.x1 - rule.box.x0 >= rule.box.y1 - rule.box.y0;
    }
    for (auto& fill : result_.fills) fill.box = read::turned_box(fill.box, -result_.angle);
  }

  const read::PdfPage& page_;
  const GlyphTexts& texts_;
  PageText result_;
  std::size_t last_loose_ = 0;
  ColumnRules rules_;
  std::vector<std::size_t> signature_runs_;
  std::vector<std::size_t> turned_runs_[2];  // by 90 and by 270 degrees from the rows
};

}  // namespace

PageText read_page_text(const read::PdfPage& page, const GlyphTexts& texts) {
  return PageReader(page, texts).read();
}

base::Box join(const base::Box& a, const base::Box& b) {
  return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

void put_text(PageWord& word, std::string text) {
  if (word.original.empty()) word.original = std::move(word.text);
  word.text = std::move(text);
}

std::vector<PageWord> take_words(PageText& page, const std::function<bool(const PageWord&)>& is) {
  std::vector<PageWord> taken;
  for (auto& row : page.rows) {
    const auto before = taken.size();
    std::vector<PageWord> rest;
    for (auto& word : row.words) (is(word) ? taken : rest).push_back(std::move(word));
    if (taken.size() == before)
      row.words = std::move(rest);
    else
      row = make_row(std::move(rest));
  }
  std::erase_if(page.rows, [](const PageRow& row) { return row.words.empty(); });
  return taken;
}

PageRow make_row(std::vector<PageWord> words) {
  PageRow row;
  row.words = std::move(words);
  if (row.words.empty()) return row;
  // The size and baseline of most letters: those of the size with the most letters on it.
  std::vector<std::pair<std::pair<double, double>, std::size_t>> weights;
  for (const auto& word : row.words) {
    const std::pair key{word.size, word.baseline};
    const auto known =
        std::find_if(weights.begin(), weights.end(), [&](const auto& w) { return w.first == key; });
    if (known != weights.end()) {
      known->second += letters(word);
    } else if (weights.size() < 8) {
      weights.push_back({key, letters(word)});
    }
  }
  const auto most =
      std::max_element(weights.begin(), weights.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  row.size = most->first.first;
  row.baseline = most->first.second;
  row.box = row.words.front().box;
  for (const auto& word : row.words) row.box = join(row.box, word.box);
  return row;
}

std::string row_text(const PageRow& row) {
  std::string text;
  for (const auto& word : row.words) {
    if (!text.empty() && !word.joined) text += ' ';
    text += word.text;
  }
  return text;
}

double bold_share(const PageRow& row) {
  std::size_t bold = 0, all = 0;
  for (const auto& word : row.words) {
    all += letters(word);
    if (word.bold) bold += letters(word);
  }
  return all == 0 ? 0 : static_cast<double>(bold) / static_cast<double>(all);
}

}  // namespace kehoach::layout
