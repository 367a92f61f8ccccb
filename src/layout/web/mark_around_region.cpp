#include <algorithm>

#include "layout/web/content_region.h"
#include "layout/web/line_cues.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kLeadWords = 10;  // a lead has at least
constexpr double kGoesOn = 40;          // words of sentences in a box beside the article
constexpr double kFewLinks = 0.1;
constexpr std::size_t kBoxWords = 200;  // of a letterhead or of signatures at most
constexpr std::size_t kMostLead = 150;  // … and at most

// Names of the element or of what is around it, up to `top`.
bool stands_in_site(const read::Markup& markup, const PageEvidence& evidence, std::size_t i,
                    std::size_t top) {
  for (; i > top; i = markup.nodes[i].parent) {
    const auto& f = evidence.facts[i];
    if (!f.card.empty() || (f.part.kind == PartKind::kSite && !f.part.weak)) return true;
    if (f.part.kind == PartKind::kCaption || f.part.kind == PartKind::kByline ||
        f.part.kind == PartKind::kPublished)
      return true;
  }
  return false;
}

// Paragraphs that go on beside the region: in boxes of the same shape, as bare paragraphs, or below
// it in a box of sentences without links.
void mark_siblings(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                   std::size_t region, std::size_t parent, std::size_t child,
                   std::vector<LineRole>& lines) {
  const auto& nodes = markup.nodes;
  const bool framed =
      evidence.facts[parent].part.content > 0 || evidence.facts[parent].holds(evidence.title_line);
  for (auto c = parent + 1; c < nodes[parent].end; c = nodes[c].end) {
    const auto& f = evidence.facts[c];
    if (c == child || f.gain <= kLeadWords) continue;
    if (is_next_article(markup, evidence, child, c)) continue;
    if (evidence.declared_whole && f.declared == 0) continue;
    const bool alike =
        nodes[c].tag == nodes[region].tag &&
        read::attribute(nodes[c], "class") == read::attribute(nodes[region], "class");
    const bool goes_on = framed && c > child && f.gain > kGoesOn && f.text.link_share() < kFewLinks;
    if (!alike && nodes[c].tag != "p" && !goes_on) continue;
    if (stands_in_site(markup, evidence, c, parent)) continue;
    mark_region(markup, text, evidence, c, lines);
  }
}

bool holds_letterhead(const ElementFacts& f, LineCues& cues) {
  for (auto k = f.first_line; k < f.end_line; ++k)
    if (cues.of(k) == LineCue::kLetterhead) return true;
  return false;
}

// The letterhead of a document above its text, the signatures below.
void mark_document_boxes(const read::Markup& markup, const PageEvidence& evidence,
                         std::size_t parent, std::size_t child, LineCues& cues,
                         std::vector<LineRole>& lines) {
  const auto& nodes = markup.nodes;
  for (auto c = parent + 1; c < nodes[parent].end; c = nodes[c].end) {
    const auto& f = evidence.facts[c];
    if (c == child || f.text.words == 0 || f.text.words > kBoxWords) continue;
    if (f.text.link_share() > kFewLinks || f.holds(evidence.title_line)) continue;
    if (stands_in_site(markup, evidence, c, parent)) continue;
    if (!holds_letterhead(f, cues)) continue;
    for (auto k = f.first_line; k < f.end_line; ++k) lines[k] = {PageRole::kContent, {}};
  }
}

}  // namespace

void mark_around_region(const read::Markup& markup, const MarkupText& text,
                        const PageEvidence& evidence, std::size_t region, LineCues& cues,
                        std::vector<LineRole>& lines) {
  const auto title = evidence.title_line;
  const auto first = evidence.facts[region].first_line;
  // Between headline and article: sentences that are no one else's are the lead.
  for (auto k = title; k < first; ++k) {
    const auto& facts = text.lines[k].facts;
    if (k == title || lines[k].role != PageRole::kNoise) continue;
    if (facts.words < kLeadWords || facts.words > kMostLead) continue;
    if (evidence_of(facts, false) <= 0 || facts.numbers * 4 >= facts.words) continue;
    if (stands_in_site(markup, evidence, text.lines[k].element, 0)) continue;
    lines[k] = {PageRole::kContent, {}};
  }
  if (region == 0) return;
  for (auto c = region, up = markup.nodes[c].parent; c > 0; c = up, up = markup.nodes[c].parent) {
    mark_siblings(markup, text, evidence, region, up, c, lines);
    mark_document_boxes(markup, evidence, up, c, cues, lines);
    // What holds the headline is the article's frame: nothing of it stands outside.
    if (evidence.facts[up].holds(title) || up == markup.nodes[up].parent) return;
  }
}

}  // namespace kehoach::layout
