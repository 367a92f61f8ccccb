#include <algorithm>
#include <array>

#include "layout/web/content_region.h"

namespace kehoach::layout {
namespace {

constexpr double kMostGain = 0.5;         // a part with more of the region's gain is the article
constexpr double kWeakGain = 0.2;         // likewise where the part is named for the article too
constexpr double kLinked = 0.5;           // share of linked words of a list of links
constexpr double kLinkedParagraph = 0.7;  // of a paragraph
constexpr std::size_t kPartNodes = 300;   // of such a part that are looked at
constexpr std::size_t kPartWords = 60;    // of a date, an author, a caption at most

class RegionMarker {
 public:
  RegionMarker(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
               std::size_t region, std::vector<LineRole>& lines)
      : nodes_(markup.nodes),
        text_(text),
        facts_(evidence.facts),
        title_line_(evidence.title_line),
        region_(region),
        lines_(lines) {}

  void mark() {
    for (auto k = facts_[region_].first_line; k < facts_[region_].end_line; ++k)
      lines_[k] = {PageRole::kContent, {}};
    for (auto i = region_ + 1; i < nodes_[region_].end;) i = visit(i);
    for (auto i = nodes_[region_].end; i-- > region_ + 1;) drop_left_labels(i);
  }

 private:
  // The next node to visit: behind the element if it is settled.
  std::size_t visit(std::size_t i) {
    const auto& f = facts_[i];
    if (nodes_[i].kind != read::MarkupNode::Kind::kElement || f.text.words == 0) return i + 1;
    const auto role = role_of(i);
    if (role.role == PageRole::kContent) return i + 1;
    set(i, role);
    return nodes_[i].end;
  }

  LineRole role_of(std::size_t i) const {
    const auto& f = facts_[i];
    const auto& part = f.part;
    const bool holds_title = f.holds(title_line_);
    if (part.kind == PartKind::kSite && !holds_title && may_drop(f)) {
      return {PageRole::kNoise, part.note};
    }
    if (f.text.words <= kPartWords && !holds_title) {
      if (part.kind == PartKind::kCaption && !holds(i, "td")) return {PageRole::kCaption, {}};
      if (part.kind == PartKind::kPicture && holds(i, "img") && !holds(i, "td"))
        return {PageRole::kCaption, {}};
      if (part.kind == PartKind::kPublished && !is_inline_piece(i))
        return {PageRole::kPublished, {}};
      if (part.kind == PartKind::kByline && !is_inline_piece(i)) return {PageRole::kByline, {}};
    }
    if (f.text.words <= kPartWords && !holds_title && holds(i, "form"))
      return {PageRole::kNoise, "form"};
    if (!f.card.empty() && may_drop(f)) return {PageRole::kNoise, f.card};
    if (!holds_title && is_links(i)) return {PageRole::kNoise, "links"};
    return {PageRole::kContent, {}};
  }

  bool may_drop(const ElementFacts& f) const {
    return f.plain_gain <= (f.part.weak ? kWeakGain : kMostGain) * facts_[region_].plain_gain;
  }

  bool holds(std::size_t i, std::string_view tag) const {
    const auto end = std::min(nodes_[i].end, i + kPartNodes);
    for (auto c = i + 1; c < end; ++c)
      if (nodes_[c].tag == tag) return true;
    return false;
  }

  // A word in a sentence that happens to be a name or a day.
  bool is_inline_piece(std::size_t i) const {
    if (!is_inline(nodes_[i].tag)) return false;
    const auto& f = facts_[i];
    return f.text.words * 2 < line_words(f);
  }

  std::size_t line_words(const ElementFacts& f) const {
    std::size_t words = 0;
    for (auto k = f.first_line; k < f.end_line; ++k) words += text_.lines[k].facts.words;
    return words;
  }

  bool is_links(std::size_t i) const {
    const auto& f = facts_[i];
    if (is_inline(nodes_[i].tag) || nodes_[i].tag == "tr" || nodes_[i].tag == "td") return false;
    const double share = f.text.link_share();
    if (f.headings) return false;
    if (nodes_[i].tag == "p") return share > kLinkedParagraph;
    return share > kLinked && f.plain_gain <= 0;
  }

  void set(std::size_t i, LineRole role) {
    for (auto k = facts_[i].first_line; k < facts_[i].end_line; ++k) lines_[k] = role;
  }

  // A box that lost most of its words keeps no headings or labels either.
  void drop_left_labels(std::size_t i) {
    const auto& f = facts_[i];
    if (nodes_[i].kind != read::MarkupNode::Kind::kElement || f.text.words == 0 ||
        is_inline(nodes_[i].tag))
      return;
    std::size_t kept = 0, lost = 0;
    for (auto k = f.first_line; k < f.end_line; ++k) {
      const auto& line = text_.lines[k];
      if (lines_[k].role == PageRole::kNoise) {
        lost += line.facts.words;
      } else if (lines_[k].role == PageRole::kContent && k != title_line_) {
        if (line.facts.ends_sentence() || line.facts.words > kPartWords / 2) return;
        kept += line.facts.words;
      } else {
        return;
      }
    }
    if (lost > kept && kept > 0) set(i, {PageRole::kNoise, "links"});
  }

  const std::vector<read::MarkupNode>& nodes_;
  const MarkupText& text_;
  const std::vector<ElementFacts>& facts_;
  std::size_t title_line_, region_;
  std::vector<LineRole>& lines_;
};

}  // namespace

void mark_region(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                 std::size_t region, std::vector<LineRole>& lines) {
  RegionMarker(markup, text, evidence, region, lines).mark();
}

}  // namespace kehoach::layout
