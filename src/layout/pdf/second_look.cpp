#include "layout/pdf/second_look.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"
#include "layout/pdf/line_look.h"
#include "layout/pdf/misread_digits.h"
#include "layout/pdf/row_tokens.h"
#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

using read::ZoneLook;

constexpr std::size_t kHeadRows = 30;         // where number and date may stand
constexpr std::size_t kMostSymbols = 12;      // of a page that are read again
constexpr double kAroundX = 6, kAroundY = 4;  // points of paper around what is read again
constexpr double kDateLeft = 0.35;            // of the page's width
constexpr double kApart = 3;                  // of the letters' size: words of two columns
constexpr double kUnsure = 0.3, kAgreed = 0.97;
constexpr double kWellRead = 0.6;      // confidence of a known symbol that needs no second look
constexpr double kPieceGap = 0.6;      // sizes between digits of one number, read apart
constexpr std::size_t kEnough = 3;     // readings that agree on other digits than were read first
constexpr std::size_t kNearlyAll = 4;  // readings, the first among them: one more may differ
constexpr double kOff = 0.2;           // of the height of print beside them: digits do not stand so
constexpr double kColourful = 0.22;
constexpr double kDigit = 0.5, kCapital = 0.68, kSmall = 0.46, kSign = 0.3;  // widths of type

ZoneLook how(double dpi, ZoneLook::Ink ink, double threshold) {
  ZoneLook look;
  look.dpi = dpi;
  look.ink = ink;
  look.threshold = threshold;
  return look;
}

std::vector<ZoneLook> head_looks() {
  return {how(400, ZoneLook::Ink::kAsPage, 0), how(400, ZoneLook::Ink::kAsPage, 0.5),
          how(400, ZoneLook::Ink::kAsPage, 0.7), how(300, ZoneLook::Ink::kAll, 0),
          how(300, ZoneLook::Ink::kAll, 0.6)};
}

base::Box widened(base::Box box) {
  return {box.x0 - kAroundX, box.y0 - kAroundY, box.x1 + kAroundX, box.y1 + kAroundY};
}

std::string words_text(const PageRow& row, std::size_t begin, std::size_t end) {
  std::string text;
  for (auto i = begin; i < end; ++i)
    text += (i == begin || row.words[i].joined ? "" : " ") + row.words[i].text;
  return text;
}

// One word in the place of some.
void put_words(PageRow& row, std::size_t begin, std::size_t end, std::string text) {
  auto& word = row.words[begin];
  if (word.original.empty()) word.original = words_text(row, begin, end);
  word.text = std::move(text);
  word.box = box_of(row, begin, end);
  row.words.erase(row.words.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                  row.words.begin() + static_cast<std::ptrdiff_t>(end));
}

double width_of(std::string_view text) {
  double width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = base::next_code_point(text, i);
    if (language::is_digit(c)) {
      width += kDigit;
    } else if (!language::is_letter(c)) {
      width += kSign;
    } else {
      width += language::lower_code_point(c) != c ? kCapital : kSmall;
    }
  }
  return width;
}

// Where [begin, end) of a word's text stands, by the widths of type.
base::Box part_box(const PageWord& word, std::size_t begin, std::size_t end) {
  const std::string_view text = word.text;
  const double all = width_of(text), width = word.box.x1 - word.box.x0;
  base::Box box = word.box;
  if (all <= 0) return box;
  box.x0 = word.box.x0 + width * width_of(text.substr(0, begin)) / all;
  box.x1 = word.box.x0 + width * width_of(text.substr(0, end)) / all;
  return box;
}

// Of the readings, the one that most agree on; the number that do.
std::pair<std::string, std::size_t> most_read(const std::vector<std::string>& readings) {
  std::map<std::string, std::size_t> votes;
  for (const auto& reading : readings)
    if (!reading.empty()) ++votes[reading];
  std::pair<std::string, std::size_t> most;
  for (const auto& [reading, count] : votes)
    if (count > most.second) most = {reading, count};
  return most;
}

