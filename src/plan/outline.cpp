#include "plan/outline.h"

#include <algorithm>

#include "language/comparison.h"
#include "match/values.h"
#include "plan/bodies.h"

namespace kehoach::plan {

namespace {

using layout::BlockKind;

// Depths of headings are their levels; what introduces a list stands below every heading, items
// below that.
constexpr int kIntroDepth = 100;
constexpr int kItemDepth = 200;

// Longer than any item that holds a list of its own.
constexpr std::size_t kLongestItem = 20'000;

constexpr std::string_view kCueStage = "task-cues";

bool ends_with_colon(std::string_view text) { return !text.empty() && text.back() == ':'; }

bool is_roman(std::string_view label) {
  return !label.empty() && label.find_first_not_of("IVX") == std::string_view::npos;
}

std::optional<Node::Role> role_of(const layout::Block& block, std::string_view text) {
  switch (block.kind) {
    case BlockKind::kHeading:
      return block.label.empty() && ends_with_colon(text) ? Node::Role::kIntro
                                                          : Node::Role::kHeading;
    case BlockKind::kListItem:
      return Node::Role::kItem;
    case BlockKind::kTableRow:
      return Node::Role::kRow;
    case BlockKind::kParagraph:
      return ends_with_colon(text) ? Node::Role::kIntro : Node::Role::kParagraph;
    default:
      return std::nullopt;
  }
}

// What a paragraph that ends in a colon announces: "Yêu cầu của Kế hoạch:", "… ba nhiệm vụ gồm:".
SectionClass announced(const match::Matcher& matcher, std::string_view text) {
  const SectionClass by_heading = classify(matcher, text);
  if (by_heading != SectionClass::kOther) return by_heading;
  const match::TokenSequence cues = matcher.tokenize(text, kCueStage);
  for (const match::Token& token : cues.tokens) {
    if ((token.is("task-cue") || token.is("ask-cue")) && token.span.end == text.size())
      return SectionClass::kTasks;
  }
  return SectionClass::kOther;
}

class Builder {
 public:
  explicit Builder(const Reading& reading) : reading_(reading) {
    outline_.tokens = reading.matcher.tokenize(reading.text.utf8, kTaskStage);
  }

  Outline build() {
    for (std::size_t i = 0; i < reading_.text.blocks.size(); ++i) add(i);
    inherit_classes();
    return std::move(outline_);
  }

 private:
  void add(std::size_t i) {
    const layout::Block& block = reading_.block(i);
    if (block.part != part_) open_.clear();
    part_ = block.part;
    const auto role = role_of(block, reading_.block_text(i));
    if (!role) return;
    Node node;
    node.role = *role;
    node.block = i;
    node.content = content_span(reading_, i);
    node.tokens = outline_.tokens.within({node.content.begin, node.content.end});
    node.depth = depth_of(node, block);
    if (goes_on(node, block)) return;
    node.own = own_class(node);
    make_room(node, block);
    attach(std::move(node));
  }

  // "(5) Xây dựng các bộ tiêu chí: (1) …; (5) …;" and then "(6) …": the list inside the item goes
  // on, although its number fits the list outside too.
  bool goes_on(const Node& node, const layout::Block& block) {
    if (outline_.nodes.empty()) return false;
    return continues_list(node, block) || continues_sentence(node);
  }

  // A line end in mid-sentence, that was taken for a new paragraph.
  bool continues_sentence(const Node& node) {
    const Node& before = outline_.nodes.back();
    if (node.role != Node::Role::kParagraph || before.role != Node::Role::kItem) return false;
    const std::string_view item = reading_.text.slice(before.content);
    if (item.empty() || item.size() > kLongestItem ||
        std::string_view(".:!?").find(item.back()) != std::string_view::npos) {
      return false;
    }
    const std::string_view text = reading_.text.slice(node.content);
    if (text.empty() || language::starts_upper(text) || node.tokens.empty()) return false;
    if (!outline_.tokens.tokens[node.tokens.begin].is("word") &&
        !outline_.tokens.tokens[node.tokens.begin].is("duty")) {
      return false;
    }
    join_to_last(node);
    return true;
  }

  void join_to_last(const Node& node) {
    Node& before = outline_.nodes.back();
    before.content.end = node.content.end;
    before.tokens = outline_.tokens.within({before.content.begin, before.content.end});
  }

  bool continues_list(const Node& node, const layout::Block& block) {
    const auto number = match::parse_int(block.label);
    if (node.role != Node::Role::kItem || !number) return false;
    const Node& before = outline_.nodes.back();
    const std::string_view text = reading_.text.slice(before.content);
    const std::string last = "(" + std::to_string(*number - 1) + ")";
    const bool inner = before.role == Node::Role::kItem && text.ends_with(";") &&
                       text.size() < kLongestItem && text.find(": (1)") != std::string_view::npos &&
                       text.find(last) != std::string_view::npos;
    if (!inner) return false;
    join_to_last(node);
    return true;
  }

  static int depth_of(const Node& node, const layout::Block& block) {
    if (node.role == Node::Role::kHeading) return block.level;
    if (node.role == Node::Role::kIntro) return kIntroDepth;
    return kItemDepth + block.level;
  }

  SectionClass own_class(const Node& node) const {
    const std::string_view text = reading_.text.slice(node.content);
    if (node.role == Node::Role::kHeading) return classify(reading_.matcher, text);
    if (node.role == Node::Role::kIntro) return announced(reading_.matcher, text);
    if (node.role == Node::Role::kItem && ends_with_colon(text)) {
      return classify(reading_.matcher, text);
    }
    return SectionClass::kOther;
  }

