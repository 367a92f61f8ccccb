#include "read/html/open_elements.h"

#include <algorithm>

#include "read/html/tag_traits.h"

namespace kehoach::read {
namespace {

bool is_table_part(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_COLGROUP:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return true;
    default:
      return false;
  }
}

bool is_section(GumboTag tag) {
  return tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT;
}

bool is_cell(GumboTag tag) { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

bool is_choice(GumboTag tag) { return tag == GUMBO_TAG_OPTION || tag == GUMBO_TAG_OPTGROUP; }

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    const auto lower = [](char c) {
      return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    };
    return lower(x) == lower(y);
  });
}

}  // namespace

// The deepest element that matches, unless one that stops stands above it.
template <class Matches, class Stops>
std::size_t OpenElements::find(Matches matches, Stops stops) const {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (matches(stack_[i].tag)) return i;
    if (stops(stack_[i].tag)) return kNone;
  }
  return kNone;
}

std::size_t OpenElements::find_in_scope(GumboTag wanted) const {
  return find([=](GumboTag tag) { return tag == wanted; },
              [=](GumboTag tag) {
                if (wanted == GUMBO_TAG_P && tag == GUMBO_TAG_BUTTON) return true;
                if (wanted == GUMBO_TAG_LI && (tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL))
                  return true;
                return bool{traits(tag).scope};
              });
}

std::size_t OpenElements::find_table() const {
  return find([](GumboTag tag) { return tag == GUMBO_TAG_TABLE; }, [](GumboTag) { return false; });
}

std::size_t OpenElements::find_in_table(GumboTag wanted) const {
  return find([=](GumboTag tag) { return tag == wanted; },
              [](GumboTag tag) { return tag == GUMBO_TAG_TABLE; });
}

bool OpenElements::current_is(GumboTag tag) const {
  return !stack_.empty() && stack_.back().tag == tag;
}

bool OpenElements::pop_through(std::size_t index) {
  if (index == kNone) return false;
  pop_to(index);
  return true;
}

// Leaves `size` elements.
void OpenElements::pop_to(std::size_t size) {
  for (; stack_.size() > size; stack_.pop_back()) {
    selects_ -= stack_.back().tag == GUMBO_TAG_SELECT;
    forms_ -= stack_.back().tag == GUMBO_TAG_FORM;
  }
}

void OpenElements::push(GumboTag tag, std::string_view name) {
  stack_.push_back({tag, name});
  selects_ += tag == GUMBO_TAG_SELECT;
  forms_ += tag == GUMBO_TAG_FORM;
}

// Ends the deepest quarter if a table cell with its row and section might not find room.
void OpenElements::make_room(std::vector<std::string>& closing) {
  if (stack_.size() + 3 <= max_depth_) return;
  const std::size_t left = max_depth_ - max_depth_ / 4 - 3;
  for (std::size_t i = stack_.size(); i-- > left;) {
    const Element& element = stack_[i];
    closing.emplace_back(element.tag == GUMBO_TAG_UNKNOWN
                             ? element.name
                             : std::string_view(gumbo_normalized_tagname(element.tag)));
  }
  flattened_ += stack_.size() - left;
  pop_to(left);
}

OpenElements::Verdict OpenElements::start(GumboTag tag, std::string_view name,
                                          std::vector<std::string>& closing) {
  if (selects_ > 0 && !start_in_select(tag, closing)) return {false};
  if (!traits(tag).empty) make_room(closing);
  Verdict verdict;
  if (is_table_part(tag)) {
    verdict = start_table_part(tag);
    if (!verdict.kept || tag == GUMBO_TAG_COL) return verdict;
  } else if (tag == GUMBO_TAG_FORM && forms_ > 0) {
    return {false};  // forms do not nest
  } else {
    end_by_start(tag);
  }
  if (!traits(tag).empty) push(tag, name);
  return verdict;
}

// In a <select> stand choices only. A block that starts in one shows that its end tag was
// forgotten: a browser would swallow the rest of the page.
bool OpenElements::start_in_select(GumboTag tag, std::vector<std::string>& closing) {
  if (is_choice(tag)) {
    if (current_is(GUMBO_TAG_OPTION)) pop_to(stack_.size() - 1);
    if (tag == GUMBO_TAG_OPTGROUP && current_is(GUMBO_TAG_OPTGROUP)) pop_to(stack_.size() - 1);
    return true;
  }
  if (!traits(tag).special) return false;
  end_select(closing);
  return true;
}

void OpenElements::end_select(std::vector<std::string>& closing) {
  pop_through(
      find([](GumboTag tag) { return tag == GUMBO_TAG_SELECT; }, [](GumboTag) { return false; }));
  closing.emplace_back("select");
}

// What the start tag of `tag` ends before its element is opened.
void OpenElements::end_by_start(GumboTag tag) {
  if (tag == GUMBO_TAG_TABLE) return end_nested_table();
  if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT) end_item(tag);
  if (traits(tag).closes_paragraph) end_paragraph();
  if (traits(tag).heading && !stack_.empty() && traits(stack_.back().tag).heading)
    pop_to(stack_.size() - 1);
  if (tag == GUMBO_TAG_BUTTON) pop_through(find_in_scope(GUMBO_TAG_BUTTON));
  if (is_choice(tag) && current_is(GUMBO_TAG_OPTION)) pop_to(stack_.size() - 1);
  if (tag == GUMBO_TAG_A || tag == GUMBO_TAG_NOBR) end_formatting(tag);
}

