#include "read/html/markup_tree.h"

#include <gumbo.h>

#include <csetjmp>
#include <string_view>

#include "read/html/hidden_elements.h"
#include "read/html/parser_memory.h"

namespace kehoach::read {
namespace {

using View = std::string_view;

// One element whose children are being visited.
struct Open {
  const GumboElement* element;
  unsigned next = 0;     // child
  std::size_t node = 0;  // that stands for it, or for the nearest ancestor that has one
  bool closes = true;    // false: the node is the ancestor's
};

std::string lower_tag(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  std::string name(piece.data == nullptr ? "" : piece.data, piece.length);
  for (char& c : name)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return name;
}

// Structured data for search engines is the one script that is text: dates, titles and publishers.
bool is_structured_data(const GumboElement& element) {
  const GumboAttribute* type = gumbo_get_attribute(&element.attributes, "type");
  return type != nullptr && View(type->value).starts_with("application/ld+json");
}

bool left_out(const GumboElement& element) {
  if (element.tag == GUMBO_TAG_SCRIPT) return !is_structured_data(element);
  return element.tag == GUMBO_TAG_STYLE || element.tag == GUMBO_TAG_TEMPLATE;
}

class Flattening {
 public:
  Flattening(const BoundedMarkup& page, std::size_t max_depth)
      : page_(page), max_depth_(max_depth) {}

  std::vector<MarkupNode> run(const GumboNode& root) {
    nodes_.reserve(page_.elements + page_.texts + 16);
    open_element(root, 0);
    while (!open_.empty()) step();
    show_main_text(nodes_);
    return std::move(nodes_);
  }

 private:
  void step() {
    Open& last = open_.back();
    if (last.next == last.element->children.length) {
      if (last.closes) nodes_[last.node].end = nodes_.size();
      open_.pop_back();
      return;
    }
    const auto& child = *static_cast<const GumboNode*>(last.element->children.data[last.next++]);
    switch (child.type) {
      case GUMBO_NODE_ELEMENT:
        if (!left_out(child.v.element)) open_element(child, last.node);
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        add_text(child.v.text, last.node);
        break;
      case GUMBO_NODE_DOCUMENT:
      case GUMBO_NODE_COMMENT:
      case GUMBO_NODE_TEMPLATE:
        break;
    }
  }

  MarkupNode& add(MarkupNode::Kind kind, std::size_t parent) {
    MarkupNode& node = nodes_.emplace_back();
    node.kind = kind;
    node.parent = parent;
    node.depth = nodes_.size() == 1 ? 0 : nodes_[parent].depth + 1;
    node.end = nodes_.size();
    return node;
  }

  void open_element(const GumboNode& gumbo, std::size_t parent) {
    const GumboElement& element = gumbo.v.element;
    const bool too_deep =
        !nodes_.empty() && static_cast<std::size_t>(nodes_[parent].depth) + 1 >= max_depth_;
    if (too_deep) return open_.push_back({&element, 0, parent, false});
    const std::size_t index = nodes_.size();
    MarkupNode& node = add(MarkupNode::Kind::kElement, parent);
    node.tag = lower_tag(element);
    node.source_begin = page_.source_position(element.start_pos.offset);
    node.attributes.reserve(element.attributes.length);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      node.attributes.push_back({attribute->name, attribute->value});
    }
    node.hidden = is_hidden(node);
    open_.push_back({&element, 0, index, true});
  }

  void add_text(const GumboText& text, std::size_t parent) {
    MarkupNode& node = add(MarkupNode::Kind::kText, parent);
    node.text = text.text;
    node.source_begin = page_.source_position(text.start_pos.offset);
  }

  const BoundedMarkup& page_;
  std::size_t max_depth_;
  std::vector<MarkupNode> nodes_;
  std::vector<Open> open_;
};

const GumboNode* parse(View html, ParserMemory& memory) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = &memory;
  options.allocator = [](void* user, std::size_t size) {
    return static_cast<ParserMemory*>(user)->allocate(size);
  };
  options.deallocator = [](void* user, void* block) {
    static_cast<ParserMemory*>(user)->free(block);
  };
  if (setjmp(memory.over_limit()) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

}  // namespace

std::optional<std::vector<MarkupNode>> parse_markup(const BoundedMarkup& page,
                                                    std::size_t max_depth, std::size_t max_memory) {
  ParserMemory memory(max_memory);
  const GumboNode* root = parse(page.html, memory);
  if (root == nullptr) return std::nullopt;
  return Flattening(page, max_depth).run(*root);
}

}  // namespace kehoach::read
