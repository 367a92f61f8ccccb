// The body of a document as a tree: headings, what introduces a list, list items, paragraphs, each
// under what it belongs to and with the class of section it stands in. Internal to this room.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "plan/reading.h"
#include "plan/sections.h"

namespace kehoach::plan {

inline constexpr std::size_t kNoNode = std::numeric_limits<std::size_t>::max();

struct Node {
  enum class Role { kHeading, kIntro, kItem, kParagraph, kRow };
  Role role = Role::kParagraph;
  std::size_t block = 0;  // index into NormalizedText::blocks
  int depth = 0;
  std::size_t parent = kNoNode;
  std::vector<std::size_t> children;
  bool lists_items = false;                     // an item is among its children
  int last_number = 0;                          // of its last numbered child
  base::TextSpan content;                       // without the label
  match::TokenRange tokens;                     // of the content, in Outline::tokens
  SectionClass own = SectionClass::kOther;      // what it announces
  SectionClass section = SectionClass::kOther;  // what it stands under
};

struct Outline {
  match::TokenSequence tokens;  // of the whole normalized text, stage of the task words
  std::vector<Node> nodes;      // in reading order

  // Headings that a node stands under, outermost first, as printed with their labels.
  std::vector<std::string> headings(const Reading& reading, std::size_t node) const;
  // The same node's nearest heading, intro or item; kNoNode at the top.
  const Node* parent(const Node& node) const {
    return node.parent == kNoNode ? nullptr : &nodes[node.parent];
  }
};

Outline read_outline(const Reading& reading);

// A block's text without its label: "a) Rà soát" gives "Rà soát".
base::TextSpan content_span(const Reading& reading, std::size_t i);

}  // namespace kehoach::plan