// How often another one was read.
std::size_t most_other(std::vector<std::string> readings, const std::string& one) {
  std::erase(readings, one);
  return most_read(readings).second;
}

// The serial of a number's box: digits alone between its label and the first stroke; empty where
// anything else stands there.
std::string serial_of(std::string_view text) {
  const auto stroke = text.find_first_of("/-");
  if (stroke == text.npos) return {};
  const auto head = text.substr(0, stroke);
  const auto runs = digit_runs(head);
  if (runs.size() != 1) return {};
  const auto [begin, end] = runs.front();
  if (head.find_first_not_of(' ', end) != head.npos) return {};
  const bool apart =
      begin > 0 && (head[begin - 1] == ' ' || head[begin - 1] == ':' || head[begin - 1] == '.');
  return apart ? std::string(head.substr(begin, end - begin)) : std::string();
}

// Day, month and year of a date's box; none where other digits stand there, or fewer.
std::vector<std::string> date_parts(std::string_view text) {
  std::vector<std::string> parts;
  for (const auto& [begin, end] : digit_runs(text))
    parts.emplace_back(text.substr(begin, end - begin));
  return parts.size() == 3 ? parts : std::vector<std::string>();
}

std::string symbol_of(std::string text) {
  std::erase(text, ' ');
  return text.substr(std::min(text.find_first_of("/-"), text.size()));
}

// One reading may differ: it is settled when two do, or none of all but one.
bool is_settled(std::size_t differ, std::size_t readings) {
  return differ >= 2 || (differ == 0 && readings + 1 >= head_looks().size());
}

bool number_settled(const std::string& text, const std::vector<std::string>& readings) {
  const auto serial = serial_of(text);
  if (serial.empty()) return true;  // there is nothing to judge
  const auto differ = std::count_if(readings.begin(), readings.end(),
                                    [&](const auto& r) { return serial_of(r) != serial; });
  const bool symbol = std::all_of(readings.begin(), readings.end(),
                                  [&](const auto& r) { return symbol_of(r) == symbol_of(text); });
  return is_settled(static_cast<std::size_t>(differ), readings.size()) && (differ > 0 || symbol);
}

bool date_settled(const std::string& text, const std::vector<std::string>& readings) {
  const auto parts = date_parts(text);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto differ = std::count_if(readings.begin(), readings.end(), [&](const auto& reading) {
      const auto read = date_parts(reading);
      return read.empty() || read[i] != parts[i];
    });
    if (!is_settled(static_cast<std::size_t>(differ), readings.size())) return false;
  }
  return true;
}

struct Line {
  double top = 0, bottom = 0;
};

// How high the print of those blobs stands.
std::optional<Line> line_of(const std::vector<read::InkBlob>& blobs, double least) {
  std::vector<double> tops, bottoms;
  for (const auto& blob : blobs) {
    if (blob.box.y1 - blob.box.y0 < least) continue;
    tops.push_back(blob.box.y0);
    bottoms.push_back(blob.box.y1);
  }
  if (tops.size() < 2) return std::nullopt;
  std::sort(tops.begin(), tops.end());
  std::sort(bottoms.begin(), bottoms.end());
  return Line{tops[tops.size() / 2], bottoms[bottoms.size() / 2]};
}

base::Diagnostic unread(const PageText& page, const base::Box& box, const std::string& read,
                        bool by_hand) {
  return {by_hand ? "handwritten" : "illegible", base::Severity::kWarning,
          by_hand ? "the digits that look like \"" + read +
                        "\" do not stand as the print around them does: written by hand or "
                        "stamped; they stay empty, look at the page"
                  : "the digits that look like \"" + read +
                        "\" were read otherwise at a second look; they stay empty, look at the "
                        "page",
          page.number, read::turned_box(box, page.angle)};
}

base::Diagnostic no_number(const PageText& page, const base::Box& box) {
  return {"illegible", base::Severity::kWarning,
          "no number can be read in the head of the scan: it may be written by hand; it stays "
          "empty, look at the page",
          page.number, read::turned_box(box, page.angle)};
}

