#include "layout/web/page_cards.h"

#include <algorithm>
#include <array>
#include <map>

namespace kehoach::layout {
namespace {

constexpr std::size_t kAlike = 3;           // boxes, to be a row
constexpr std::size_t kHeadlineWords = 4;   // of a link that is a headline
constexpr std::size_t kTeaserWords = 90;    // of a box with a linked headline
constexpr std::size_t kCommentWords = 160;  // of the middle box of a row of comments
constexpr double kLeftWords = 40;           // of sentences on the page beside the comments
constexpr std::size_t kLabelWords = 12;
constexpr std::size_t kColumns = 3;        // of a table of data
constexpr std::size_t kSchemeLetters = 6;  // "https:"
constexpr std::size_t kScannedLines = 60;  // of one box

bool is_section_head(const read::MarkupNode& node) { return node.tag == "h2" || node.tag == "h3"; }

enum class Card { kNone, kTeaser, kComment };

// "https://www.example.vn/a" gives "example.vn"; nothing for an address within the site.
std::string_view host_of(std::string_view address) {
  const auto begin = address.find("//");
  if (begin == std::string_view::npos || begin > kSchemeLetters) return {};
  auto host = address.substr(begin + 2);
  host = host.substr(0, host.find_first_of("/?#:"));
  return host.starts_with("www.") ? host.substr(4) : host;
}

std::string_view own_host(const read::Markup& markup) {
  for (const auto& node : markup.nodes) {
    if (node.tag == "body") break;
    if (node.tag == "link" && read::attribute(node, "rel") == "canonical")
      return host_of(read::attribute(node, "href"));
    if (node.tag == "meta" && read::attribute(node, "property") == "og:url")
      return host_of(read::attribute(node, "content"));
  }
  return host_of(markup.url);
}

class CardFinder {
 public:
  CardFinder(const read::Markup& markup, const MarkupText& text, std::size_t title_line,
             std::vector<ElementFacts>& facts)
      : nodes_(markup.nodes),
        text_(text),
        title_line_(title_line),
        host_(own_host(markup)),
        facts_(facts) {}

  void find() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) look_below(i);
  }

 private:
  struct Row {
    std::vector<std::size_t> boxes;
    std::size_t teasers = 0, comments = 0;
    bool title = false;  // a box holds the headline: the row is the page's frame
  };

  void look_below(std::size_t parent) {
    if (facts_[parent].end_line - facts_[parent].first_line < kAlike) return;
    std::map<std::string_view, Row> rows;  // by tag
    for (auto c = parent + 1; c < nodes_[parent].end; c = nodes_[c].end) {
      if (nodes_[c].kind != read::MarkupNode::Kind::kElement || facts_[c].text.words == 0) continue;
      if (is_inline(nodes_[c].tag) || nodes_[c].tag == "p" || is_heading(nodes_[c])) continue;
      auto& row = rows[nodes_[c].tag];
      row.boxes.push_back(c);
      row.title = row.title || facts_[c].holds(title_line_);
      const auto card = card_of(c);
      row.teasers += card == Card::kTeaser ? 1 : 0;
      row.comments += card == Card::kComment ? 1 : 0;
    }
    for (auto& [tag, row] : rows) settle(row);
  }

  void settle(Row& row) {
    if (row.title) return;
    if (row.teasers >= kAlike) {
      for (const auto c : row.boxes)
        if (card_of(c) == Card::kTeaser) facts_[c].card = "other-headlines";
    }
    // Some of a row of comments are long, or hold answers.
    if (row.comments < kAlike || row.comments * 3 < row.boxes.size() * 2) return;
    auto middle = row.boxes.begin() + static_cast<std::ptrdiff_t>(row.boxes.size() / 2);
    std::nth_element(row.boxes.begin(), middle, row.boxes.end(),
                     [&](auto a, auto b) { return facts_[a].text.words < facts_[b].text.words; });
    if (facts_[*middle].text.words > kCommentWords) return;
    // Without them the page would say nothing: a timetable, a list of questions.
    double said = 0;
    for (const auto c : row.boxes) said += std::max(facts_[c].plain_gain, 0.0);
    if (facts_[0].plain_gain - said < kLeftWords) return;
    for (const auto c : row.boxes)
      if (facts_[c].card.empty()) facts_[c].card = "comments";
  }

  Card card_of(std::size_t i) const {
    const auto& f = facts_[i];
    bool headline = false, linked = false, dated = false, sentence = false, heading = false;
    const auto end = std::min(f.end_line, f.first_line + kScannedLines);
    for (auto k = f.first_line; k < end; ++k) {
      const auto& line = text_.lines[k].facts;
      heading = heading || is_section_head(nodes_[text_.lines[k].element]);
      const bool all_linked = line.linked_words == line.words;
      headline = headline || (all_linked && line.words >= kHeadlineWords && links_inside(k));
      linked = linked || all_linked;
      sentence = sentence || (!all_linked && evidence_of(line, false) > 0);
      dated = dated || (line.numbers > 0 && line.words <= kLabelWords && !line.ends_sentence());
    }
    if (headline && f.text.words <= kTeaserWords) return Card::kTeaser;
    const bool several = f.end_line - f.first_line >= 2;
    // An article's sections have headings, comments have none.
    const bool comment = several && sentence && !heading && (dated || linked);
    return comment && !is_grid_row(i) ? Card::kComment : Card::kNone;
  }

  // Headings of a list of goods lead to shops, other headlines to the site's own pages.
  bool links_inside(std::size_t line) const {
    auto i = text_.texts[text_.lines[line].begin];
    while (i > 0 && nodes_[i].tag != "a") i = nodes_[i].parent;
    const auto host = host_of(read::attribute(nodes_[i], "href"));
    return host.empty() || host_.empty() || host == host_;
  }

  // A row of several columns: "1", a task, who leads it, until when.
  bool is_grid_row(std::size_t i) const {
    if (nodes_[i].tag != "tr") return false;
    std::size_t filled = 0;
    for (auto c = i + 1; c < nodes_[i].end; c = nodes_[c].end) filled += facts_[c].text.words > 0;
    return filled >= kColumns;
  }

  const std::vector<read::MarkupNode>& nodes_;
  const MarkupText& text_;
  std::size_t title_line_;
  std::string_view host_;  // of the page; empty if unknown
  std::vector<ElementFacts>& facts_;
};

}  // namespace

void mark_cards(const read::Markup& markup, const MarkupText& text, std::size_t title_line,
                std::vector<ElementFacts>& facts) {
  CardFinder(markup, text, title_line, facts).find();
}

}  // namespace kehoach::layout
