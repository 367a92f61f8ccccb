#include "layout/pdf/paragraph_joints.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/syllable.h"
#include "layout/pdf/row_tokens.h"
#include "layout/text/mark.h"

namespace kehoach::layout {
namespace {

constexpr double kSameEdge = 3.5;       // points
constexpr double kFirstIndent = 8;      // points: a paragraph's first line stands in by more
constexpr double kBlockIndent = 60;     // points: more than a first line stands in by
constexpr double kBracketIndent = 90;   // points: further in, brackets stand for a table's unit
constexpr double kWideGap = 1.28;       // of the usual distance of lines: room before a paragraph
constexpr double kParting = 1.7;        // … no paragraph goes on over
constexpr double kOtherSize = 0.15;     // of the size
constexpr double kCentredBy = 12;       // points: how far from the middle a centred line may stand
constexpr double kCentredShare = 0.25;  // … or of the room beside it
constexpr double kLongLine = 0.6;       // of the width

bool ends_with_any(std::string_view text, std::string_view signs) {
  return !text.empty() && signs.find(text.back()) != std::string_view::npos;
}

bool is_text(const FlowLine& line) {
  return line.table < 0 &&
         !(line.kind && (is_noise(*line.kind) || line.kind == BlockKind::kFootnote));
}

class Joints {
 public:
  Joints(const std::vector<FlowLine>& lines, const match::Matcher& matcher)
      : lines_(lines), matcher_(matcher), joints_(lines.size(), 0) {}

  std::vector<char> find() {
    measure_pitch();
    const FlowLine* last = nullptr;
    const FlowLine* last_note = nullptr;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto& line = lines_[i];
      if (line.table >= 0) {
        last = nullptr;
        continue;
      }
      if (!is_text(line)) {
        joints_[i] = line.joint == Joint::kGoesOn && last_note && last_note->kind == line.kind;
        if (line.kind == BlockKind::kFootnote) last_note = &line;
        continue;
      }
      const bool joined = last && goes_on(*last, line);
      joints_[i] = joined;
      if (joined) {
        // The second line of a paragraph shows where its lines begin.
        continued_at_ = indent(line);
      } else {
        continued_at_.reset();
        first_ = &line;
      }
      last = &line;
    }
    return std::move(joints_);
  }

 private:
  // The usual distance of lines that follow each other at the left margin.
  void measure_pitch() {
    std::map<long, std::size_t> counts;  // of half points
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const auto& a = lines_[i - 1];
      const auto& b = lines_[i];
      if (a.page != b.page || !is_text(a) || !is_text(b)) continue;
      if (std::abs(b.row.box.x0 - b.margins.left) > kSameEdge) continue;
      const double distance = b.row.baseline - a.row.baseline;
      if (distance > 0.8 * b.row.size && distance < 3 * b.row.size)
        ++counts[std::lround(2 * distance)];
    }
    const auto most =
        std::max_element(counts.begin(), counts.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    pitch_ = most == counts.end() ? 0 : static_cast<double>(most->first) / 2;
  }

  double pitch(const FlowLine& line) const { return std::max(pitch_, 1.15 * line.row.size); }

  bool goes_on(const FlowLine& a, const FlowLine& b) const {
    if (b.joint != Joint::kByShape) return b.joint == Joint::kGoesOn;
    if (a.kind != b.kind || b.after_rule) return false;
    if (a.row.words.empty() || b.row.words.empty()) return false;
    if (std::abs(a.row.size - b.row.size) > kOtherSize * std::max(a.row.size, b.row.size))
      return false;
    // The top of the next column is as the next page.
    const double gap = b.row.baseline - a.row.baseline;
    const bool same_page = a.page == b.page && gap >= 0;
    if (same_page && gap > kParting * pitch(a)) return false;
    if (explains_item(b)) return true;
    // Full lines of a paragraph stand in the middle too.
    const bool stand_in = stands_in(a) || stands_in(b);
    if (stand_in && is_centred(a) && is_centred(b) && !aligned_left(a, b))
      return same_page && goes_on_centred(a, b);
    return goes_on_in_text(a, b, same_page && gap > kWideGap * pitch(a));
  }

  static bool stands_in(const FlowLine& line) {
    return line.row.box.x0 - line.margins.left > kSameEdge &&
           line.margins.right - line.row.box.x1 > kSameEdge;
  }

  // "(Sở Y tế chủ trì; xong trước ngày 5/3)": a line in brackets below an item belongs to it.
  bool explains_item(const FlowLine& line) const {
    if (!line.row.words.front().text.starts_with("(") || opens_item(row_text(line.row)))
      return false;
    return bold_share(first_->row) < 0.5 && opens_item(row_text(first_->row)) &&
           indent(line) < kBracketIndent;
  }

  // Both begin at one place and end at two: in the middle by chance.
  static bool aligned_left(const FlowLine& a, const FlowLine& b) {
    return std::abs(a.row.box.x0 - b.row.box.x0) < 1 && std::abs(a.row.box.x1 - b.row.box.x1) > 4;
  }

