// The text that a page declares for search engines (JSON-LD articleBody), to check lines against.
//
// Where a page gives it, it is the article in the site's own words, though often cut short or
// without its headings: what stands in it is the article's; what does not may be.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

#include "read/html/markup.h"

namespace kehoach::layout {

class DeclaredText {
 public:
  explicit DeclaredText(const read::Markup& markup);

  bool known() const { return !shingles_.empty(); }
  const std::string& headline() const { return headline_; }
  // True if the text is long and ends like a text, not like what was cut off.
  bool complete() const { return complete_; }
  // True if nearly all of the line's runs of three words stand in the text.
  bool holds(std::string_view line) const;

 private:
  std::unordered_set<std::size_t> shingles_;
  std::string headline_;
  bool complete_ = false;
};

}  // namespace kehoach::layout
