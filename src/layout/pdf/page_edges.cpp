#include "layout/pdf/page_edges.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "layout/tables/page_rules.h"

namespace kehoach::layout {
namespace {

constexpr double kEdge = 0.08;         // of the page's height
constexpr double kDeepEdge = 0.12;     // … for a number alone in the middle
constexpr double kMiddle = 0.03;       // of the page's width
constexpr double kSureWord = 0.8;      // off an image; a row without one may be dirt
constexpr double kRunningShare = 0.4;  // of the pages that repeat a row
constexpr double kSamePlace = 4;       // points
constexpr double kBeside = 0.7;        // of a row's size: no next line stands as near
constexpr double kSmall = 0.93;        // of the text's size: footnotes are smaller
constexpr double kShortestRule = 60, kLongestRule = 260;  // points: over footnotes
constexpr double kNextLine = 1.6;                         // of the size
constexpr double kFootnotePart = 0.4;                     // of the page's height, from above

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "12", "- 12 -", "12/30": a number with nothing but signs around it.
bool is_page_number(const PageRow& row) {
  std::size_t digits = 0, numbers = 0;
  bool in_number = false;
  for (const auto& word : row.words) {
    for (const char c : word.text) {
      const bool digit = is_digit(c);
      if (!digit && c != '-' && c != '/' && c != '.' && c != '|' && c != '[' && c != ']' &&
          !word.text.starts_with("–") && !word.text.starts_with("—"))
        return false;
      numbers += digit && !in_number;
      digits += digit;
      in_number = digit;
    }
    in_number = false;
  }
  return digits >= 1 && digits <= 8 && numbers <= 2 && row.words.size() <= 3;
}

bool may_be_dirt(const PageRow& row) {
  return std::all_of(row.words.begin(), row.words.end(),
                     [](const PageWord& word) { return word.confidence < kSureWord; });
}

std::string without_digits(const PageRow& row) {
  std::string key;
  for (const auto& word : row.words) {
    for (const char c : word.text) {
      if (!is_digit(c))
        key += c;
      else if (key.empty() || key.back() != '#')
        key += '#';
    }
    key += ' ';
  }
  return key;
}

class RowRoles {
 public:
  RowRoles(const std::vector<PageText>& pages, const std::vector<Margins>& margins,
           const std::vector<std::vector<char>>& inside, double text_size)
      : pages_(pages), margins_(margins), inside_(inside), text_size_(text_size) {
    for (const auto& page : pages_) roles_.emplace_back(page.rows.size(), RowRole::kText);
  }

  std::vector<std::vector<RowRole>> find() {
    find_running();
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      find_page_number(p);
      find_footnotes(p);
    }
    return std::move(roles_);
  }

 private:
  bool at_edge(std::size_t p, const PageRow& row, double edge = kEdge) const {
    const double height = pages_[p].height;
    return row.baseline < edge * height || row.baseline > (1 - edge) * height;
  }

  bool in_middle(std::size_t p, const PageRow& row) const {
    const double middle = (row.box.x0 + row.box.x1) / 2, near = kMiddle * pages_[p].width;
    return std::abs(middle - pages_[p].width / 2) < near ||
           std::abs(middle - margins_[p].centre()) < near;
  }

  bool place_of_number(std::size_t p, const PageRow& row) const {
    return at_edge(p, row) || (at_edge(p, row, kDeepEdge) && in_middle(p, row));
  }

  bool free(std::size_t p, std::size_t i) const {
    return !inside_[p][i] && roles_[p][i] == RowRole::kText;
  }

  void find_running() {
    struct Place {
      std::size_t page, row;
    };
    std::map<std::string, std::vector<Place>> rows;
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      for (std::size_t i = 0; i < pages_[p].rows.size(); ++i) {
        const auto& row = pages_[p].rows[i];
        const bool tagged = std::all_of(row.words.begin(), row.words.end(),
                                        [](const PageWord& word) { return word.artifact; });
        if (!at_edge(p, row) || inside_[p][i]) continue;
        if (tagged) roles_[p][i] = RowRole::kRunning;
        const auto place = std::lround(row.baseline / kSamePlace);
        rows[std::to_string(place) + without_digits(row)].push_back({p, i});
      }
    }
    const auto enough = std::max<std::size_t>(
        2, static_cast<std::size_t>(kRunningShare * static_cast<double>(pages_.size())));
    for (const auto& [key, places] : rows) {
      // Two pages prove only what counts them.
      if (places.size() < enough || (pages_.size() < 3 && key.find('#') == std::string::npos))
        continue;
      for (const auto& place : places) roles_[place.page][place.row] = RowRole::kRunning;
    }
  }

