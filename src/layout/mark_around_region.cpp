#include <algorithm>

#include "layout/content_region.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kLeadWords = 10;  // a lead has at least
constexpr std::size_t kMostLead = 150;  // … and at most

// Names of the element or of what is around it, up to `top`.
bool stands_in_site(const read::Markup& markup, const PageEvidence& evidence, std::size_t i,
                    std::size_t top) {
  for (; i > top; i = markup.nodes[i].parent) {
    const auto& f = evidence.facts[i];
    if (!f.card.empty() || (f.part.kind == PartKind::kSite && !f.part.weak)) return true;
    if (f.part.kind == PartKind::kCaption) return true;
  }
  return false;
}

}  // namespace

void mark_around_region(const read::Markup& markup, const MarkupText& text,
                        const PageEvidence& evidence, std::size_t region,
                        std::vector<LineRole>& lines) {
  const auto title = evidence.title_line;
  const auto first = evidence.facts[region].first_line;
  // Between headline and article: sentences that are no one else's are the lead.
  for (auto k = title; k < first; ++k) {
    const auto& facts = text.lines[k].facts;
    if (k == title || lines[k].role != PageRole::kNoise) continue;
    if (facts.words < kLeadWords || facts.words > kMostLead) continue;
    if (evidence_of(facts, false) <= 0) continue;
    if (stands_in_site(markup, evidence, text.lines[k].element, 0)) continue;
    lines[k] = {PageRole::kContent, {}};
  }
  // Below it: paragraphs that go on in boxes of the same shape or as bare paragraphs.
  const auto& nodes = markup.nodes;
  const auto up = nodes[region].parent;
  if (region == 0) return;
  for (auto c = up + 1; c < nodes[up].end; c = nodes[c].end) {
    if (c == region || evidence.facts[c].gain <= kLeadWords) continue;
    const bool alike =
        nodes[c].tag == nodes[region].tag &&
        read::attribute(nodes[c], "class") == read::attribute(nodes[region], "class");
    if (!alike && nodes[c].tag != "p") continue;
    if (stands_in_site(markup, evidence, c, up)) continue;
    mark_region(markup, text, evidence, c, lines);
  }
}

}  // namespace kehoach::layout
