#include "layout/pdf/quarter_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/counted.h"
#include "base/utf8.h"
#include "language/comparison.h"
#include "layout/pdf/ink_strokes.h"
#include "layout/pdf/word_core.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr std::array<std::string_view, 5> kQuarters = {"", "I", "II", "III", "IV"};
constexpr std::size_t kMostSpots = 400;  // of a document whose ink is looked at
constexpr std::size_t kRowsAbove = 3;
constexpr double kLineApart = 1.8;  // sizes from one line of a cell to the next
constexpr double kPrint = 0.6;      // of the highest piece of ink: lower ones are dirt
constexpr double kWidestDigit = 0.85;

bool is_stroke(std::string_view text) {
  return text.starts_with('/') || text.starts_with("\u2044");
}

// "/2025", "/2025." behind a number; "/2025/QĐ-UBND" is a document's.
bool is_year_behind(std::string_view text) {
  constexpr std::size_t kDigits = 4;
  if (!is_stroke(text)) return false;
  text.remove_prefix(text.front() == '/' ? 1 : std::string_view("\u2044").size());
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return digits >= kDigits && !is_stroke(text.substr(digits));
}

}  // namespace

QuarterNumbers::QuarterNumbers(const read::PageEyes* eyes, const match::Matcher& matcher,
                               const LabelLooks& looks)
    : eyes_(eyes), looks_(looks) {
  const auto& rules = matcher.rules();
  for (const auto i : rules.entries_of("quarter_word"))
    words_.insert(language::comparison_form(rules.lexicon[i].form));
  for (const auto i : rules.entries_of("date_word"))
    months_.insert(language::comparison_form(rules.lexicon[i].form));
}

bool QuarterNumbers::is_quarter_word(const PageWord& word) const {
  const auto core = core_of(word.text);
  return core.plain && core.end == word.text.size() &&
         words_.contains(language::comparison_form(core.of(word.text)));
}

// The word stands before it, or right above it in a narrow column, with nothing behind it.
bool QuarterNumbers::is_behind_word(const PageText& page, std::size_t r, std::size_t i) const {
  const auto& row = page.rows[r];
  const auto& word = row.words[i];
  if (i > 0 && stand_together(row.words[i - 1], word)) return is_quarter_word(row.words[i - 1]);
  const auto is_above = [&](const std::vector<PageWord>& words, std::size_t k) {
    const auto& other = words[k];
    const bool last = k + 1 == words.size() || !stand_together(other, words[k + 1]);
    return last && other.box.x0 < word.box.x1 && word.box.x0 < other.box.x1 &&
           std::abs(word.baseline - other.baseline) < kLineApart * word.size &&
           is_quarter_word(other);
  };
  for (auto above = r; above-- > 0 && r - above <= kRowsAbove;)
    for (std::size_t k = 0; k < page.rows[above].words.size(); ++k)
      if (is_above(page.rows[above].words, k)) return true;
  return false;
}

// "tháng l/2025": the number of a month, whatever its strokes.
bool QuarterNumbers::is_behind_month(const PageText& page, std::size_t r, std::size_t i) const {
  const auto* row = i > 0 ? &page.rows[r] : r > 0 ? &page.rows[r - 1] : nullptr;
  if (row == nullptr || row->words.empty()) return false;
  const auto& before = i > 0 ? row->words[i - 1] : row->words.back();
  return months_.contains(language::comparison_form(before.text));
}

// A word that begins with a quarter's number, or with what may be one.
std::optional<QuarterNumbers::Spot> QuarterNumbers::spot_in(PageText& page, std::size_t r,
                                                            std::size_t i) const {
  auto& row = page.rows[r];
  const std::string_view text = row.words[i].text;
  Spot spot{&page, &row.words[i], 0, {}};
  bool roman = true;  // none of "T1/2025", nor of "l1/2025"
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    base::next_code_point(text, at);
    const auto letter = text.substr(begin, at - begin);
    const auto strokes = looks_.strokes_of(letter);
    if (!strokes) break;
    roman = roman && (strokes != "i" || looks_.is_taken_for("1", letter));
    spot.strokes += *strokes;
    spot.end = at;
  }
  if (spot.end == 0) return std::nullopt;
  if (text.substr(spot.end).starts_with("//")) {  // "I//2024": the last stroke leans
    ++spot.end;
    spot.strokes += 'i';
  }
  const auto behind = text.substr(spot.end);
  const bool ends = behind.empty() || is_stroke(behind) ||
                    std::string_view(",;.:-)").find(behind.front()) != std::string_view::npos;
  if (!ends) return std::nullopt;
  const bool dated = roman && is_year_behind(behind) && !is_behind_month(page, r, i);
  if (!dated && !is_behind_word(page, r, i)) return std::nullopt;
  return spot;
}