  Node& top() { return outline_.nodes[open_.back()]; }

  // A list that was announced before any heading goes on under "1.", "2." set as headings.
  bool list_goes_on(const Node& node, const layout::Block& block) {
    return node.role == Node::Role::kHeading && open_.size() == 1 &&
           top().role == Node::Role::kIntro && top().own == SectionClass::kTasks &&
           !is_roman(block.label) && node.own == SectionClass::kOther;
  }

  // Closes what the new node cannot stand under.
  void make_room(const Node& node, const layout::Block& block) {
    if (node.role == Node::Role::kParagraph || node.role == Node::Role::kRow) {
      if (labels_the_item(node)) return;
      close_for_paragraph(node);
      return;
    }
    while (!open_.empty() && top().depth >= node.depth && !list_goes_on(node, block)) {
      open_.pop_back();
    }
    if (!open_.empty() && follows_heading(node, block)) open_.pop_back();
  }

  // "4. Các đơn vị …" after the heading "3. Sở Y tế" and its items stands beside it.
  bool follows_heading(const Node& node, const layout::Block& block) {
    if (node.role != Node::Role::kItem || top().role != Node::Role::kHeading) return false;
    const auto number = match::parse_int(block.label);
    const auto heading = match::parse_int(reading_.block(top().block).label);
    return number && heading && *number == *heading + 1 && top().last_number != *heading;
  }

  // "Cơ quan chủ trì: …" on a line of its own, as pages print it below an item.
  bool labels_the_item(const Node& node) {
    return !node.tokens.empty() && outline_.tokens.tokens[node.tokens.begin].is("label") &&
           !open_.empty() && top().role == Node::Role::kItem;
  }

  // A paragraph goes on with the item that ends in a colon; it ends a list or table that was
  // announced.
  void close_for_paragraph(const Node& node) {
    if (!open_.empty() && top().role == Node::Role::kItem) {
      const std::string_view text = reading_.text.slice(top().content);
      const bool waits = !top().lists_items && (names_only_bodies(top()) ||
                                                (top().children.empty() && ends_with_colon(text)));
      if (waits) return;
    }
    while (!open_.empty() && top().role == Node::Role::kItem) open_.pop_back();
    if (open_.empty() || top().role != Node::Role::kIntro) return;
    const bool table = node.role == Node::Role::kParagraph && !top().children.empty() &&
                       outline_.nodes[top().children.back()].role == Node::Role::kRow;
    if (top().lists_items || table) open_.pop_back();
  }

  bool names_only_bodies(const Node& node) const {
    const auto bodies = leading_bodies(outline_.tokens, node.tokens);
    return bodies && bodies->end >= node.tokens.end;
  }

  void attach(Node node) {
    const std::size_t index = outline_.nodes.size();
    const bool leaf = node.role == Node::Role::kParagraph || node.role == Node::Role::kRow;
    if (!open_.empty()) {
      node.parent = open_.back();
      top().children.push_back(index);
      if (node.role == Node::Role::kItem) top().lists_items = true;
      const auto number = match::parse_int(reading_.block(node.block).label);
      if (number) top().last_number = *number;
    }
    outline_.nodes.push_back(std::move(node));
    if (!leaf) open_.push_back(index);
  }

  void inherit_classes() {
    for (Node& node : outline_.nodes) {
      const Node* parent = outline_.parent(node);
      if (parent) inherit_class(node, *parent);
      if (node.own == SectionClass::kOutlook) node.own = outlook_below(node.section);
    }
  }

  static void inherit_class(Node& node, const Node& parent) {
    node.section = parent.own != SectionClass::kOther ? parent.own : parent.section;
    // Means are found by work too: "2. Nguồn lực thực hiện" among the solutions lists tasks.
    const bool means = parent.own == SectionClass::kBudget;
    if (means && parent.section == SectionClass::kTasks) node.section = SectionClass::kTasks;
  }

  const Reading& reading_;
  Outline outline_;
  std::vector<std::size_t> open_;  // the path of nodes that may take children
  int part_ = 0;
};

}  // namespace

base::TextSpan content_span(const Reading& reading, std::size_t i) {
  base::TextSpan span = reading.text.blocks[i].span;
  const std::string_view text = reading.block_text(i);
  const std::string& label = reading.block(i).label;
  if (label.empty() || reading.block(i).label_drawn) return span;
  std::size_t begin = text.find_first_not_of("( ");
  if (begin == std::string_view::npos || text.substr(begin, label.size()) != label) return span;
  begin = text.find_first_not_of(".):/- ", begin + label.size());
  if (begin == std::string_view::npos) begin = text.size();
  span.begin += begin;
  return span;
}

std::vector<std::string> Outline::headings(const Reading& reading, std::size_t node) const {
  std::vector<std::string> chain;
  for (std::size_t at = nodes[node].parent; at != kNoNode; at = nodes[at].parent) {
    if (nodes[at].role != Node::Role::kHeading) continue;
    std::string_view text = reading.block_text(nodes[at].block);
    while (!text.empty() && (text.back() == ':' || text.back() == ' ')) text.remove_suffix(1);
    chain.emplace_back(text);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

Outline read_outline(const Reading& reading) { return Builder(reading).build(); }

}  // namespace kehoach::plan
