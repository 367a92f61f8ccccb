#include "layout/web/main_content.h"

#include <algorithm>
#include <utility>

#include "layout/pdf/page_evidence.h"
#include "layout/web/content_region.h"
#include "layout/web/line_cues.h"
#include "layout/web/markup_text.h"
#include "layout/web/page_parts.h"
#include "layout/web/page_title.h"

namespace kehoach::layout {
namespace {

constexpr double kLeastGain = 15;         // words of sentences that an article has
constexpr std::size_t kLeastWords = 30;   // … or of any kind
constexpr std::size_t kErrorWords = 120;  // of a page that says why it shows nothing

// What the names on each node, or else around it, call it where it is not the article's.
std::vector<std::string_view> site_notes(const read::Markup& markup, const PageEvidence& evidence) {
  std::vector<std::string_view> notes(markup.nodes.size(), "outside");
  for (std::size_t i = 1; i < notes.size(); ++i) {
    const auto& f = evidence.facts[i];
    notes[i] = notes[markup.nodes[i].parent];
    if (f.part.kind == PartKind::kSite && !f.part.weak) notes[i] = f.part.note;
    if (!f.card.empty()) notes[i] = f.card;
  }
  return notes;
}

// Texts have the role of their line; elements that of what is inside, content where it is mixed;
// spaces, pictures and rules that of what is around them.
class RoleSpreader {
 public:
  RoleSpreader(const read::Markup& markup, const MarkupText& text,
               const std::vector<LineRole>& lines)
      : nodes_(markup.nodes), text_(text), lines_(lines), known_(nodes_.size()) {}

  MainContent spread() {
    result_.roles.resize(nodes_.size(), PageRole::kNoise);
    result_.notes.resize(nodes_.size());
    for (std::size_t k = 0; k < lines_.size(); ++k) spread_line(lines_[k], text_.lines[k]);
    for (auto i = nodes_.size(); i-- > 1;)
      if (known_[i] != 0) raise(i, nodes_[i].parent);
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      if (known_[i] == 0) copy(nodes_[i].parent, i);
      if (text_.hidden[i] != 0) result_.roles[i] = PageRole::kHidden;
    }
    return std::move(result_);
  }

 private:
  void spread_line(const LineRole& role, const MarkupLine& line) {
    for (auto t = line.begin; t < line.end; ++t) {
      const auto i = text_.texts[t];
      known_[i] = 1;
      result_.roles[i] = role.role;
      if (role.role == PageRole::kNoise) result_.notes[i] = role.note;
    }
  }

  void raise(std::size_t i, std::size_t up) {
    if (known_[up] == 0) {
      known_[up] = 1;
      copy(i, up);
    } else if (result_.roles[up] != result_.roles[i]) {
      result_.roles[up] = PageRole::kContent;
      result_.notes[up].clear();
    } else {
      result_.notes[up] = result_.notes[i];  // of what comes first in it
    }
  }

  void copy(std::size_t from, std::size_t to) {
    result_.roles[to] = result_.roles[from];
    result_.notes[to] = result_.notes[from];
  }

  const std::vector<read::MarkupNode>& nodes_;
  const MarkupText& text_;
  const std::vector<LineRole>& lines_;
  std::vector<char> known_;  // has a role from the texts in it
  MainContent result_;
};

// A list above the headline, with no sentence in it, is no article: the page has none.
bool is_other_list(const MarkupText& text, const PageEvidence& evidence, std::size_t region) {
  const auto& f = evidence.facts[region];
  return evidence.title_line < text.lines.size() && f.end_line <= evidence.title_line &&
         f.text.sentence_ends == 0;
}

// Few words and no files, or the words of an error among few.
bool is_shell(const MarkupText& text, double gain, LineCues& cues,
              const std::vector<LineRole>& lines) {
  std::size_t words = 0, shown = 0;
  bool error = false;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const auto& line = text.lines[k];
    shown += line.facts.words;
    if (lines[k].role == PageRole::kAttachment) return false;
    if (lines[k].role == PageRole::kContent) words += line.facts.words;
    if (shown <= kErrorWords) error = error || cues.of(k) == LineCue::kError;
  }
  return (gain < kLeastGain && words < kLeastWords) || (error && words < kErrorWords);
}

}  // namespace

MainContent find_main_content(const read::Markup& markup, const match::Matcher& matcher) {
  if (markup.nodes.empty()) return {{}, {}, true};
  const MarkupText text = read_markup_text(markup);
  PageParts parts(matcher);
  const DeclaredText declared(markup);
  const auto title = find_title_line(markup, text, declared.headline(), parts);
  const PageEvidence evidence = weigh_page(markup, text, declared, parts, title);
  LineCues cues(markup, text, matcher);
  std::vector<LineRole> lines(text.lines.size());
  const auto notes = site_notes(markup, evidence);
  for (std::size_t k = 0; k < lines.size(); ++k) lines[k].note = notes[text.lines[k].element];
  const auto region = find_region(markup, evidence);
  const bool other = is_other_list(text, evidence, region);
  if (!other) mark_region(markup, text, evidence, region, lines);
  mark_edges(markup, text, evidence, region, cues, lines);
  mark_declared(markup, text, evidence, region, declared, cues, lines);
  mark_around_region(markup, text, evidence, region, cues, lines);
  if (title < lines.size()) lines[title] = {PageRole::kTitle, {}};
  mark_files(markup, text, evidence, region, matcher, lines);
  mark_posted(markup, text, evidence, region, matcher, cues, lines);
  MainContent result = RoleSpreader(markup, text, lines).spread();
  result.empty_shell = !other && is_shell(text, evidence.facts[region].plain_gain, cues, lines);
  return result;
}

}  // namespace kehoach::layout
