#include "read/markup_tree.h"

#include <gumbo.h>

#include <memory>

#include "read/hidden_elements.h"

namespace kehoach::read {
namespace {

struct Destroy {
  const GumboOptions* options;
  void operator()(GumboOutput* output) const { gumbo_destroy_output(options, output); }
};

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
  return type != nullptr && std::string_view(type->value).starts_with("application/ld+json");
}

bool left_out(const GumboElement& element) {
  if (element.tag == GUMBO_TAG_SCRIPT) return !is_structured_data(element);
  return element.tag == GUMBO_TAG_STYLE || element.tag == GUMBO_TAG_TEMPLATE;
}

class Flattening {
 public:
  explicit Flattening(std::size_t max_depth) : max_depth_(max_depth) {}

  std::vector<MarkupNode> run(const GumboNode& root) {
    open_element(root, 0);
    while (!open_.empty()) step();
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
    node.source_begin = element.start_pos.offset;
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
    node.source_begin = text.start_pos.offset;
  }

  std::size_t max_depth_;
  std::vector<MarkupNode> nodes_;
  std::vector<Open> open_;
};

}  // namespace

std::vector<MarkupNode> parse_markup(std::string_view html, std::size_t max_depth) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, Destroy> output(
      gumbo_parse_with_options(&options, html.data(), html.size()), Destroy{&options});
  return Flattening(max_depth).run(*output->root);
}

}  // namespace kehoach::read
