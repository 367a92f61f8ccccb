#include <algorithm>

#include "layout/web/content_region.h"
#include "layout/web/declared_text.h"

namespace kehoach::layout {
namespace {

constexpr double kMost = 0.7;   // of the lines found that the page declares too, to believe it
constexpr double kSome = 0.25;  // … where it declares a whole text
constexpr double kEdge = 0.2;   // of them at most that stand before or behind all it declares

class DeclaredMarker {
 public:
  DeclaredMarker(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                 const DeclaredText& declared, LineCues& cues, std::vector<LineRole>& lines)
      : markup_(markup),
        text_(text),
        evidence_(evidence),
        declared_(declared),
        cues_(cues),
        lines_(lines) {}

  void mark(std::size_t region) {
    begin_ = evidence_.facts[region].first_line;
    end_ = evidence_.facts[region].end_line;
    std::size_t first = end_, last = end_, found = 0, both = 0;
    said_.assign(end_ - begin_, 0);
    for (auto k = begin_; k < end_; ++k) {
      const auto words = text_.lines[k].facts.words;
      const bool said = declared_.holds(text_.text_of(markup_, text_.lines[k]));
      said_[k - begin_] = said ? 1 : 0;
      const bool content = lines_[k].role == PageRole::kContent;
      found += content ? words : 0;
      both += content && said ? words : 0;
      if (said && k != evidence_.title_line) {
        first = std::min(first, k);
        last = k;
      }
    }
    const double most = declared_.complete() ? kSome : kMost;
    if (static_cast<double>(both) < most * static_cast<double>(found)) return;
    restore();
    drop(begin_, first, found);
    drop(last + 1, end_, found);
  }

 private:
  // What was taken for the site's by its links or names, and is declared.
  void restore() {
    for (auto k = begin_; k < end_; ++k)
      if (said_[k - begin_] != 0 && lines_[k].role == PageRole::kNoise)
        lines_[k] = {PageRole::kContent, {}};
  }

  // What stands before or behind all that is declared, unless it is much: the text may be cut.
  void drop(std::size_t from, std::size_t to, std::size_t found) {
    std::size_t words = 0;
    for (auto k = from; k < to; ++k) {
      if (lines_[k].role != PageRole::kContent) continue;
      if (is_of_document(cues_.of(k))) return;
      words += text_.lines[k].facts.words;
    }
    const bool much = static_cast<double>(words) > kEdge * static_cast<double>(found);
    if (much && !declared_.complete()) return;
    for (auto k = from; k < to; ++k)
      if (lines_[k].role == PageRole::kContent) lines_[k] = {PageRole::kNoise, "undeclared"};
  }

  const read::Markup& markup_;
  const MarkupText& text_;
  const PageEvidence& evidence_;
  const DeclaredText& declared_;
  LineCues& cues_;
  std::vector<LineRole>& lines_;
  std::vector<char> said_;  // for each line of the region: declared
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace

void mark_declared(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                   std::size_t region, const DeclaredText& declared, LineCues& cues,
                   std::vector<LineRole>& lines) {
  if (declared.known()) DeclaredMarker(markup, text, evidence, declared, cues, lines).mark(region);
}

}  // namespace kehoach::layout
