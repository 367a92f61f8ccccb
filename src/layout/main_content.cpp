#include "layout/main_content.h"

#include <algorithm>
#include <utility>

#include "layout/content_region.h"
#include "layout/markup_text.h"
#include "layout/page_evidence.h"
#include "layout/page_parts.h"
#include "layout/page_title.h"

namespace kehoach::layout {
namespace {

constexpr double kLeastGain = 15;  // words of sentences that an article has

// What the names around a line call it, where it is not the article's.
std::string_view site_note(const read::Markup& markup, const PageEvidence& evidence,
                           std::size_t element) {
  for (auto i = element; i > 0; i = markup.nodes[i].parent) {
    const auto& part = evidence.facts[i].part;
    if (part.kind == PartKind::kSite && !part.weak) return part.note;
    if (!evidence.facts[i].card.empty()) return evidence.facts[i].card;
  }
  return "outside";
}

// Texts have the role of their line; elements that of what is inside, content where it is mixed.
class RoleSpreader {
 public:
  RoleSpreader(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
               const std::vector<LineRole>& lines, std::size_t region)
      : nodes_(markup.nodes), text_(text), evidence_(evidence), lines_(lines), region_(region) {}

  MainContent spread() {
    MainContent result;
    result.roles.resize(nodes_.size(), PageRole::kNoise);
    result.notes.resize(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) set(result, i);
    return result;
  }

 private:
  void set(MainContent& result, std::size_t i) const {
    const auto& f = evidence_.facts[i];
    if (text_.hidden[i]) {
      result.roles[i] = PageRole::kHidden;
      return;
    }
    if (f.first_line == f.end_line) {  // spaces, pictures, rules: as what is around them
      result.roles[i] = i == 0 ? PageRole::kNoise : result.roles[nodes_[i].parent];
      result.notes[i] = i == 0 ? "" : result.notes[nodes_[i].parent];
      return;
    }
    LineRole role = lines_[f.first_line];
    for (auto k = f.first_line; k < f.end_line; ++k) {
      if (lines_[k].role == PageRole::kContent) {
        role = {PageRole::kContent, {}};
        break;
      }
      if (lines_[k].role != role.role) role = {PageRole::kContent, {}};
    }
    result.roles[i] = role.role;
    if (role.role == PageRole::kNoise) result.notes[i] = role.note;
  }

  const std::vector<read::MarkupNode>& nodes_;
  const MarkupText& text_;
  const PageEvidence& evidence_;
  const std::vector<LineRole>& lines_;
  std::size_t region_;
};

}  // namespace

MainContent find_main_content(const read::Markup& markup, const match::Matcher& matcher) {
  if (markup.nodes.empty()) return {{}, {}, true};
  const MarkupText text = read_markup_text(markup);
  PageParts parts(matcher);
  const auto title = find_title_line(markup, text, parts);
  const PageEvidence evidence = weigh_page(markup, text, parts, title);
  std::vector<LineRole> lines(text.lines.size());
  for (std::size_t k = 0; k < lines.size(); ++k)
    lines[k].note = site_note(markup, evidence, text.lines[k].element);
  const auto region = find_region(markup, evidence);
  mark_region(markup, text, evidence, region, lines);
  mark_edges(markup, text, evidence, region, matcher, lines);
  mark_around_region(markup, text, evidence, region, lines);
  if (title < lines.size()) lines[title] = {PageRole::kTitle, {}};
  mark_files(markup, text, evidence, region, matcher, lines);
  mark_posted(markup, text, evidence, region, matcher, lines);
  MainContent result = RoleSpreader(markup, text, evidence, lines, region).spread();
  result.empty_shell = evidence.facts[region].plain_gain < kLeastGain;
  return result;
}

}  // namespace kehoach::layout
