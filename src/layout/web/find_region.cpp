#include <algorithm>

#include "layout/web/content_region.h"

namespace kehoach::layout {
namespace {

constexpr double kRest = 0.6;     // of the child's gain: more beside it, and the parent is meant
constexpr double kTitled = 2;     // … and how often it counts where the headline stands in it
constexpr double kFewWords = 40;  // of sentences
constexpr std::size_t kSmallPage = 300;
constexpr double kFewLinks = 0.1;
constexpr double kNamed = 0.35;  // how much a name for the article adds to the gain, a step each

// Elements that are pieces of an article and never the whole.
bool is_piece(const read::MarkupNode& node) {
  static constexpr std::string_view kPieces[] = {"p",  "li", "blockquote", "pre", "dd",
                                                 "dt", "ul", "ol",         "dl"};
  return is_inline(node.tag) || is_heading(node) ||
         std::find(std::begin(kPieces), std::end(kPieces), node.tag) != std::end(kPieces);
}

class RegionFinder {
 public:
  RegionFinder(const read::Markup& markup, const PageEvidence& evidence)
      : markup_(markup),
        evidence_(evidence),
        nodes_(markup.nodes),
        facts_(evidence.facts),
        title_line_(evidence.title_line) {}

  std::size_t find() const {
    std::size_t region = 0;
    for (;;) {
      const auto child = best_child(region);
      if (child == 0 || rest_beside(region, child) > kRest * weight(child)) return widened(region);
      region = child;
    }
  }

 private:
  double weight(std::size_t i) const {
    const double titled = facts_[i].holds(title_line_) ? kTitled : 1;
    return facts_[i].gain * titled * (1 + kNamed * facts_[i].part.content);
  }

  // A page with hardly a sentence (a document's attributes in a table, a note with a file) says the
  // rest in labels around it.
  std::size_t widened(std::size_t region) const {
    while (region > 0 && facts_[region].gain < kFewWords) {
      const auto& up = facts_[nodes_[region].parent];
      if (up.holds(title_line_) || up.text.words > kSmallPage) break;
      if (up.text.link_share() > kFewLinks || up.part.kind == PartKind::kSite) break;
      region = nodes_[region].parent;
    }
    return region;
  }

  std::size_t best_child(std::size_t parent) const {
    std::size_t best = 0;
    for (auto c = parent + 1; c < nodes_[parent].end; c = nodes_[c].end) {
      if (nodes_[c].kind != read::MarkupNode::Kind::kElement || is_piece(nodes_[c])) continue;
      if (facts_[c].gain > 0 && (best == 0 || weight(c) > weight(best))) best = c;
    }
    // Pages that load one article after another: the one under the page's headline is meant.
    for (auto c = parent + 1; best != 0 && c < nodes_[parent].end; c = nodes_[c].end)
      if (facts_[c].gain > kFewWords && is_next_article(markup_, evidence_, c, best)) return c;
    return best;
  }

  // What speaks for the article beside the child. Paragraphs next to it count double, and so does
  // an element of the same shape: an article in several boxes.
  double rest_beside(std::size_t parent, std::size_t child) const {
    double rest = 2 * std::max(facts_[parent].own, 0.0);
    for (auto c = parent + 1; c < nodes_[parent].end; c = nodes_[c].end) {
      if (c == child || facts_[c].gain <= 0 || is_next_article(markup_, evidence_, child, c))
        continue;
      rest += (alike(c, child) ? 2 : 1) * facts_[c].gain;
    }
    return rest;
  }

  bool alike(std::size_t a, std::size_t b) const {
    if (nodes_[a].tag == "p") return true;
    const auto name = read::attribute(nodes_[a], "class");
    return nodes_[a].tag == nodes_[b].tag && !name.empty() &&
           name == read::attribute(nodes_[b], "class");
  }

  const read::Markup& markup_;
  const PageEvidence& evidence_;
  const std::vector<read::MarkupNode>& nodes_;
  const std::vector<ElementFacts>& facts_;
  std::size_t title_line_;
};

// Does the element begin with a headline of its own?
bool has_headline(const read::Markup& markup, const PageEvidence& evidence, std::size_t element) {
  constexpr std::size_t kTopNodes = 60;
  const auto end = std::min(markup.nodes[element].end, element + kTopNodes);
  for (auto i = element; i < end; ++i) {
    const auto& tag = markup.nodes[i].tag;
    if (tag == "p") return false;
    if (tag == "h1") return true;
    const auto& text = evidence.facts[i].text;
    if (tag == "h2" && text.words > 0) return text.linked_words == text.words;
  }
  return false;
}

}  // namespace

bool is_next_article(const read::Markup& markup, const PageEvidence& evidence, std::size_t article,
                     std::size_t other) {
  const auto& nodes = markup.nodes;
  if (article == other || !evidence.facts[article].holds(evidence.title_line)) return false;
  return nodes[article].tag == nodes[other].tag &&
         read::attribute(nodes[article], "class") == read::attribute(nodes[other], "class") &&
         has_headline(markup, evidence, other);
}

std::size_t find_region(const read::Markup& markup, const PageEvidence& evidence) {
  return RegionFinder(markup, evidence).find();
}

}  // namespace kehoach::layout
