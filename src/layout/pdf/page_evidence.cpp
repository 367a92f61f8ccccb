#include "layout/pdf/page_evidence.h"

#include <algorithm>
#include <string>

#include "layout/web/page_cards.h"

namespace kehoach::layout {
namespace {

constexpr double kDropCost = 2;     // at most, of a part that can be left out
constexpr double kDeclared = 2;     // … of the article by the page's own declaration
constexpr double kLabelCost = 1.5;  // a few words that are no sentence
constexpr double kLinkCost = 1.5;   // of a linked word
constexpr std::size_t kSentenceWords = 8;
constexpr std::size_t kLongText = 25;  // words that are a sentence whatever ends them
constexpr double kWholePage = 0.7;     // of what a page says: no frame holds so much
constexpr double kArticleWords = 100;  // … of sentences

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

class Weigher {
 public:
  Weigher(const read::Markup& markup, const MarkupText& text, PageParts& parts,
          std::size_t title_line)
      : markup_(markup), nodes_(markup.nodes), text_(text), title_line_(title_line) {
    facts_.resize(nodes_.size());
    place_lines(markup, text, facts_);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!is_element(nodes_[i])) continue;
      facts_[i].part = part_of(parts, i);
      facts_[i].headings = is_heading(nodes_[i]);
    }
  }

  PageEvidence weigh(const DeclaredText& declared) {
    for (const auto& paragraph : text_.paragraphs) {
      auto& facts = facts_[paragraph.element];
      facts.text.add(paragraph.facts);
      if (is_declared(declared, paragraph)) {
        facts.declared += paragraph.facts.words;
        facts.own += kDeclared * static_cast<double>(paragraph.facts.words);
      } else {
        facts.own += evidence_of(paragraph.facts, facts.headings);
      }
    }
    for (auto i = nodes_.size(); i-- > 1;) {
      facts_[nodes_[i].parent].text.add(facts_[i].text);
      facts_[nodes_[i].parent].declared += facts_[i].declared;
    }
    for (auto i = nodes_.size(); i-- > 0;) close_plain(i);
    mark_cards(markup_, text_, title_line_, facts_);
    for (std::size_t i = 0; i < nodes_.size(); ++i) acquit(i);
    for (auto i = nodes_.size(); i-- > 0;) close(i);
    return {std::move(facts_), declared.complete(), title_line_};
  }

 private:
  bool is_declared(const DeclaredText& declared, const MarkupParagraph& paragraph) const {
    if (!declared.known()) return false;
    std::string words;
    for (auto k = paragraph.begin; k < paragraph.end; ++k)
      words += text_.text_of(markup_, text_.lines[k]) + " ";
    return declared.holds(words);
  }

  // Names of what holds the headline are about its frame.
  Part part_of(PageParts& parts, std::size_t i) {
    Part part = parts.of(nodes_[i]);
    if (part.kind == PartKind::kSite && facts_[i].holds(title_line_)) {
      part.kind = part.content > 0 ? PartKind::kContent : PartKind::kNone;
    }
    return part;
  }

  // All inside is weighed: the element's own sum is whole.
  void close_plain(std::size_t i) {
    auto& f = facts_[i];
    f.plain_gain += f.own;
    if (i > 0) facts_[nodes_[i].parent].plain_gain += std::max(f.plain_gain, -kDropCost);
  }

  // What the page declares to be the article is, whatever its names and shape. A column that holds
  // nearly all that the page says is the article's, though it be called "sidebar"; so is one of
  // alike boxes with most of the page and nearly all of its row.
  void acquit(std::size_t i) {
    auto& f = facts_[i];
    if (f.declared * 2 > f.text.words) {
      f.card = {};
      if (f.part.kind == PartKind::kSite) f.part = {};
    }
    const double page = facts_[0].plain_gain, row = facts_[nodes_[i].parent].plain_gain;
    if (f.plain_gain < kArticleWords || f.plain_gain <= page / 2) return;
    if (f.plain_gain > kWholePage * row) f.card = {};
    const bool frame = f.part.note == "sidebar" || f.part.note == "menu" || f.part.note == "promo";
    if (f.part.kind == PartKind::kSite && frame && f.plain_gain > kWholePage * page) f.part = {};
  }

  void close(std::size_t i) {
    auto& f = facts_[i];
    f.gain += f.own;
    const bool site = f.part.kind == PartKind::kSite && !f.part.weak;
    if (site || !f.card.empty() || f.part.kind == PartKind::kCaption)
      f.gain = std::min(f.gain, 0.0);
    if (i == 0) return;
    auto& up = facts_[nodes_[i].parent];
    up.gain += std::max(f.gain, site ? 0.0 : -kDropCost);
  }

  const read::Markup& markup_;
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

PageEvidence weigh_page(const read::Markup& markup, const MarkupText& text,
                        const DeclaredText& declared, PageParts& parts, std::size_t title_line) {
  return Weigher(markup, text, parts, title_line).weigh(declared);
}

}  // namespace kehoach::layout