  // Lines of a title: the same weight and case, no sentence between them.
  bool goes_on_centred(const FlowLine& a, const FlowLine& b) const {
    if ((bold_share(a.row) > 0.5) != (bold_share(b.row) > 0.5)) return false;
    // "Phần thứ nhất" and its title below are one heading.
    if (first_ == &a && RowTokens(a.row, matcher_).is("part_mark")) return true;
    const auto above = row_text(a.row), below = row_text(b.row);
    const bool bracketed = first_->row.words.front().text.starts_with("(");
    if (opens_item(below)) return false;
    if (ends_with_any(above, bracketed ? ".:;)" : ".:;") || below.starts_with("(")) return false;
    if (is_all_capitals(above) != is_all_capitals(below)) return false;
    if (first_ != &a) return true;
    const RowTokens tokens(a.row, matcher_);
    return !opens_title(tokens) && !tokens.is("body_head");
  }

  // "KẾ HOẠCH", "PHỤ LỤC II": the title below is a line of its own.
  bool opens_title(const RowTokens& tokens) const {
    const auto& text = tokens.text();
    return tokens.starts("doc_type") && std::count(text.begin(), text.end(), ' ') <= 3;
  }

  bool goes_on_in_text(const FlowLine& a, const FlowLine& b, bool wide_gap) const {
    const auto& above = a.row.words.back().text;
    const auto text = row_text(b.row);
    const bool lower = starts_lower(b.row);
    const bool ended = ends_with_any(above, ".;:!?");
    if (above.ends_with("./.")) return false;
    const bool turned = a.page_width != b.page_width;
    if (turned && !(lower && !ended)) return false;
    if (stands_right(a) || (is_all_capitals(row_text(a.row)) && !is_all_capitals(text)))
      return false;
    const bool full = is_full(a, b.row.words.front());
    const bool at_edge = continues_edge(b);
    const bool bolds_differ = (bold_share(a.row) > 0.9 && bold_share(b.row) < 0.1) ||
                              (bold_share(a.row) < 0.1 && bold_share(b.row) > 0.9);
    if (bolds_differ && !(lower && full && !ended)) return false;
    if (opens_item(text) && !(at_edge && full && !ended && indented_style())) return false;
    if (ended && (wide_gap || (!indented_style() && !lower && !full))) return false;
    if (wide_gap && !(full && lower)) return false;
    if (full) return at_edge || (lower && !ended);
    return lower && !ended && at_edge &&
           a.row.box.x1 - a.margins.left > kLongLine * a.margins.width();
  }

  // The first line of no paragraph: a place and date, a position.
  bool stands_right(const FlowLine& line) const {
    return first_ == &line && line.row.box.x0 > line.margins.left + 0.35 * line.margins.width();
  }

  // No room was left for the next word.
  static bool is_full(const FlowLine& line, const PageWord& next) {
    const double needed = next.box.x1 - next.box.x0 + 0.2 * line.row.size;
    return line.row.box.x1 + needed > line.margins.right - 1;
  }

  // The line begins where lines of this paragraph do: at the margin, or hanging below the text that
  // follows the paragraph's mark.
  bool continues_edge(const FlowLine& line) const {
    const double x = indent(line);
    if (continued_at_) return std::abs(x - *continued_at_) <= kSameEdge;
    if (std::abs(x) <= kSameEdge) return true;
    const double first = indent(*first_);
    // A block that stands in as a whole, or one whose first line hangs out.
    if (std::abs(x - first) <= kSameEdge) return first > kBlockIndent;
    return x > first && opens_item(row_text(first_->row));
  }

  static double indent(const FlowLine& line) { return line.row.box.x0 - line.margins.left; }

  // The paragraph's first line stands in further than the others.
  bool indented_style() const { return indent(*first_) > kFirstIndent; }

  static bool opens_item(const std::string& text) {
    const auto mark = read_mark_text(text);
    return mark && (mark->spaced || mark->dotted);
  }

  static bool starts_lower(const PageRow& row) {
    const auto& word = row.words.front().text;
    std::size_t i = 0;
    std::string first;
    if (word.empty()) return false;
    base::append_code_point(first, base::next_code_point(word, i));
    return language::lower(first) == first && language::upper(first) != first;
  }

  const std::vector<FlowLine>& lines_;
  const match::Matcher& matcher_;
  std::vector<char> joints_;
  double pitch_ = 0;
  const FlowLine* first_ = nullptr;     // of the open paragraph
  std::optional<double> continued_at_;  // where its further lines begin
};

}  // namespace

bool is_centred(const FlowLine& line) {
  const double left = line.row.box.x0 - line.margins.left;
  const double right = line.margins.right - line.row.box.x1;
  // Where lines are not justified the right margin is not quite known.
  const double tolerance = std::max(kCentredBy, kCentredShare * std::min(left, right));
  const double middle = (line.row.box.x0 + line.row.box.x1) / 2;
  return left > -kSameEdge && (std::abs(left - right) < tolerance ||
                               std::abs(middle - line.page_width / 2) < kCentredBy / 4);
}

std::vector<char> find_joints(const std::vector<FlowLine>& lines, const match::Matcher& matcher) {
  return Joints(lines, matcher).find();
}

bool joins_without_space(const std::string& before, const std::string& after) {
  if (before.size() > 1 && (before.ends_with("-") || before.ends_with("/"))) {
    const bool sign_before = before[before.size() - 2] == ' ';
    return !sign_before;
  }
  const bool number = !before.empty() && before.back() >= '0' && before.back() <= '9';
  return number && after.size() > 1 && after.front() == '/';
}

}  // namespace kehoach::layout
