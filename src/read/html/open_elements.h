// The stack of open elements of an HTML5 parser, as far as it can be known from the tags alone.
//
// Purpose: the parser behind it (Gumbo) takes time that grows with the square of the depth, so the
// depth of a page must be known and bounded before the page is parsed.
// Contract: an element leaves this stack only where the parser surely ends it too, provided the
// parser sees exactly the tags that were kept here; so the stack is never less deep than the
// parser's, but for elements that the parser adds itself (<tbody>, reopened <b>). At most
// `max_depth` operations of a tag's length each: linear in the page.
// Refused: dropping what is too deep (loses the tables and lists in it).
#pragma once

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::read {

class OpenElements {
 public:
  struct Verdict {
    bool kept = true;         // false: the parser would ignore the tag, or may not see it
    unsigned repeat = 1;      // how many end tags do what a browser does for this one
    std::size_t implied = 0;  // elements that the parser adds by itself
  };

  explicit OpenElements(std::size_t max_depth) : max_depth_(std::max<std::size_t>(max_depth, 8)) {}

  // A start tag. Appends to `closing` the names of elements whose end tags must come before it:
  // those that a forgotten end tag left open, and the deepest quarter where it would be too deep.
  // `name` must outlive this object; only tags that the parser does not know need it.
  Verdict start(GumboTag tag, std::string_view name, std::vector<std::string>& closing);
  // An end tag; likewise.
  Verdict end(GumboTag tag, std::string_view name, std::vector<std::string>& closing);

  std::size_t depth() const { return stack_.size(); }
  // Elements that were closed early because the page was too deep.
  std::size_t flattened() const { return flattened_; }

 private:
  struct Element {
    GumboTag tag;
    std::string_view name;
  };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  template <class Matches, class Stops>
  std::size_t find(Matches matches, Stops stops) const;
  std::size_t find_in_scope(GumboTag tag) const;
  std::size_t find_table() const;
  std::size_t find_in_table(GumboTag tag) const;
  bool current_is(GumboTag tag) const;
  bool pop_through(std::size_t index);
  void pop_to(std::size_t index);

  bool start_in_select(GumboTag tag, std::vector<std::string>& closing);
  void end_select(std::vector<std::string>& closing);
  void end_by_start(GumboTag tag);
  void end_item(GumboTag tag);
  void end_paragraph();
  Verdict start_table_part(GumboTag tag);
  void end_nested_table();
  void end_formatting(GumboTag tag);
  bool end_form();
  Verdict end_other(GumboTag tag, std::string_view name);
  Verdict end_unknown(std::string_view name);
  void push(GumboTag tag, std::string_view name);
  void make_room(std::vector<std::string>& closing);

  std::size_t max_depth_;
  std::vector<Element> stack_;
  std::size_t flattened_ = 0;
  std::size_t selects_ = 0;  // open <select>: 0 or 1
  std::size_t forms_ = 0;
};

}  // namespace kehoach::read
