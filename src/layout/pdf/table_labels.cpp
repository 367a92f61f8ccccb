#include "layout/pdf/table_labels.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "layout/text/roman_numerals.h"
#include "match/values.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kFewestColumns = 3;
constexpr std::size_t kLongest = 6;    // letters of a label
constexpr double kCounted = 0.5;       // how sure a label is that only its neighbours tell
constexpr std::size_t kMostSlips = 4;  // of the labels of groups, one in so many was mistaken

// A row's first cell, as far as it may be a label.
struct Label {
  PageWord* word = nullptr;  // nullptr: the cell is empty
  std::string body;          // without the signs around it
  bool group = false;
  TableCell* cell = nullptr;
  const PageWord* beside = nullptr;  // the first word of the row's second cell
};

std::string body_of(std::string_view text) {
  const auto begin = text.find_first_not_of('(');
  if (begin == text.npos) return {};
  const auto end = text.find_last_not_of(".)/,");
  return end == text.npos || end < begin ? std::string()
                                         : std::string(text.substr(begin, end + 1 - begin));
}

const PageWord* first_word(const TableCell& cell) {
  for (const auto& row : cell.lines)
    if (!row.words.empty()) return &row.words.front();
  return nullptr;
}

bool has_words(const TableCell& cell) { return first_word(cell) != nullptr; }

// The label of each row whose first cell is empty or one short word.
std::vector<Label> labels_of(PageTable& table) {
  std::vector<Label> labels;
  for (std::size_t c = 0; c < table.cells.size();) {
    auto& first = table.cells[c];
    std::size_t filled = 0, end = c;
    const PageWord* beside = nullptr;
    for (; end < table.cells.size() && table.cells[end].row == first.row; ++end) {
      if (end == c || !has_words(table.cells[end])) continue;
      ++filled;
      if (table.cells[end].column == 1) beside = first_word(table.cells[end]);
    }
    c = end;
    if (first.column != 0 || first.colspan > 1 || filled == 0) continue;
    Label label;
    label.cell = &first;
    label.beside = beside;
    label.group = filled == 1 && beside != nullptr;
    if (has_words(first)) {
      if (first.lines.size() != 1 || first.lines.front().words.size() != 1) continue;
      label.word = &first.lines.front().words.front();
      label.body = body_of(label.word->text);
      if (label.body.empty() || base::code_points(label.body) > kLongest) continue;
    }
    labels.push_back(std::move(label));
  }
  return labels;
}

bool has_roman_letter(std::string_view body) { return body.find_first_of("IVX") != body.npos; }

std::optional<int> number_of(const std::string& body) {
  return body.size() <= 3 ? match::parse_int(body) : std::nullopt;
}

void put_right(Label& label, std::string_view right) {
  auto& word = *label.word;
  auto text = word.text;
  put_text(word, text.replace(text.find(label.body), label.body.size(), right));
  label.body = right;
}

// A label that was not read, on the line of the words beside it.
void put_in(Label& label, std::string text) {
  PageWord word = *label.beside;
  word.box.x0 = label.cell->box.x0;
  word.box.x1 = std::min(label.cell->box.x1, label.beside->box.x0);
  word.text = std::move(text);
  word.original.clear();
  word.confidence = kCounted;
  label.cell->lines = {make_row({std::move(word)})};
}

class Rows {
 public:
  explicit Rows(const LabelLooks& looks) : looks_(looks) {}

  void add(std::vector<Label> labels) {
    std::move(labels.begin(), labels.end(), std::back_inserter(labels_));
  }

  std::size_t repair() {
    if (counts_groups()) repair_groups();
    repair_numbers();
    return repaired_;
  }

 private:
  std::size_t strokes_off(const std::string& body, std::size_t number) const {
    const auto read = looks_.strokes_of(body), right = looks_.strokes_of(kNumerals[number]);
    if (!read || !right) return kLongest;
    if (*read == *right) return 0;
    // One upright stroke less or more at the end.
    return *read + "i" == *right || *right + "i" == *read ? 1 : kLongest;
  }

  // A Roman number with a letter in it that is of none: "VINH" for VIII.
  bool is_garbled(const std::string& body) const {
    return has_roman_letter(body) && base::code_points(body) > 2 && !looks_.strokes_of(body);
  }

  // Do the labels of groups count in Roman numbers?
  bool counts_groups() const {
    std::size_t number = 0, right = 0, slips = 0, unread = 0;
    bool sure = false;
    for (const auto& label : labels_) {
      if (!label.group) continue;
      if (++number >= kNumerals.size()) return false;
      unread += label.word == nullptr;
      if (label.word == nullptr) continue;
      const auto off = strokes_off(label.body, number);
      // It is right if a row before it is no group but goes on with one.
      const bool other = off == 1 && unread > 0 && label.body == kNumerals[number - unread];
      if (other || (off > 1 && !is_garbled(label.body))) return false;
      right += off == 0;
      slips += off > 0;
      sure = sure || (number > 1 && off == 0 && has_roman_letter(label.body));
    }
    return sure && right > 1 && slips * kMostSlips <= right + slips;
  }

  void repair_groups() {
    std::vector<Label*> groups;
    for (auto& label : labels_)
      if (label.group) groups.push_back(&label);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      auto& label = *groups[i];
      const auto right = kNumerals[i + 1];
      if (label.body == right) continue;
      if (label.word != nullptr) {
        put_right(label, right);
      } else if (i > 0 && i + 1 < groups.size() && groups[i - 1]->word && groups[i + 1]->word) {
        const auto& before = groups[i - 1]->word->text;
        put_in(label, std::string(right) + (before.ends_with('.') ? "." : ""));
      } else {
        continue;
      }
      ++repaired_;
    }
  }

  // The number of the row behind, if it has one and is no group's.
  std::optional<int> number_after(std::size_t i) const {
    if (++i >= labels_.size() || labels_[i].group) return std::nullopt;
    return number_of(labels_[i].body);
  }

  void repair_numbers() {
    int last = 0;
    bool counts = false;  // `last` came behind the number before it, or is 1
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      auto& label = labels_[i];
      if (label.group) last = 0;
      if (label.group || label.word == nullptr) continue;
      const auto number = number_of(label.body);
      const int next = last + 1;
      const bool followed = number_after(i) == next + 1;
      const bool between = counts && last > 0 && followed;
      // "I" is a label too.
      const bool looks =
          looks_.is_taken_for(std::to_string(next), label.body) && (last > 0 || followed);
      const bool mistaken = number ? *number != next && between
                                   : looks || (between && base::code_points(label.body) <= 2);
      if (mistaken) {
        put_right(label, std::to_string(next));
        ++repaired_;
      }
      const int now = mistaken ? next : number.value_or(0);
      counts = now == 1 || now == next;
      last = now;
    }
  }

  const LabelLooks& looks_;
  std::vector<Label> labels_;
  std::size_t repaired_ = 0;
};

}  // namespace

std::size_t repair_table_labels(const std::vector<PageTable*>& tables, const LabelLooks& looks) {
  std::size_t repaired = 0;
  for (std::size_t t = 0; t < tables.size();) {
    Rows rows(looks);
    const auto columns = tables[t]->columns;
    for (; t < tables.size() && tables[t]->columns == columns; ++t)
      if (columns >= kFewestColumns) rows.add(labels_of(*tables[t]));
    repaired += rows.repair();
  }
  return repaired;
}

}  // namespace kehoach::layout
