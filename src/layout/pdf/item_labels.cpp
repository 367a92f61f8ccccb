#include "layout/pdf/item_labels.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "language/comparison.h"
#include "layout/pdf/list_dashes.h"
#include "layout/text/roman_numerals.h"
#include "layout/text/mark.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kLongest = 6;  // letters of a label
constexpr double kSameEdge = 8;      // points: labels of one list begin at one place
constexpr int kNear = 3;             // numbers left out of a count: "11." behind "9." is no "II."
constexpr std::size_t kAhead = 300;  // labels that are looked at for the next of a list

enum class Kind { kNone, kRoman, kNumber, kLetter };

// The word that a row begins with, if it may be a label.
struct Label {
  PageText* page = nullptr;
  std::size_t row = 0;
  Kind kind = Kind::kNone;  // kNone: whatever it once was, it cannot be told from its own print
  bool part = false;        // "B.": as it stands it is no slip
  int value = 0;
  std::string body;  // without the sign at its end
  char sign = '.';
  double x = 0;
  bool capitals = false;  // of a heading in capitals
  bool comma = false;     // "7, Các xã": only where the count says that its sign was misread
};

// "11. UBND các xã" is no heading in capitals.
bool heads_in_capitals(const PageRow& row) {
  const auto upper = [&](std::size_t i) {
    return language::upper(row.words[i].text) == row.words[i].text;
  };
  return language::is_upper_word(row.words[1].text) && (row.words.size() == 2 || upper(2));
}

std::optional<Label> label_of(PageText& page, std::size_t r) {
  const auto& row = page.rows[r];
  if (row.words.size() < 2 || row.words[1].joined) return std::nullopt;
  const auto& text = row.words.front().text;
  const bool signed_so =
      text.size() > 1 && std::string_view(".)-,").find(text.back()) != std::string_view::npos;
  if (!signed_so) return std::nullopt;
  if (!language::starts_upper(row.words[1].text)) return std::nullopt;
  Label label;
  label.page = &page;
  label.row = r;
  label.body = text.substr(0, text.size() - 1);
  label.comma = text.back() == ',';
  label.sign = label.comma ? '.' : text.back();
  label.x = row.box.x0;
  label.capitals = heads_in_capitals(row);
  // "I-" of Party documents; other words that end so are none.
  if (base::code_points(label.body) > kLongest ||
      (label.sign == '-' && label.body.find_first_not_of("HIVX") != std::string::npos))
    return std::nullopt;
  const auto mark = read_mark_text(label.body + label.sign + ' ');
  if (mark && mark->numbers.size() == 1) {
    if (mark->kind == MarkKind::kRoman) label.kind = Kind::kRoman;
    if (mark->kind == MarkKind::kArabic) label.kind = Kind::kNumber;
    if (mark->kind == MarkKind::kLetter) label.kind = Kind::kLetter;
    label.part = mark->kind == MarkKind::kPart;
    label.value = mark->numbers.front();
  }
  return label;
}

class Labels {
 public:
  Labels(const std::vector<PageText*>& pages, const LabelLooks& looks) : looks_(looks) {
    for (auto* page : pages)
      for (std::size_t r = 0; r < page->rows.size(); ++r)
        if (auto label = label_of(*page, r)) labels_.push_back(std::move(*label));
  }

