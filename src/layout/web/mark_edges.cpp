#include <algorithm>
#include <string>

#include "layout/web/content_region.h"
#include "layout/web/line_cues.h"

namespace kehoach::layout {
namespace {

constexpr double kAbove = 0.25;  // of the article's words at most stand above its headline
constexpr double kBelow = 0.3;   // … or below a line that opens the page's foot
constexpr std::size_t kButtonWords = 5;
constexpr std::size_t kEdgeLines = 60;  // looked at from either end

// Cuts off what stands at the beginning and end of a region and is no sentence of the article. The
// boxes of a document (letterhead, signature) are short lines too: words tell them.
class EdgeMarker {
 public:
  EdgeMarker(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
             std::size_t region, LineCues& cues, std::vector<LineRole>& lines)
      : markup_(markup),
        text_(text),
        facts_(evidence.facts),
        title_(evidence.title_line),
        begin_(facts_[region].first_line),
        end_(facts_[region].end_line),
        region_(region),
        cues_(cues),
        lines_(lines) {
    for (auto k = begin_; k < end_; ++k) total_ += gain(k);
  }

  void mark() {
    drop_above_title();
    drop_buttons();
    drop_foot();
    const auto first = find_sentence(begin_, end_, 1);
    if (first == end_) return;
    drop_labels(first > begin_ + kEdgeLines ? first - kEdgeLines : begin_, first, first);
    const auto last = find_sentence(end_ - 1, begin_ - 1, -1);
    drop_labels(last + 1, std::min(end_, last + 1 + kEdgeLines), last);
  }

 private:
  bool content(std::size_t k) const { return lines_[k].role == PageRole::kContent; }

  double gain(std::size_t k) const {
    return content(k) && k != title_ ? std::max(0.0, evidence_of(text_.lines[k].facts, false)) : 0;
  }

  LineCue cue(std::size_t k) const { return cues_.of(k); }

  // The first line from `k` towards `to` that is running text or a row of a table or list.
  std::size_t find_sentence(std::size_t k, std::size_t to, int step) const {
    for (; k != to; k += static_cast<std::size_t>(step)) {
      if (!content(k) || k == title_) continue;
      if (in_table(k) || markup_.nodes[text_.lines[k].element].tag == "li" || gain(k) > 0) return k;
    }
    return step > 0 ? end_ : begin_;
  }

  // An article does not begin above its headline; a document's letterhead may.
  void drop_above_title() {
    if (title_ <= begin_ || title_ >= end_) return;
    double above = 0;
    bool document = false;
    for (auto k = begin_; k < title_; ++k) {
      above += gain(k);
      document = document || (content(k) && is_of_document(cue(k)));
    }
    if (document || above > kAbove * total_) return;
    for (auto k = begin_; k < title_; ++k)
      if (content(k)) lines_[k] = {PageRole::kNoise, "above-headline"};
  }

  // "Advertisement", "Enlarge image" between paragraphs.
  void drop_buttons() {
    for (auto k = begin_; k < end_; ++k) {
      if (!content(k) || k == title_ || text_.lines[k].facts.words > kButtonWords) continue;
      if (facts_[text_.lines[k].element].headings || in_table(k)) continue;
      if (cue(k) == LineCue::kLabel) lines_[k] = {PageRole::kNoise, "button"};
    }
  }

  bool in_table(std::size_t k) const {
    auto i = text_.lines[k].element;
    if (markup_.nodes[i].tag == "p" || markup_.nodes[i].tag == "div") i = markup_.nodes[i].parent;
    return markup_.nodes[i].tag == "td" || markup_.nodes[i].tag == "th";
  }

  // "Related stories": the box that it opens goes, or all that follows if that is little.
  void drop_foot() {
    double below = 0;
    for (auto k = end_; k-- > begin_;) {
      if (content(k) && k != title_ && cue(k) == LineCue::kFoot) {
        auto until = box_opened_by(k);
        double inside = 0;
        for (auto j = k; j < until; ++j) inside += gain(j);
        if (until == k + 1 && below <= kBelow * total_) until = end_;
        if (inside <= kBelow * total_) {
          for (auto j = k; j < until; ++j)
            if (content(j) && j != title_) lines_[j] = {PageRole::kNoise, "foot"};
        }
      }
      below += gain(k);
    }
  }

  // Behind the last line of the largest element inside the region that begins with line k.
  std::size_t box_opened_by(std::size_t k) const {
    std::size_t until = k + 1;
    for (auto i = text_.lines[k].element; i > region_ && facts_[i].first_line == k;
         i = markup_.nodes[i].parent)
      until = facts_[i].end_line;
    return until;
  }

  // Labels above or below the article's first or last sentence are not of the article if they say
  // so, or stand in a box of their own; a document's letterhead and signatures stay whole.
  void drop_labels(std::size_t from, std::size_t to, std::size_t sentence) {
    bool document = false;
    for (auto k = from; k < to; ++k) {
      document = document || (content(k) && is_of_document(cue(k)));
    }
    for (auto k = from; k < to; ++k) {
      if (!content(k) || k == title_ || text_.lines[k].facts.words > kCueWords) continue;
      const bool heading = facts_[text_.lines[k].element].headings;
      const bool paragraph = markup_.nodes[text_.lines[k].element].tag == "p";
      const bool boxed = heading ? k > sentence : !paragraph && !alike(k, sentence);
      const auto what = cue(k);
      if (what == LineCue::kPosted) {
        lines_[k] = {PageRole::kPublished, {}};
      } else if (what == LineCue::kByline) {
        lines_[k] = {PageRole::kByline, {}};
      } else if (says_label(what) || (boxed && !document && what == LineCue::kNone)) {
        lines_[k] = {PageRole::kNoise, "label"};
      }
    }
  }

  static bool says_label(LineCue cue) {
    return cue == LineCue::kFoot || cue == LineCue::kCounter || cue == LineCue::kLabel;
  }

  bool alike(std::size_t a, std::size_t b) const {
    const auto x = text_.lines[a].element, y = text_.lines[b].element;
    const auto& nodes = markup_.nodes;
    if (x == y) return true;
    return nodes[x].tag == nodes[y].tag && nodes[x].parent == nodes[y].parent;
  }

  const read::Markup& markup_;
  const MarkupText& text_;
  const std::vector<ElementFacts>& facts_;
  std::size_t title_, begin_, end_, region_;
  LineCues& cues_;
  std::vector<LineRole>& lines_;
  double total_ = 0;
};

}  // namespace

void mark_edges(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                std::size_t region, LineCues& cues, std::vector<LineRole>& lines) {
  EdgeMarker(markup, text, evidence, region, cues, lines).mark();
}

}  // namespace kehoach::layout