void QuarterNumbers::find(PageText& page, std::vector<Spot>& spots) const {
  for (std::size_t r = 0; r < page.rows.size(); ++r)
    for (std::size_t i = 0; i < page.rows[r].words.size() && spots.size() < kMostSpots; ++i)
      if (auto spot = spot_in(page, r, i)) spots.push_back(std::move(*spot));
}

// How many strokes the number's ink is; nothing where it does not tell.
std::optional<std::size_t> QuarterNumbers::count_ink(const Spot& spot) const {
  if (eyes_ == nullptr) return std::nullopt;
  const auto& page = *spot.page;
  const auto& word = *spot.word;
  const base::Box zone{word.box.x0 - 1, word.box.y0 - 1, word.box.x1 + 1, word.box.y1 + 1};
  auto blobs = eyes_->ink(page.number, read::turned_box(zone, page.angle), page.angle);
  double high = 0;
  for (const auto& blob : blobs) high = std::max(high, blob.box.y1 - blob.box.y0);
  std::erase_if(blobs, [&](const auto& blob) { return blob.box.y1 - blob.box.y0 < kPrint * high; });
  if (high <= 0 || high > 1.5 * word.size) return std::nullopt;  // a border
  std::size_t behind = base::code_points(std::string_view(word.text).substr(spot.end));
  const auto last = word.text.back();
  if (behind > 0 && std::string_view(",;.").find(last) != std::string_view::npos) --behind;
  if (blobs.size() <= behind) return std::nullopt;
  const auto strokes = blobs.size() - behind;
  for (auto i = strokes; i < blobs.size(); ++i)
    if (blobs[i].box.x1 - blobs[i].box.x0 > kWidestDigit * high) return std::nullopt;
  std::size_t count = 0;
  for (std::size_t i = 0; i < strokes; ++i) count += strokes_in(blobs[i].box);
  return count;
}

void QuarterNumbers::repair(const std::vector<PageText*>& pages,
                            base::Diagnostics& diagnostics) const {
  std::vector<Spot> spots;
  for (auto* page : pages) find(*page, spots);
  const bool roman = std::any_of(spots.begin(), spots.end(), [](const Spot& spot) {
    return spot.strokes == "iv" || (spot.strokes.size() > 1 && spot.word->text.front() == 'I');
  });
  std::size_t repaired = 0;
  std::string example;
  int first = 0;
  for (const auto& spot : spots) {
    const auto& text = spot.word->text;
    const auto read = text.substr(0, spot.end);
    std::string right;
    if (spot.strokes == "iv") {
      right = kQuarters[4];
    } else if (spot.strokes.find_first_not_of('i') == std::string::npos) {
      auto count = count_ink(spot);
      if (!count || *count > 3) count = spot.strokes.size();
      if (*count <= 3 && (roman || read != "1")) right = kQuarters[*count];
    }
    if (right.empty() || right == read) continue;
    put_text(*spot.word, right + text.substr(spot.end));
    if (repaired++ == 0) {
      example = "\"" + read + "\" is \"" + right + "\"";
      first = spot.page->number;
    }
  }
  if (repaired == 0) return;
  diagnostics.push_back({"quarters-repaired",
                         base::Severity::kInfo,
                         base::counted(repaired, "number") + " of quarters read off images " +
                             (repaired == 1 ? "was" : "were") +
                             " put right by the strokes of the ink (" + example +
                             "); `original` of a value's evidence keeps what was read",
                         first,
                         {}});
}

}  // namespace kehoach::layout
