#include "plan/figures/figure_subjects.h"

#include <algorithm>

namespace kehoach::plan {
namespace {

using match::TokenRange;

// A code names the figure only near the start of the phrase: "Chỉ số CCHC của tỉnh" is the index,
// "tỷ lệ tiêu chí của Chỉ số CCHC" is not.
constexpr std::size_t kCodeReach = 6;

class SubjectReader {
 public:
  SubjectReader(const Passage& passage, TokenRange range) : passage_(passage), range_(range) {}

  std::vector<Subject> read() {
    cut_at_starts();
    std::vector<Subject> subjects;
    for (const auto& piece : pieces_) subjects.push_back(subject(piece));
    return subjects;
  }

 private:
  bool joins(std::size_t i) const {
    return passage_.text(i) == "," || (passage_.starting(passage_.links, i) &&
                                       passage_.starting(passage_.links, i)->kind == "and");
  }

  // Whether an indicator of a code or a head noun opens at `i`.
  bool opens_indicator(std::size_t i) const {
    return passage_.token(i).is("indicator") || passage_.starting(passage_.heads, i);
  }

  const match::Token* coded(TokenRange piece) const {
    const std::size_t end = std::min(piece.end, piece.begin + kCodeReach);
    for (std::size_t i = piece.begin; i < end; ++i) {
      if (passage_.token(i).is("indicator")) return &passage_.token(i);
      if (passage_.text(i) == ",") return nullptr;
    }
    return nullptr;
  }

  // A new indicator starts after a comma or "và" if it has a head noun or a code, and the one
  // before has the same kind of start.
  void cut_at_starts() {
    drop_opening();
    pieces_ = {range_};
    if (range_.empty() || !opens_indicator(range_.begin)) {
      if (range_.empty() || !coded(range_)) return;
    }
    for (std::size_t i = range_.begin + 1; i + 1 < range_.end; ++i) {
      if (!joins(i) || !opens_indicator(i + 1) || passage_.depth_at(i) > base_depth()) continue;
      if (!same_kind(pieces_.back().begin, i + 1)) continue;
      pieces_.back().end = i;
      pieces_.push_back({i + 1, range_.end});
    }
    drop_same_code();
  }

  int base_depth() const { return passage_.depth_at(range_.begin); }

  // Two codes, or two head nouns of the same words ("tỷ lệ … và tỷ lệ …").
  bool same_kind(std::size_t first, std::size_t second) const {
    if (coded({first, range_.end}) && coded({second, range_.end})) return true;
    const auto* a = passage_.starting(passage_.heads, first);
    const auto* b = passage_.starting(passage_.heads, second);
    return a && b && a->kind == b->kind && a->kind == "index";
  }

  // "Theo kết quả công bố, Chỉ số …": words before the first indicator name nothing.
  void drop_opening() {
    if (range_.empty() || opens_indicator(range_.begin) || coded(range_)) return;
    for (std::size_t i = range_.begin + 1; i + 1 < range_.end; ++i) {
      if (passage_.text(i) != "," || !opens_indicator(i + 1) || passage_.depth_at(i) > base_depth())
        continue;
      range_.begin = i + 1;
      return;
    }
  }

  void drop_same_code() {
    for (std::size_t i = 1; i < pieces_.size();) {
      const auto* code = coded(pieces_[i]);
      const auto* before = coded(pieces_[i - 1]);
      if (code && before && code->value == before->value) {
        pieces_[i - 1].end = pieces_[i].end;
        pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        ++i;
      }
    }
  }

  Subject subject(TokenRange piece) const {
    while (!piece.empty() && trims(piece.end - 1)) --piece.end;
    Subject result;
    if (piece.empty()) return result;
    result.name = passage_.reading.tokens.slice(piece);
    if (const auto* code = coded(piece); code && !code->value.empty())
      result.code = std::string(code->value);
    return result;
  }

  bool trims(std::size_t i) const { return passage_.punct(i) && passage_.text(i) != ")"; }

  const Passage& passage_;
  TokenRange range_;
  std::vector<TokenRange> pieces_;
};

}  // namespace

std::vector<Subject> subjects_of(const Passage& passage, TokenRange range) {
  return SubjectReader(passage, range).read();
}

}  // namespace kehoach::plan