void OpenElements::end_item(GumboTag item) {
  pop_through(find(
      [=](GumboTag tag) {
        return item == GUMBO_TAG_LI ? tag == GUMBO_TAG_LI
                                    : tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT;
      },
      [](GumboTag tag) {
        return traits(tag).special && tag != GUMBO_TAG_ADDRESS && tag != GUMBO_TAG_DIV &&
               tag != GUMBO_TAG_P;
      }));
}

void OpenElements::end_paragraph() { pop_through(find_in_scope(GUMBO_TAG_P)); }

// <table> directly in a table, not in one of its cells, ends the outer one.
void OpenElements::end_nested_table() {
  const std::size_t nearest = find(
      [](GumboTag tag) {
        return is_cell(tag) || tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_TABLE;
      },
      [](GumboTag) { return false; });
  if (nearest != kNone && stack_[nearest].tag == GUMBO_TAG_TABLE) pop_to(nearest);
}

// Ends cells, rows and sections so far that this part can start, and opens those that are implied.
OpenElements::Verdict OpenElements::start_table_part(GumboTag tag) {
  const std::size_t table = find_table();
  if (table == kNone) return {false};
  const std::size_t section = table + 1, row = table + 2;
  const bool in_section = section < stack_.size() && is_section(stack_[section].tag);
  const bool in_row = in_section && row < stack_.size() && stack_[row].tag == GUMBO_TAG_TR;
  Verdict verdict;
  if (tag == GUMBO_TAG_COL) {
    const bool in_group = stack_.size() == section + 1 && current_is(GUMBO_TAG_COLGROUP);
    if (!in_group) pop_to(section);
    verdict.implied = !in_group;
    return verdict;
  }
  if (!is_cell(tag) && tag != GUMBO_TAG_TR) {
    pop_to(section);
    return verdict;
  }
  if (!in_section) {
    pop_to(section);
    stack_.push_back({GUMBO_TAG_TBODY, {}});
    ++verdict.implied;
  }
  if (tag == GUMBO_TAG_TR) {
    pop_to(row);
  } else if (in_row) {
    pop_to(row + 1);
  } else {
    pop_to(row);
    stack_.push_back({GUMBO_TAG_TR, {}});
    ++verdict.implied;
  }
  return verdict;
}

// If a block stands open in the element, only the element itself ends; the parser clones it.
void OpenElements::end_formatting(GumboTag tag) {
  bool in_block = false;
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i].tag == tag) {
      if (in_block) {
        stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(i));
      } else {
        pop_to(i);
      }
      return;
    }
    if (traits(stack_[i].tag).scope) return;
    in_block |= traits(stack_[i].tag).special;
  }
}

// Only the <form> itself leaves the stack, not what is open in it.
bool OpenElements::end_form() {
  const std::size_t index = find_in_scope(GUMBO_TAG_FORM);
  if (index == kNone) return false;
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(index));
  --forms_;
  return true;
}

OpenElements::Verdict OpenElements::end(GumboTag tag, std::string_view name,
                                        std::vector<std::string>& closing) {
  if (selects_ > 0 && tag != GUMBO_TAG_SELECT && !is_choice(tag)) {
    if (!traits(tag).special ||
        find([=](GumboTag open) { return open == tag; }, [](GumboTag) { return false; }) == kNone)
      return {false};
    end_select(closing);
  }
  if (tag == GUMBO_TAG_BR) return {true, 1, 1};
  if (tag == GUMBO_TAG_P) {
    const bool open = pop_through(find_in_scope(GUMBO_TAG_P));
    return {true, 1, open ? 0u : 1u};
  }
  if (traits(tag).empty) return {false};
  if (tag == GUMBO_TAG_FORM) return {end_form()};
  return end_other(tag, name);
}

OpenElements::Verdict OpenElements::end_other(GumboTag tag, std::string_view name) {
  if (tag == GUMBO_TAG_UNKNOWN) return end_unknown(name);
  if (traits(tag).formatting) {
    end_formatting(tag);
    return {};  // the parser may have reopened it: it must see the end tag in any case
  }
  if (traits(tag).heading)
    return {pop_through(find([](GumboTag open) { return bool{traits(open).heading}; },
                             [](GumboTag open) { return bool{traits(open).scope}; }))};
  if (tag == GUMBO_TAG_COLGROUP && !current_is(tag)) return {false};
  if (tag == GUMBO_TAG_TABLE) return {pop_through(find_table())};
  if (is_table_part(tag)) return {pop_through(find_in_table(tag))};
  if (traits(tag).scoped_end) return {pop_through(find_in_scope(tag))};
  return {pop_through(find([=](GumboTag open) { return open == tag; },
                           [](GumboTag open) { return bool{traits(open).special}; }))};
}

// The parser takes all names that it does not know for one: it ends the last of them, whatever its
// name is. A browser ends the one of that name and those in it.
OpenElements::Verdict OpenElements::end_unknown(std::string_view name) {
  unsigned ended = 0;
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i].tag == GUMBO_TAG_UNKNOWN) {
      ++ended;
      if (same_name(stack_[i].name, name)) {
        pop_to(i);
        return {true, ended};
      }
    }
    if (traits(stack_[i].tag).special) break;
  }
  return {false};
}

}  // namespace kehoach::read
