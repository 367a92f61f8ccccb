#include <algorithm>
#include <string>
#include <string_view>

#include "layout/web/content_region.h"
#include "layout/web/web_address.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kLabelWords = 8;  // beside the links: "File đính kèm:", a size, "Tải về"
constexpr std::size_t kNear = 10;       // lines below the article's box

class FileMarker {
 public:
  FileMarker(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
             const match::Matcher& matcher, std::vector<LineRole>& lines)
      : markup_(markup),
        nodes_(markup.nodes),
        text_(text),
        evidence_(evidence),
        matcher_(matcher),
        lines_(lines) {}

  // Below the box of the article only files under a label for them are its own.
  void mark(std::size_t region) {
    const std::size_t scope_end = evidence_.facts[scope_of(region)].end_line;
    const std::size_t end = std::min(scope_end + kNear, text_.lines.size());
    bool labelled = false;
    for (auto k = evidence_.facts[region].first_line; k < end; ++k) {
      const MarkupLine& line = text_.lines[k];
      if (k >= evidence_.facts[region].end_line && ends_article(line.element)) return;
      if (lists_files(line) && (k < scope_end || labelled)) {
        lines_[k] = {PageRole::kAttachment, {}};
      } else {
        labelled = is_label(line);
      }
    }
  }

 private:
  // What holds headline and article: the files of an article stand in the same box.
  std::size_t scope_of(std::size_t region) const {
    const auto title = evidence_.title_line;
    auto scope = nodes_[region].parent;
    if (title >= text_.lines.size()) return scope;
    while (scope > 0 && !evidence_.facts[scope].holds(title)) scope = nodes_[scope].parent;
    return scope;
  }

  // Nothing but links to files and a few words.
  bool lists_files(const MarkupLine& line) const {
    if (line.facts.linked_words == 0 || line.facts.ends_sentence()) return false;
    if (line.facts.words > line.facts.linked_words + kLabelWords) return false;
    bool files = false;
    for (auto t = line.begin; t < line.end; ++t) {
      const auto link = link_around(text_.texts[t]);
      if (link == 0) continue;
      if (!leads_to_file(link)) return false;
      files = true;
    }
    return files;
  }

  bool is_label(const MarkupLine& line) const {
    if (line.facts.words > kLabelWords) return false;
    const auto tokens = matcher_.tokenize(text_.text_of(markup_, line), "layout");
    return std::any_of(tokens.tokens.begin(), tokens.tokens.end(),
                       [](const match::Token& token) { return token.is("attachment_label"); });
  }

  std::size_t link_around(std::size_t i) const {
    for (; i > 0; i = nodes_[i].parent)
      if (nodes_[i].tag == "a" && !read::attribute(nodes_[i], "href").empty()) return i;
    return 0;
  }

  bool leads_to_file(std::size_t link) const {
    if (has_document_suffix(file_name(read::attribute(nodes_[link], "href")))) return true;
    if (has_document_suffix(label_of(link))) return true;
    for (auto i = link; i > 0; i = nodes_[i].parent)
      if (evidence_.facts[i].part.kind == PartKind::kAttachment) return true;
    return false;
  }

  std::string label_of(std::size_t link) const {
    std::string label;
    for (auto i = link + 1; i < nodes_[link].end; ++i) label += nodes_[i].text;
    return label;
  }

  // Other headlines and comments: what stands below them belongs to no article.
  bool ends_article(std::size_t element) const {
    for (; element > 0; element = nodes_[element].parent) {
      const auto& f = evidence_.facts[element];
      if (f.holds(evidence_.title_line)) return false;
      if (f.part.kind == PartKind::kSite &&
          (f.part.note == "other-headlines" || f.part.note == "comments" ||
           f.part.note == "sidebar" || f.part.note == "footer"))
        return true;
    }
    return false;
  }

  const read::Markup& markup_;
  const std::vector<read::MarkupNode>& nodes_;
  const MarkupText& text_;
  const PageEvidence& evidence_;
  const match::Matcher& matcher_;
  std::vector<LineRole>& lines_;
};

}  // namespace

void mark_files(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                std::size_t region, const match::Matcher& matcher, std::vector<LineRole>& lines) {
  if (region > 0) FileMarker(markup, text, evidence, matcher, lines).mark(region);
}

}  // namespace kehoach::layout
