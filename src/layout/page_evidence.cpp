#include "layout/page_evidence.h"

#include <algorithm>
#include <map>
#include <string>

namespace kehoach::layout {
namespace {

constexpr double kDropCost = 8;     // at most, of a part that can be left out
constexpr double kLabelCost = 1.5;  // a few words that are no sentence
constexpr double kLinkCost = 1.5;   // of a linked word
constexpr std::size_t kSentenceWords = 8;
constexpr std::size_t kLongText = 25;  // words that are a sentence whatever ends them
constexpr std::size_t kTeaserWords = 90;
constexpr std::size_t kTeasers = 3;  // alike, to be a list

bool is_element(const read::MarkupNode& node) {
  return node.kind == read::MarkupNode::Kind::kElement;
}

// The lines of each node: texts stand in document order, so a subtree's lines follow each other.
void place_lines(const read::Markup& markup, const MarkupText& text,
                 std::vector<ElementFacts>& facts) {
  std::vector<std::size_t> line_from(markup.nodes.size() + 1, text.lines.size());
  std::vector<std::size_t> line_behind(markup.nodes.size() + 1, 0);
  for (std::size_t k = 0; k < text.lines.size(); ++k) {
    for (auto t = text.lines[k].begin; t < text.lines[k].end; ++t) {
      line_from[text.texts[t]] = k;
      line_behind[text.texts[t]] = k + 1;
    }
  }
  for (auto i = markup.nodes.size(); i-- > 0;) {
    facts[i].first_line = line_from[i];
    facts[i].end_line = line_behind[i];
    const auto up = markup.nodes[i].parent;
    line_from[up] = std::min(line_from[up], line_from[i]);
    line_behind[up] = std::max(line_behind[up], line_behind[i]);
  }
  for (auto& f : facts)
    if (f.end_line == 0) f.first_line = 0;
}

// Does a paragraph inside consist of a link of several words?
bool has_linked_headline(const MarkupText& text, const ElementFacts& facts) {
  for (auto k = facts.first_line; k < facts.end_line; ++k) {
    const auto& line = text.lines[k].facts;
    if (line.words >= 4 && line.linked_words == line.words) return true;
  }
  return false;
}

class Weigher {
 public:
  Weigher(const read::Markup& markup, const MarkupText& text, PageParts& parts,
          std::size_t title_line)
      : nodes_(markup.nodes), text_(text), title_line_(title_line) {
    facts_.resize(nodes_.size());
    place_lines(markup, text, facts_);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!is_element(nodes_[i])) continue;
      facts_[i].part = part_of(parts, i);
      facts_[i].headings = is_heading(nodes_[i]);
    }
  }

  PageEvidence weigh() {
    for (const auto& paragraph : text_.paragraphs) {
      auto& facts = facts_[paragraph.element];
      facts.text.add(paragraph.facts);
      facts.own += evidence_of(paragraph.facts, facts.headings);
    }
    for (auto i = nodes_.size(); i-- > 1;) facts_[nodes_[i].parent].text.add(facts_[i].text);
    for (std::size_t i = 0; i < nodes_.size(); ++i) mark_teasers(i);
    for (auto i = nodes_.size(); i-- > 0;) close(i);
    return {std::move(facts_), title_line_};
  }

 private:
  // Names of what holds the headline are about its frame.
  Part part_of(PageParts& parts, std::size_t i) {
    Part part = parts.of(nodes_[i]);
    const auto& f = facts_[i];
    const bool holds_title = f.first_line <= title_line_ && title_line_ < f.end_line;
    if (part.kind == PartKind::kSite && holds_title) {
      part.kind = part.content > 0 ? PartKind::kContent : PartKind::kNone;
    }
    return part;
  }

  // Children of one shape (tag and class), each a linked headline and few words.
  void mark_teasers(std::size_t parent) {
    if (!is_element(nodes_[parent]) || facts_[parent].text.linked_words == 0) return;
    std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> alike;
    for (auto c = parent + 1; c < nodes_[parent].end; c = nodes_[c].end) {
      if (!is_element(nodes_[c]) || is_inline(nodes_[c].tag) || nodes_[c].tag == "p") continue;
      const auto& text = facts_[c].text;
      if (text.words == 0 || text.words > kTeaserWords || text.linked_words < 4) continue;
      if (!has_linked_headline(text_, facts_[c])) continue;
      alike[{nodes_[c].tag, read::attribute(nodes_[c], "class")}].push_back(c);
    }
    for (const auto& [shape, members] : alike) {
      if (members.size() < kTeasers) continue;
      for (const auto c : members) facts_[c].teasers = true;
    }
  }

  // All inside is weighed: the element's own sum is whole.
  void close(std::size_t i) {
    auto& f = facts_[i];
    f.plain_gain += f.own;
    f.gain += f.own;
    const bool site = f.part.kind == PartKind::kSite && !f.part.weak;
    if (site || f.teasers || f.part.kind == PartKind::kCaption) f.gain = std::min(f.gain, 0.0);
    if (i == 0) return;
    auto& up = facts_[nodes_[i].parent];
    up.plain_gain += std::max(f.plain_gain, -kDropCost);
    up.gain += std::max(f.gain, site ? 0.0 : -kDropCost);
  }

  const std::vector<read::MarkupNode>& nodes_;
  const MarkupText& text_;
  std::size_t title_line_;
  std::vector<ElementFacts> facts_;
};

}  // namespace

bool is_heading(const read::MarkupNode& node) {
  return node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6';
}

double evidence_of(const TextFacts& facts, bool heading) {
  if (facts.words == 0) return 0;
  const auto words = static_cast<double>(facts.words);
  const auto linked = static_cast<double>(facts.linked_words);
  const double bare = words - linked;
  if (heading) return -linked;
  const bool sentence = facts.words >= kSentenceWords &&
                        (facts.sentence_ends > 0 || facts.commas > 0 || facts.words >= kLongText);
  if (sentence && bare > linked) return bare - linked;
  if (linked > bare) return -kLinkCost * linked - kLabelCost;
  if (facts.ends_sentence() && facts.words > 3) return bare / 2;
  return -kLabelCost;
}

PageEvidence weigh_page(const read::Markup& markup, const MarkupText& text, PageParts& parts,
                        std::size_t title_line) {
  return Weigher(markup, text, parts, title_line).weigh();
}

}  // namespace kehoach::layout
