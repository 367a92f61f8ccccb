#include "layout/web/page_title.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "language/comparison.h"
#include "layout/pdf/page_evidence.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kShortest = 2, kLongest = 80;  // words of a headline
constexpr std::size_t kLabelWords = 4;
constexpr double kGoodEnough = 0.55;
constexpr double kCertain = 1.2;  // a first heading that says what <title> says
constexpr double kFirstHeading = 0.65;
// Of how much the words are like the page's own title, where no mark says that it is a headline:
// <title> may be the site's name, and the line its logo.
constexpr double kUnmarked = 0.8;

using Words = std::set<std::string>;

Words words_of(std::string_view text) {
  auto words = language::comparison_words(text.substr(0, 2000));
  return {words.begin(), words.end()};
}

// What the head of the page gives as its title.
std::vector<Words> page_titles(const read::Markup& markup) {
  std::vector<Words> titles;
  for (std::size_t i = 0; i < markup.nodes.size() && titles.size() < 4; ++i) {
    const auto& node = markup.nodes[i];
    if (node.tag == "body") break;
    std::string text;
    if (node.tag == "title") {
      for (auto k = i + 1; k < node.end; ++k) text += markup.nodes[k].text;
    } else if (node.tag == "meta" && (read::attribute(node, "property") == "og:title" ||
                                      read::attribute(node, "name") == "twitter:title")) {
      text = read::attribute(node, "content");
    }
    if (auto words = words_of(text); !words.empty()) titles.push_back(std::move(words));
  }
  return titles;
}

// From 0 to 1: all words of the line stand in the title, and most of the title's in the line.
double likeness(const Words& line, const std::vector<Words>& titles) {
  double best = 0;
  for (const auto& title : titles) {
    std::size_t common = 0;
    for (const auto& word : line) common += title.count(word);
    const double precision = static_cast<double>(common) / static_cast<double>(line.size());
    const double recall = static_cast<double>(common) / static_cast<double>(title.size());
    best = std::max(best, precision * precision * (0.4 + 0.6 * recall));
  }
  return best;
}

class TitleFinder {
 public:
  TitleFinder(const read::Markup& markup, const MarkupText& text, const std::string& declared,
              PageParts& parts)
      : markup_(markup), text_(text), parts_(parts), titles_(page_titles(markup)) {
    if (auto words = words_of(declared); !words.empty()) titles_.push_back(std::move(words));
    for (const auto& title : titles_) longest_ = std::max(longest_, title.size());
  }

  std::size_t find() {
    std::size_t best = text_.lines.size();
    double best_score = kGoodEnough;
    for (std::size_t k = 0; k < text_.lines.size(); ++k) {
      const double score = score_of(text_.lines[k]);
      if (score <= best_score) continue;
      if (score > kCertain || !stands_in_frame(text_.lines[k].element)) {
        best = k;
        best_score = score;
      }
    }
    return best;
  }

 private:
  double score_of(const MarkupLine& line) {
    if (line.facts.words < kShortest || line.facts.words > kLongest) return 0;
    double score = 0;
    bool inside_list = false, heading = false, named = false;
    for (auto i = line.element, steps = std::size_t{0}; steps < 3 && i > 0; ++steps) {
      const auto& node = markup_.nodes[i];
      if (is_heading(node)) score = std::max(score, node.tag[1] == '1' ? kFirstHeading : 0.3);
      if (parts_.of(node).kind == PartKind::kTitle) score = std::max(score, 0.4);
      heading = heading || is_heading(node);
      named = named || parts_.of(node).kind == PartKind::kTitle;
      inside_list = inside_list || node.tag == "li";
      i = node.parent;
    }
    const bool marked = heading || named;
    if (!titles_.empty() && (marked || line.facts.words <= longest_ + kLabelWords)) {
      // Without a mark only the page's own title can tell.
      const auto like = likeness(words_of(text_.text_of(markup_, line)), titles_);
      const double said = marked ? like : kUnmarked * like;
      score = like < 0.3 && score < 0.5 ? 0 : score + said;
    }
    // A fragment has no head: a heading that is named for it will do, unless it is a box's label.
    if (titles_.empty() && heading && named && line.facts.words > kLabelWords)
      score = std::max(score, 0.6);
    if (line.facts.linked_words == line.facts.words) score -= 0.35;
    if (inside_list) score -= 0.3;
    return score;
  }

  // In the site's own parts: its name in the footer, the last of the breadcrumbs.
  bool stands_in_frame(std::size_t i) {
    for (; i > 0; i = markup_.nodes[i].parent) {
      const Part part = parts_.of(markup_.nodes[i]);
      if (part.kind != PartKind::kSite || part.weak) continue;
      if (part.note == "footer" || part.note == "menu" || part.note == "breadcrumb" ||
          part.note == "dialog" || part.note == "other-headlines" || part.note == "comments")
        return true;
    }
    return false;
  }

  const read::Markup& markup_;
  const MarkupText& text_;
  PageParts& parts_;
  std::vector<Words> titles_;
  std::size_t longest_ = 0;  // words of a title
};

}  // namespace

std::size_t find_title_line(const read::Markup& markup, const MarkupText& text,
                            const std::string& declared, PageParts& parts) {
  return TitleFinder(markup, text, declared, parts).find();
}

}  // namespace kehoach::layout