// Takes the digits [begin, end) out of a word.
void make_blank(PageWord& word, std::size_t begin, std::size_t end) {
  put_text(word, word.text.substr(0, begin) + word.text.substr(end));
}

// A word of nothing is part of the one before it.
void drop_empty(PageRow& row) {
  for (std::size_t i = row.words.size(); i-- > 1;) {
    if (!row.words[i].text.empty()) continue;
    auto& before = row.words[i - 1];
    if (before.original.empty()) before.original = before.text;
    before.original += ' ' + row.words[i].original;
    before.box = join(before.box, row.words[i].box);
    row.words.erase(row.words.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

bool ends_in_letter(std::string_view word) {
  auto end = word.size();
  return end > 0 && language::is_letter(base::previous_code_point(word, end));
}

std::string without_end_signs(std::string text) {
  while (!text.empty() && std::string_view(".,;:)").find(text.back()) != std::string_view::npos)
    text.pop_back();
  return text;
}

// A number out of what was read around it: pieces of the words before and behind are cut off with
// its zone's edge.
std::string number_in(std::string reading) {
  std::erase(reading, ' ');
  reading.erase(0, std::min(reading.find_first_of("0123456789"), reading.size()));
  std::size_t end = 0;
  for (std::size_t i = 0; i < reading.size();) {
    const auto c = base::next_code_point(reading, i);
    if (language::is_letter(c) || language::is_digit(c)) end = i;
  }
  reading.resize(end);
  return reading;
}

std::string_view serial_before(std::string_view number) {
  return number.substr(0, number.find_first_not_of("0123456789"));
}

// A letter may have been taken for a digit or a digit for a letter, but no digit for another; the
// serial number before the first stroke is never another one.
bool same_digits(std::string_view a, std::string_view b) {
  if (serial_before(a) != serial_before(b)) return false;
  const auto one = digits_of(a), other = digits_of(b);
  return holds_in_order(one, other) || holds_in_order(other, one);
}

// "12/2021/QĐ-TTg" and what is like it: begins with digits, then a stroke, and has letters.
bool may_be_number(std::string_view word) {
  const auto digits = word.find_first_not_of("0123456789");
  if (digits == 0 || digits == word.npos || digits > 5) return false;
  const bool stroke =
      word[digits] == '/' || word[digits] == '-' || word.substr(digits).starts_with("\u2044");
  if (!stroke) return false;
  std::size_t letters = 0;
  for (std::size_t i = digits; i < word.size();)
    letters += language::is_letter(base::next_code_point(word, i));
  return letters >= 2;
}

bool open_end(std::string_view text) { return text.ends_with('-') || text.ends_with('/'); }

// Digits that stand nearer to the number behind them than words do.
bool is_piece_of_number(const std::vector<PageWord>& words, std::size_t i) {
  const auto& before = words[i - 1];
  return !before.text.empty() && before.text.find_first_not_of("0123456789") == before.text.npos &&
         before.text.size() < 4 && is_ascii_digit(words[i].text.front()) &&
         words[i].box.x0 - before.box.x1 < kPieceGap * words[i].size;
}

}  // namespace

SecondLook::SecondLook(const read::PageEyes& eyes, const match::Matcher& matcher)
    : eyes_(eyes), matcher_(matcher) {
  const auto& rules = matcher.rules();
  for (const auto i : rules.entries_of("symbol_code")) codes_.insert(rules.lexicon[i].form);
  for (const auto i : rules.entries_of("doc_type"))
    if (const auto code = rules.lexicon[i].attributes.find("code");
        code != rules.lexicon[i].attributes.end())
      codes_.insert(code->second);
  for (const auto i : rules.entries_of("date_word"))
    (rules.lexicon[i].value == "year" ? year_words_ : day_words_)
        .insert(language::comparison_form(rules.lexicon[i].form));
}

std::string SecondLook::read(const PageText& page, const base::Box& box,
                             const ZoneLook& look) const {
  const auto zone =
      eyes_.look(page.number, read::turned_box(widened(box), page.angle), page.angle, look);
  std::string text;
  for (const auto& word : zone.words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

void SecondLook::read_all(const PageText& page, std::vector<Spot>& spots,
                          const std::vector<ZoneLook>& looks,
                          const std::function<bool(const Spot&)>& settled) const {
  for (const auto& look : looks)
    for (auto& spot : spots)
      if (!settled(spot))
        spot.readings.push_back(
            read(page, box_of(page.rows[spot.row], spot.begin, spot.end), look));
}

// So many digits, against the print of the rest of the spot.
bool SecondLook::stands_as_print(const PageText& page, const Spot& spot, const base::Box& digits,
                                 std::size_t count) const {
  const auto& row = page.rows[spot.row];
  const auto box = widened(box_of(row, spot.begin, spot.end));
  const auto blobs = eyes_.ink(page.number, read::turned_box(box, page.angle), page.angle);
  const double least = 0.5 * row.size;
  std::vector<read::InkBlob> print, ours;
  for (const auto& blob : blobs) {
    const double middle = (blob.box.x0 + blob.box.x1) / 2;
    const bool inside = middle > digits.x0 && middle < digits.x1;
    if (!inside && blob.box.x0 > digits.x1) print.push_back(blob);
    if (inside && blob.box.y1 - blob.box.y0 > 0.3 * row.size) ours.push_back(blob);
  }
  const auto line = line_of(print, least);
  if (!line || ours.empty()) return true;  // nothing to compare with
  if (ours.size() < count) return false;   // print's digits do not touch
  const double off = kOff * (line->bottom - line->top);
  return std::all_of(ours.begin(), ours.end(), [&](const read::InkBlob& blob) {
    return blob.colour < kColourful && std::abs(blob.box.y0 - line->top) < off &&
           std::abs(blob.box.y1 - line->bottom) < off;
  });
}

// The symbol of a number that most readings agree on too.
void SecondLook::trust(PageRow& row, const Spot& spot) {
  const auto seen = symbol_of(spot.text);
  std::size_t same = 0;
  for (const auto& reading : spot.readings) same += symbol_of(reading) == seen;
  if (2 * same <= spot.readings.size()) return;
  for (auto i = spot.begin; i < spot.end; ++i)
    row.words[i].confidence = std::max(row.words[i].confidence, kAgreed);
}

void SecondLook::judge_number(PageText& page, Spot& spot, base::Diagnostics& diagnostics) const {
  auto& row = page.rows[spot.row];
  const auto serial = serial_of(spot.text);
  if (serial.empty()) return;  // blank, or no digits: others see to that
  std::vector<std::string> serials{serial};
  for (const auto& reading : spot.readings) serials.push_back(serial_of(reading));
  const auto [most, votes] = most_read(serials);
  const bool agreed = most == serial && votes + 1 >= serials.size();
  for (auto i = spot.begin; i < spot.end; ++i) {
    auto& word = row.words[i];
    const auto at = word.text.find(serial);
    if (at == word.text.npos) continue;
    const auto digits = part_box(word, at, at + serial.size());
    const bool print = stands_as_print(page, spot, digits, serial.size());
    if (agreed && print) {
      trust(row, spot);
      word.confidence = std::max(word.confidence, kAgreed);
    } else {
      diagnostics.push_back(unread(page, digits, serial, !print));
      make_blank(word, at, at + serial.size());
    }
    break;
  }
  drop_empty(row);
}

void SecondLook::judge_date(PageText& page, Spot& spot, base::Diagnostics& diagnostics) const {
  auto& row = page.rows[spot.row];
  const auto parts = date_parts(spot.text);
  if (parts.empty()) return;
  std::vector<std::vector<std::string>> votes(3);
  for (const auto& reading : spot.readings) {
    const auto read = date_parts(reading);
    for (std::size_t k = 0; k < 3; ++k) votes[k].push_back(read.empty() ? "" : read[k]);
  }
  std::size_t part = 0;
  for (auto i = spot.begin; i < spot.end && part < 3; ++i) {
    auto& word = row.words[i];
    const auto runs = digit_runs(word.text);
    if (runs.size() != 1) {
      part += runs.size();
      continue;
    }
    const auto [begin, end] = runs.front();
    const auto& all = votes[part];
    const auto same = static_cast<std::size_t>(std::count(all.begin(), all.end(), parts[part]));
    const bool agreed = same + 1 >= all.size();
    const auto digits = part_box(word, begin, end);
    const bool year = part == 2;  // print, and what the day and month are compared with
    const bool print = year || stands_as_print(page, spot, digits, end - begin);
    if (agreed && print) {
      word.confidence = std::max(word.confidence, kAgreed);
    } else if (!year) {
      diagnostics.push_back(unread(page, digits, parts[part], !print));
      make_blank(word, begin, end);
    }
    ++part;
  }
  drop_empty(row);
}

// A date's box stands in the right half of the page's head, behind the place and its comma; words
// run on to the date of a document that is named.
bool SecondLook::is_date_box(const PageText& page, const Spot& spot) {
  const auto& words = page.rows[spot.row].words;
  const bool apart =
      spot.begin == 0 || !ends_in_letter(words[spot.begin - 1].text) ||
      words[spot.begin].box.x0 - words[spot.begin - 1].box.x1 > kApart * words[spot.begin].size;
  return apart && spot.end == words.size() && words[spot.begin].box.x0 > kDateLeft * page.width;
}

bool SecondLook::look_at_head(PageText& page, base::Diagnostics& diagnostics) const {
  std::vector<Spot> spots;
  std::vector<char> dates;
  std::optional<double> title, type;  // where the national title ends and the type begins
  bool number = false, date = false;
  for (std::size_t r = 0; r < std::min(page.rows.size(), kHeadRows) && !type; ++r) {
    const auto& row = page.rows[r];
    const RowTokens tokens(row, matcher_);
    if (tokens.has("national_title")) title = row.box.y1;
    if (tokens.is("doc_type") && is_all_capitals(tokens.text())) type = row.box.y0;
    if (const auto words = tokens.words_of("header_number"); words && !number) {
      const auto text = words_text(row, words->first, words->second);
      spots.push_back({r, words->first, words->second, text, {}, false});
      dates.push_back(false);
      number = true;
    }
    number = number || tokens.has("number_label") || tokens.has("number_symbol") ||
             tokens.has("misread");
    if (const auto words = tokens.words_of("header_date"); words && !date) {
      const auto text = words_text(row, words->first, words->second);
      const Spot spot{r, words->first, words->second, text, {}, false};
      if (!is_date_box(page, spot)) continue;
      spots.push_back(spot);
      dates.push_back(true);
      date = true;
    }
  }
  if (title && type && !number)
    diagnostics.push_back(no_number(page, {0, *title, page.width / 2, *type}));
  read_all(page, spots, head_looks(), [&](const Spot& spot) {
    return dates[static_cast<std::size_t>(&spot - spots.data())]
               ? date_settled(spot.text, spot.readings)
               : number_settled(spot.text, spot.readings);
  });
  // From the right, so that positions hold.
  for (std::size_t i = spots.size(); i-- > 0;) {
    if (dates[i]) {
      judge_date(page, spots[i], diagnostics);
    } else {
      judge_number(page, spots[i], diagnostics);
    }
  }
  return title.has_value() || !spots.empty();
}

// A number whose symbol has no code that the pack does not know.
bool SecondLook::is_known(std::string_view number) const {
  const auto sequence = matcher_.tokenize(number);
  if (sequence.tokens.size() != 1 || !sequence.tokens[0].is("doc_number")) return false;
  std::string code;
  const auto known = [&] {
    while (!code.empty() && is_ascii_digit(code.back())) code.pop_back();
    return codes_.contains(code);
  };
  for (const char c : sequence.part(sequence.tokens[0], "symbol")) {
    if (c != '/' && c != '-' && c != ' ' && c != '&' && c != ',') {
      code += c;
      continue;
    }
    if (!code.empty() && !known()) return false;
    code.clear();
  }
  return known();
}

std::vector<SecondLook::Spot> SecondLook::odd_symbols(const PageText& page) const {
  std::vector<Spot> spots;
  for (std::size_t r = 0; r < page.rows.size(); ++r) {
    const auto& words = page.rows[r].words;
    std::size_t done = 0;
    for (std::size_t i = 0; i < words.size() && spots.size() < kMostSymbols; ++i) {
      if (!may_be_number(words[i].text)) continue;
      Spot spot{r, i, i + 1, {}, {}, false};
      if (open_end(words[i].text)) spot.end = std::min(i + 2, words.size());  // "QĐ-" goes on
      if (i > done && is_piece_of_number(words, i)) --spot.begin;             // "1 33/QĐ-TTg"
      double confidence = spot.begin < i ? 0 : 1;
      for (auto k = spot.begin; k < spot.end; ++k) {
        spot.text += words[k].text;
        confidence = std::min(confidence, words[k].confidence);
      }
      const auto below = r + 1 < page.rows.size() && spot.end == words.size() &&
                                 open_end(spot.text) && !page.rows[r + 1].words.empty()
                             ? page.rows[r + 1].words.front().text
                             : std::string();
      spot.doubted = confidence < kWellRead;
      if (spot.doubted || !is_known(without_end_signs(spot.text + below))) spots.push_back(spot);
      done = spot.end;
      i = spot.end - 1;
    }
  }
  return spots;
}

// "QHI5" and "QHI15" of QH15: a stroke before the digits at a known symbol's end is a one, or part
// of the one behind it.
std::string SecondLook::with_clear_end(std::string number) const {
  const auto digits = number.find_last_not_of("0123456789") + 1;
  if (digits < 2 || digits == number.size() || is_known(number)) return number;
  if (std::string_view("Il|").find(number[digits - 1]) == std::string_view::npos) return number;
  auto clear = number;
  if (number[digits] == '1' && digits + 1 < number.size())
    clear.erase(digits - 1, 1);
  else
    clear[digits - 1] = '1';
  return is_known(clear) ? clear : number;
}

// The reading that is taken, empty if none is; and in `sure` how much.
std::string SecondLook::agreed_on(const Spot& spot, double& sure) const {
  const auto seen = with_clear_end(number_in(spot.text));
  std::vector<std::string> known;
  std::size_t same = 0;
  for (auto reading : spot.readings) {
    reading = with_clear_end(number_in(std::move(reading)));
    same += reading == seen;
    if (is_known(reading)) known.push_back(reading);
  }
  const auto [again, often] = most_read(known);
  sure = often > 2 ? 0.95 : 0.85;
  if (spot.doubted && often >= kEnough && often == known.size() &&
      holds_in_order(serial_before(again), serial_before(seen)))
    return again;
  if (is_known(seen)) known.push_back(seen);
  const auto [most, votes] = most_read(known);
  sure = votes > 2 ? 0.95 : 0.85;
  const bool agreed = votes == known.size() || (votes >= kNearlyAll && votes + 1 == known.size()) ||
                      (most == seen && votes >= kEnough && most_other(known, most) < 2);
  if (votes >= 2 && agreed && same_digits(most, seen)) return most;
  // A code that the pack lacks, but every reading says so.
  sure = 0;
  return known.empty() && same + 1 >= spot.readings.size() ? seen : std::string();
}

void SecondLook::read_again(const PageText& page, std::vector<Spot>& spots) const {
  std::vector<LinePlace> places;
  for (const auto& spot : spots) places.push_back({spot.row, spot.begin, spot.end});
  const auto readings = read_lines(eyes_, page, places);
  for (std::size_t s = 0; s < spots.size(); ++s)
    for (const auto& reading : readings[s])
      spots[s].readings.push_back(
          words_in(reading, box_of(page.rows[spots[s].row], spots[s].begin, spots[s].end)));
}

// "ngày l6", "3l/12/2024", "tháng Ố năm", "ngày Ï 1/01/2025", "ngày 31/06/2015".
std::vector<SecondLook::Spot> SecondLook::odd_days(const PageText& page) const {
  std::vector<Spot> spots;
  const auto is_one_of = [](const auto& forms, const PageWord& word) {
    return forms.contains(language::comparison_form(word.text));
  };
  const auto is_date_word = [&](const PageWord& word) {
    return is_one_of(day_words_, word) || is_one_of(year_words_, word);
  };
  const PageWord* before = nullptr;
  for (std::size_t r = 0; r < page.rows.size(); ++r) {
    const auto& words = page.rows[r].words;
    for (std::size_t i = 0; i < words.size() && spots.size() < kMostSymbols; ++i) {
      const auto* last = std::exchange(before, &words[i]);
      if (last == nullptr || !is_date_word(*last)) continue;
      const auto text = without_end_signs(words[i].text);
      const bool more = i + 1 < words.size();
      const bool one = is_one_like_digit(text);
      if (may_be_digits(text) || (one && more && is_date_word(words[i + 1])) ||
          (is_one_of(day_words_, *last) && is_impossible_date(text))) {
        spots.push_back({r, i, i + 1, words[i].text, {}, true});
      } else if (one && more && words[i + 1].text.find('/') != std::string::npos &&
                 is_ascii_digit(words[i + 1].text.front())) {
        spots.push_back({r, i, i + 2, words[i].text + words[i + 1].text, {}, true});
      }
    }
  }
  return spots;
}

// Letters become the digits that the readings agree on; digits stay, unless there is no such date.
void SecondLook::look_at_days(PageText& page) const {
  auto spots = odd_days(page);
  if (spots.empty()) return;
  read_again(page, spots);
  for (std::size_t s = spots.size(); s-- > 0;) {
    const auto& spot = spots[s];
    const auto seen = without_end_signs(spot.text);
    const bool impossible = is_impossible_date(seen);
    std::vector<std::string> fitting;
    for (auto reading : spot.readings) {
      std::erase(reading, ' ');
      const auto read = without_end_signs(std::move(reading));
      if (impossible ? may_be_printed_for(seen, read) : is_with_digits(seen, read))
        fitting.push_back(read);
    }
    const auto [most, votes] = most_read(fitting);
    auto& row = page.rows[spot.row];
    const std::size_t enough = impossible ? kEnough : 2;
    if (votes >= enough && votes == fitting.size())
      put_words(row, spot.begin, spot.end, most + spot.text.substr(seen.size()));
    else if (impossible)
      row.words[spot.begin].confidence = std::min(row.words[spot.begin].confidence, kUnsure);
  }
}

void SecondLook::look_at_citations(PageText& page) const {
  look_at_symbols(page);
  look_at_days(page);
}

void SecondLook::look_at_symbols(PageText& page) const {
  auto spots = odd_symbols(page);
  if (spots.empty()) return;
  read_again(page, spots);
  for (std::size_t s = spots.size(); s-- > 0;) {
    auto& spot = spots[s];
    auto& row = page.rows[spot.row];
    const auto seen = number_in(spot.text);
    double sure = 0;
    const auto read = agreed_on(spot, sure);
    if (read.empty()) {
      for (auto i = spot.begin; i < spot.end; ++i)
        row.words[i].confidence = std::min(row.words[i].confidence, kUnsure);
      continue;
    }
    for (auto i = spot.begin; i < spot.end; ++i)
      row.words[i].confidence = std::max(row.words[i].confidence, sure);
    if (read == seen && spot.end == spot.begin + 1) continue;
    put_words(row, spot.begin, spot.end, read + spot.text.substr(seen.size()));
  }
}

}  // namespace kehoach::layout