  // The first or the last row that is no running header nor dirt, if it is a number at an edge.
  void find_page_number(std::size_t p) {
    const auto& rows = pages_[p].rows;
    std::size_t first = 0, last = rows.size();
    const auto passed = [&](std::size_t i) {
      return roles_[p][i] == RowRole::kRunning ||
             (may_be_dirt(rows[i]) && !is_page_number(rows[i]));
    };
    while (first < rows.size() && passed(first)) ++first;
    while (last > first && passed(last - 1)) --last;
    if (first == last) return;
    for (const auto i : {first, last - 1}) {
      if (free(p, i) && place_of_number(p, rows[i]) && is_page_number(rows[i]))
        roles_[p][i] = RowRole::kPageNumber;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (roles_[p][i] == RowRole::kRunning && is_page_number(rows[i]))
        roles_[p][i] = RowRole::kPageNumber;
    }
  }

  // The lowest short rule at the left margin with nothing but small print below.
  void find_footnotes(std::size_t p) {
    const auto& rows = pages_[p].rows;
    const double top = kFootnotePart * pages_[p].height;
    const auto marks = raised_marks(pages_[p]);
    const PageRules rules(pages_[p]);
    // A footnote that goes on from the page before stands first, below a rule that may be longer.
    const bool goes_on =
        p > 0 && std::count(roles_[p - 1].begin(), roles_[p - 1].end(), RowRole::kFootnote) > 0;
    const double longest = goes_on ? pages_[p].width : kLongestRule;
    std::size_t first = rows.size();
    for (auto i = rows.size(); i-- > 0;) {
      if (!free(p, i) || rows[i].baseline < top) {
        if (roles_[p][i] == RowRole::kText) break;
        continue;
      }
      if (size_of(rows, i) > kSmall * text_size_) break;
      const double above = i > 0 ? rows[i - 1].baseline : 0;  // a table may be all that is above
      const bool under_rule = rule_between(p, rules, above, rows[i].baseline, longest);
      if (under_rule || !footnote_label(rows[i], marks).empty()) first = i;
      if (under_rule) break;
    }
    while (goes_on && first > 0 && first < rows.size() && free(p, first - 1) &&
           rows[first - 1].size <= kSmall * text_size_ &&
           rows[first].baseline - rows[first - 1].baseline < kNextLine * rows[first].size)
      --first;
    for (auto i = first; i < rows.size(); ++i)
      if (free(p, i)) roles_[p][i] = RowRole::kFootnote;
  }

  // Scans tell sizes roughly; a line is no larger than it stands above the next one. What stands
  // nearer is beside it.
  static double size_of(const std::vector<PageRow>& rows, std::size_t i) {
    if (i + 1 == rows.size()) return rows[i].size;
    const double pitch = rows[i + 1].baseline - rows[i].baseline;
    return pitch > kBeside * rows[i].size ? std::min(rows[i].size, pitch) : rows[i].size;
  }

  bool rule_between(std::size_t p, const PageRules& rules, double above, double below,
                    double longest) const {
    return rules.any(above, below, [&](const base::Box& rule) {
      const double width = rule.x1 - rule.x0;
      return width >= kShortestRule && width <= longest &&
             std::abs(rule.x0 - margins_[p].left) < 15;
    });
  }

  const std::vector<PageText>& pages_;
  const std::vector<Margins>& margins_;
  const std::vector<std::vector<char>>& inside_;
  double text_size_;
  std::vector<std::vector<RowRole>> roles_;
};

}  // namespace

std::vector<std::vector<RowRole>> find_row_roles(const std::vector<PageText>& pages,
                                                 const std::vector<Margins>& margins,
                                                 const std::vector<std::vector<char>>& inside,
                                                 double text_size) {
  return RowRoles(pages, margins, inside, text_size).find();
}

std::string bare_mark(const std::string& word) {
  const auto begin = word.find_first_not_of("[(");
  if (begin == std::string::npos) return word;
  return word.substr(begin, word.find_last_not_of("]).,;") + 1 - begin);
}

std::set<std::string> raised_marks(const PageText& page) {
  std::set<std::string> marks;
  for (const auto& row : page.rows) {
    for (const auto& word : row.words)
      if (word.raised) marks.insert(bare_mark(word.text));
  }
  return marks;
}

std::string footnote_label(const PageRow& row, const std::set<std::string>& marks) {
  if (row.words.empty()) return {};
  const auto& first = row.words.front();
  std::string label;
  for (const char c : first.text) {
    if (!is_digit(c) && c != '*') break;
    label += c;
  }
  if (label.empty() || label.size() > 3) return {};
  const bool raised = label.size() == first.text.size() && first.raised;
  return raised || marks.count(label) > 0 ? label : std::string();
}

}  // namespace kehoach::layout
