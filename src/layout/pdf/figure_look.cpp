#include "layout/pdf/figure_look.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "language/letters.h"
#include "layout/pdf/line_look.h"
#include "layout/text/mark.h"

namespace kehoach::layout {
namespace {

constexpr double kDoubted = 0.9, kAgreed = 0.9;
constexpr double kHardlyRead = 0.5;  // below, another figure that nearly all readings have is taken
constexpr double kUnsure = 0.3;
// Two readings as the first one, and the other two each of its own: three to one.
constexpr double kHalfSure = 0.7, kMostAgreed = 0.82;
constexpr double kEdge = 0.08;            // of the page's height
constexpr std::size_t kMostFigures = 12;  // of a page
constexpr std::size_t kEnough = 3;        // readings

// "5%", "12,5", "1.200", "16/6/2022": digits and signs, no number of a document.
bool is_figure(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = base::next_code_point(text, i);
    if (language::is_letter(c)) return false;
    digits += c >= U'0' && c <= U'9';
  }
  return digits > 0;
}

// "10 15" of "10-15": what stands between digits was not read.
bool has_gap(std::string_view figure) {
  const auto is_digit = [&](std::size_t i) { return figure[i] >= '0' && figure[i] <= '9'; };
  for (auto at = figure.find(' '); at != figure.npos; at = figure.find(' ', at + 1))
    if (is_digit(at - 1) && is_digit(at + 1)) return true;
  return false;
}

// Its digits and what stands between them, with one sign of percent; without a sentence's signs.
std::string figure_in(std::string_view text) {
  if (!is_figure(text)) return {};
  const auto begin = text.find_first_of("0123456789");
  const auto end = text.find_last_of("0123456789") + 1;
  std::string figure(text.substr(begin, end - begin));
  if (has_gap(figure)) return {};
  std::erase(figure, ' ');
  return text.find('%', end) == text.npos ? figure : figure + '%';
}

// Labels of items are counted, pages too.
bool is_label(const PageText& page, const PageRow& row, std::size_t i) {
  const auto& text = row.words[i].text;
  const bool edge = row.baseline < kEdge * page.height || row.baseline > (1 - kEdge) * page.height;
  if (row.words.size() == 1 && edge) return true;
  const auto mark = i == 0 ? read_mark_text(text + " ") : std::nullopt;
  return mark && mark->size == text.size();
}

// How many readings have each figure in the word's place.
std::map<std::string, std::size_t> votes_of(const std::vector<read::ScanPage>& readings,
                                            const base::Box& box) {
  std::map<std::string, std::size_t> votes;
  for (const auto& reading : readings) ++votes[figure_in(words_in(reading, box))];
  return votes;
}

// Puts another figure in the place of the one that was read first.
void put_figure(PageWord& word, const std::string& figure) {
  const auto begin = word.text.find_first_of("0123456789");
  const auto end = word.text.find_last_of("0123456789%") + 1;
  auto text = word.text;
  put_text(word, text.replace(begin, end - begin, figure));
}

// Readings that agree are surer than the first: all of them, or most where that hardly read. Where
// most have another and none has that of the first, it is as good as unread.
void judge(PageWord& word, std::map<std::string, std::size_t> votes, std::size_t readings) {
  const auto seen = figure_in(word.text);
  const auto most = std::max_element(
      votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == votes.end()) return;
  const auto& [figure, count] = *most;
  const bool agreed = !figure.empty() && count >= kEnough;
  if (agreed && figure == seen) {
    word.confidence = std::max(word.confidence, kAgreed);
  } else if (agreed && (word.confidence < kHardlyRead || count == readings)) {
    put_figure(word, figure);
    word.confidence = kAgreed;
  } else if (count == 2 && votes[seen] == 2 && word.confidence >= kHalfSure &&
             std::none_of(votes.begin(), votes.end(), [&](const auto& vote) {
               return vote.second == 2 && vote.first != seen;
             })) {
    word.confidence = std::max(word.confidence, kMostAgreed);
  } else if (agreed && !votes.contains(seen)) {
    word.confidence = std::min(word.confidence, kUnsure);
  }
}

}  // namespace

void look_at_figures(PageText& page, const read::PageEyes& eyes) {
  std::vector<LinePlace> places;
  for (std::size_t r = 0; r < page.rows.size(); ++r) {
    const auto& words = page.rows[r].words;
    for (std::size_t i = 0; i < words.size() && places.size() < kMostFigures; ++i)
      if (!words[i].stamped && words[i].confidence < kDoubted && is_figure(words[i].text) &&
          !is_label(page, page.rows[r], i))
        places.push_back({r, i, i + 1});
  }
  if (places.empty()) return;
  const auto readings = read_lines(eyes, page, places);
  for (std::size_t p = 0; p < places.size(); ++p) {
    auto& word = page.rows[places[p].row].words[places[p].begin];
    judge(word, votes_of(readings[p], word.box), readings[p].size());
  }
}

}  // namespace kehoach::layout