  void repair() {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (!read_roman(i) && !read_item(i, Kind::kNumber, number_))
        read_item(i, Kind::kLetter, letter_);
    }
  }

  std::size_t repaired() const { return repaired_; }
  const std::string& example() const { return example_; }
  int page() const { return page_; }

 private:
  // Where the count of one kind stands.
  struct Count {
    int last = 0;
    double x = 0;
  };

  bool read_roman(std::size_t i) {
    Label& label = labels_[i];
    const auto strokes =
        label.sign != ')' && !label.comma ? looks_.strokes_of(label.body) : std::nullopt;
    if (!strokes) return false;
    const int next = roman_ + 1;
    if (label.kind == Kind::kRoman && (label.value == next || label.value == 1)) {
      enter_roman(label.value);
      return true;
    }
    // "1." and "l." are numbers before all else; only above a heading in capitals may they be "I.".
    const bool number = label.kind == Kind::kNumber || looks_.is_taken_for("1", label.body);
    if (next <= kMostRoman && (label.capitals || !number) &&
        strokes == looks_.strokes_of(kNumerals[static_cast<std::size_t>(next)]) &&
        (label.kind != Kind::kNumber || !is_near(label, number_))) {
      put_right(label, kNumerals[static_cast<std::size_t>(next)]);
      enter_roman(next);
      return true;
    }
    if (const int value = torn_roman(i, *strokes); value > 0) {
      put_right(label, kNumerals[static_cast<std::size_t>(value)]);
      enter_roman(value);
      return true;
    }
    if (label.kind != Kind::kRoman) return false;
    if (label.capitals && label.value <= roman_ && roman_after(i) == next + 1) {
      put_right(label, kNumerals[static_cast<std::size_t>(next)]);
      enter_roman(next);
    } else {
      enter_roman(label.value);
    }
    return true;
  }

  // "HII." and "HIL." of III: letters that are no number, with the strokes of the next one or one
  // more or less, or two if the number behind it follows; or the strokes of that one, when its own
  // heading was not read. 0: none of them.
  int torn_roman(std::size_t i, const std::string& strokes) const {
    const auto& label = labels_[i];
    const int next = roman_ + 1;
    if (label.kind != Kind::kNone || next < 2 || next + 1 > kMostRoman) return 0;
    if (label.body.find_first_of("HI") == std::string::npos) return 0;
    const auto right = strokes_of(next);
    if (strokes == strokes_of(next + 1)) return next + 1;
    const bool upright = (right + strokes).find_first_not_of('i') == std::string::npos;
    const auto off =
        std::max(strokes.size(), right.size()) - std::min(strokes.size(), right.size());
    return upright && (off <= 1 || (off == 2 && follows(i, next + 1))) ? next : 0;
  }

  std::string strokes_of(int value) const {
    return looks_.strokes_of(kNumerals[static_cast<std::size_t>(value)]).value_or("");
  }

  // Has the next label at its place the strokes of that number?
  bool follows(std::size_t i, int value) const {
    for (auto k = i + 1; k < std::min(labels_.size(), i + kAhead); ++k) {
      if (std::abs(labels_[k].x - labels_[i].x) > kSameEdge || labels_[k].comma ||
          labels_[k].kind == Kind::kNumber)
        continue;
      return looks_.strokes_of(labels_[k].body) == strokes_of(value);
    }
    return false;
  }

  void enter_roman(int value) {
    roman_ = value;
    number_ = letter_ = {};
  }

  // The next number in capitals that can be read; 0 if there is none. All of them are seen: what
  // asks is one of them, so that no label is passed twice.
  int roman_after(std::size_t i) const {
    for (auto k = i + 1; k < labels_.size(); ++k)
      if (labels_[k].kind == Kind::kRoman && labels_[k].capitals && !labels_[k].comma)
        return labels_[k].value;
    return 0;
  }

  static bool fits(const Label& label, const Count& count) {
    return label.value == count.last + 1 || label.value == 1;
  }

  static bool is_near(const Label& label, const Count& count) {
    return label.value == 1 || (label.value > count.last && label.value - count.last <= kNear);
  }

  bool read_item(std::size_t i, Kind kind, Count& count) {
    Label& label = labels_[i];
    const bool same_edge = std::abs(label.x - count.x) <= kSameEdge;
    if (label.comma) return read_comma(label, kind, count, same_edge);
    // "e)" between "b)" and "d)"; a clear number that skips others is no slip.
    const bool slip = same_edge && looks_.is_taken_for(printed(kind, count.last + 1), label.body) &&
                      value_after(i, kind, label.x) == count.last + 2;
    const bool skips = label.value > count.last && !slip;
    if (label.kind == kind && (fits(label, count) || skips)) {
      enter(label, kind, label.value, count);
      return true;
    }
    if (count.last == 0 || !same_edge) return false;
    const int next = count.last + 1;
    const auto right = printed(kind, next);
    if (right.empty() || (kind == Kind::kLetter) != (label.sign == ')')) return false;
    // Another kind of label is none of this count, whatever its number.
    if (label.kind != Kind::kNone && label.kind != kind && label.kind != Kind::kRoman) return false;
    const bool looks = looks_.is_taken_for(right, label.body) && !label.part;
    const bool short_word = base::code_points(label.body) == 2 && label.kind == Kind::kNone &&
                            language::is_upper_word(label.body);  // "TP."
    const bool between = base::code_points(label.body) <= 2 && !short_word &&
                         value_after(i, kind, label.x) == next + 1;
    if (!looks && !between) return false;
    put_right(label, right);
    enter(label, kind, next, count);
    return true;
  }

  // The next number of a list, or what it is taken for, at its place. Others go on with a sentence.
  bool read_comma(Label& label, Kind kind, Count& count, bool same_edge) {
    if (kind != Kind::kNumber || count.last == 0 || !same_edge) return false;
    const int next = count.last + 1;
    const auto right = printed(kind, next);
    const bool is_next = label.kind == kind && label.value == next;
    if (!is_next && !looks_.is_taken_for(right, label.body)) return false;
    put_right(label, right);
    enter(label, kind, next, count);
    return true;
  }

  void enter(const Label& label, Kind kind, int value, Count& count) {
    count = {value, label.x};
    if (kind == Kind::kNumber) letter_ = {};
  }

  static std::string printed(Kind kind, int value) {
    if (kind == Kind::kNumber) return std::to_string(value);
    return std::string(item_letter(value));
  }

  // The next of the same list that can be read, before one of an outer list; 0 if there is none
  // near.
  int value_after(std::size_t i, Kind kind, double x) const {
    for (auto k = i + 1; k < std::min(labels_.size(), i + kAhead); ++k) {
      const auto& label = labels_[k];
      if (label.comma) continue;
      if (label.kind == Kind::kRoman) return 0;
      if (label.kind == Kind::kNumber && kind == Kind::kLetter) return 0;
      if (label.kind == kind && std::abs(label.x - x) <= kSameEdge) return label.value;
    }
    return 0;
  }

  void put_right(Label& label, std::string_view right) {
    PageWord& word = label.page->rows[label.row].words.front();
    std::string text = std::string(right) + label.sign;
    if (repaired_++ == 0) {
      example_ = "\"" + word.text + "\" is \"" + text + "\"";
      page_ = label.page->number;
    }
    put_text(word, std::move(text));
  }

  const LabelLooks& looks_;
  std::vector<Label> labels_;
  int roman_ = 0;
  Count number_, letter_;
  std::size_t repaired_ = 0;
  std::string example_;
  int page_ = 0;
};

}  // namespace

void repair_labels(const std::vector<PageText*>& pages, const LabelLooks& looks,
                   base::Diagnostics& diagnostics) {
  for (auto* page : pages) repair_dashes(*page);
  Labels labels(pages, looks);
  labels.repair();
  if (labels.repaired() == 0) return;
  const bool one = labels.repaired() == 1;
  diagnostics.push_back({"labels-repaired",
                         base::Severity::kInfo,
                         std::to_string(labels.repaired()) + (one ? " label" : " labels") +
                             " of headings and items read off images " + (one ? "was" : "were") +
                             " put right where the count leaves one reading (" + labels.example() +
                             "); `original` of a value's evidence keeps what was read",
                         labels.page(),
                         {}});
}

}  // namespace kehoach::layout
